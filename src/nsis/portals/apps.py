"""The portals as one Django app: templates, static files and template tags."""

from django.apps import AppConfig


class PortalsConfig(AppConfig):
    """Faces people; keeps no tables."""

    name = "nsis.portals"
    label = "portals"
