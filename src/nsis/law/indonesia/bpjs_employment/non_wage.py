"""Workers without an employer (BPU): injury by a chosen income, death at a flat amount, savings at will."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


@rule(provision="Government Regulation 44/2015 on injury and death, article 17", unit="rate")
def non_wage_relief_rate(paid_by_budget, transport_worker, transport_relief_rate, other_relief_rate):
    """What is forgiven for injury and death: in transport for longer; nothing where a public budget pays."""
    if paid_by_budget == 1:
        return 0
    if transport_worker == 1:
        return transport_relief_rate
    return other_relief_rate


@rule(provision="Government Regulation 44/2015 on injury and death, article 17", unit="rupiah/month")
def non_wage_injury_contribution(
    non_wage_income, non_wage_injury_rate, non_wage_relief_rate, amount_rounding
):
    """One per cent of the income chosen, less what is forgiven."""
    whole = share(non_wage_income, non_wage_injury_rate, amount_rounding)
    return whole - share(whole, non_wage_relief_rate, amount_rounding)


@rule(provision="Government Regulation 44/2015 on injury and death, article 19", unit="rupiah/month")
def non_wage_death_contribution(non_wage_death_amount, non_wage_relief_rate, amount_rounding):
    """A flat amount, less what is forgiven."""
    return non_wage_death_amount - share(non_wage_death_amount, non_wage_relief_rate, amount_rounding)


@rule(provision="Government Regulation 46/2015 on old-age savings, article 17", unit="rupiah/month")
def non_wage_savings_contribution(non_wage_income, non_wage_saves, non_wage_savings_rate, amount_rounding):
    """Two per cent of the income chosen, of who wants the account."""
    if non_wage_saves == 0:
        return 0
    return share(non_wage_income, non_wage_savings_rate, amount_rounding)


@rule(provision="Government Regulation 44/2015 on injury and death, article 17", unit="rupiah/month")
def non_wage_contribution_due(
    non_wage_injury_contribution, non_wage_death_contribution, non_wage_savings_contribution
):
    """Everything that the person pays for the month."""
    return total(non_wage_injury_contribution, non_wage_death_contribution, non_wage_savings_contribution)
