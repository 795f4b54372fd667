"""Bring Django up for a command or a worker."""

import os

import django


def start_django() -> None:
    """Load the settings and the apps; call it before importing anything that has models."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nsis.site.settings")
    django.setup()
