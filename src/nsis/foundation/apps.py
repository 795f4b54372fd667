"""The app's name for Django."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """What every app stands on."""

    name = "nsis.foundation"
    label = "foundation"
    verbose_name = "Foundation"
