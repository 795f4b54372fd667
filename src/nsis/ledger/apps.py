"""The app's name for Django."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Accounts and immutable transfers."""

    name = "nsis.ledger"
    label = "ledger"
    verbose_name = "Ledger"
