"""The app's name for Django."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Persons, employers, establishments, employment spells."""

    name = "nsis.registry"
    label = "registry"
    verbose_name = "Registry"
