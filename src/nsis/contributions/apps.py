"""The app's name for Django."""

from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    """Returns received, assessed, matched with money, corrected."""

    name = "nsis.contributions"
    label = "contributions"
    verbose_name = "Contributions"
