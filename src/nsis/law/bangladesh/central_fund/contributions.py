"""What the exporter pays, kept back by its bank from each payment for an export."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="Central Fund page, entry 1", unit="poisha")
def central_fund_levy(export_value, central_fund_rate, amount_rounding):
    """The share of the value of an export."""
    return share(export_value, central_fund_rate, amount_rounding)


@rule(provision="Central Fund page, entry 2", unit="poisha")
def central_fund_for_workers(central_fund_levy, workers_share, amount_rounding):
    """Half goes to the account from which workers and their families are paid."""
    return share(central_fund_levy, workers_share, amount_rounding)


@rule(provision="Central Fund page, entry 2", unit="poisha")
def central_fund_for_contingencies(central_fund_levy, central_fund_for_workers):
    """The rest goes to the account for group insurance and the dues of closed factories."""
    return central_fund_levy - central_fund_for_workers
