"""Employment injury: temporary and permanent disablement, without any qualifying time."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, round_to, share
from nsis.terms.reason import NOT_FROM_EMPLOYMENT, QUALIFIED, WAITING


@rule(provision="ESI (Central) Rules 1950, rule 57", unit="paise/day", since="2011-07")
def injury_benefit_daily(period_wages, period_wage_days, injury_benefit_rate, rupee, rounding_up):
    """The full rate: a share of the average daily wage, up to the next rupee."""
    part = share(period_wages, injury_benefit_rate, rounding_up)
    return round_to(prorate(part, 1, period_wage_days, rounding_up), rupee, rounding_up)


@rule(provision="ESI (Central) Rules 1950, rule 57", unit="reason", since="2011-07")
def injury_qualified(injury_from_employment, disablement_days, injury_least_days):
    """Hurt by work, and unable to work for three days at least, the day of the accident apart."""
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    if disablement_days < injury_least_days:
        return WAITING
    return QUALIFIED


@rule(provision="ESI (Central) Rules 1950, rule 57", unit="paise", since="2011-07")
def injury_benefit(injury_qualified, injury_benefit_daily, disablement_days):
    """Temporary disablement: the full rate for each day, as long as it lasts."""
    if injury_qualified != QUALIFIED:
        return 0
    return injury_benefit_daily * disablement_days


@rule(provision="ESI (Central) Rules 1950, rule 57", unit="paise/month", since="2011-07")
def injury_pension(
    injury_from_employment,
    injury_benefit_daily,
    loss_of_earning_capacity,
    days_in_month,
    paise_rounding,
):
    """Permanent disablement: the lost share of earning capacity of the full rate, for a month."""
    if injury_from_employment == 0:
        return 0
    return share(injury_benefit_daily * days_in_month, loss_of_earning_capacity, paise_rounding)
