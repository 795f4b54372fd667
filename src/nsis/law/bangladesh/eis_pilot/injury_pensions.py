"""The monthly amounts, as far as the sum already paid is not worth as much."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import DEGREE_TOO_LOW, NOT_COVERED, NOT_FROM_EMPLOYMENT, QUALIFIED


@rule(provision="EIS pilot pages, entry 1", unit="reason")
def injury_qualified(in_export_garments, injury_from_employment):
    """A worker of export garments, injured by the employment."""
    if in_export_garments == 0:
        return NOT_COVERED
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    return QUALIFIED


@rule(provision="EIS pilot pages, entry 1", unit="reason")
def injury_pension_qualified(injury_qualified, incapacity_degree):
    """An injury that the pilot covers, with a lasting disability."""
    if injury_qualified != QUALIFIED:
        return NOT_COVERED
    if incapacity_degree == 0:
        return DEGREE_TOO_LOW
    return QUALIFIED


@rule(provision="EIS pilot pages, entry 2", unit="poisha/month")
def injury_pension_total(
    injury_pension_qualified, former_wage, disability_rate, incapacity_degree, amount_rounding
):
    """Sixty per cent of the former wage, by the degree of disability: sum and top-up together."""
    if injury_pension_qualified != QUALIFIED:
        return 0
    return share(share(former_wage, disability_rate, amount_rounding), incapacity_degree, amount_rounding)


@rule(provision="Capital values for the pilot, schedule 1", unit="number")
def capital_months_at_age(capital_months, age, capital_age_greatest):
    """The schedule's months of payment for the age in completed years."""
    return lookup(capital_months, wholes(min(age, capital_age_greatest), MONTHS_PER_YEAR) + 1)


@rule(provision="Capital values for the pilot, schedule 1", unit="poisha/month")
def lump_sum_monthly(lump_sum_paid, parts_of_month, capital_months_at_age, amount_rounding):
    """What the sum already paid is worth a month for life: the sum over the schedule's months."""
    return prorate(lump_sum_paid, parts_of_month, capital_months_at_age, amount_rounding)


@rule(provision="EIS pilot pages, entry 1", unit="poisha/month")
def injury_pension(injury_pension_total, lump_sum_monthly):
    """The top-up: the monthly total less what the sum is worth, if anything is left."""
    return max(0, injury_pension_total - lump_sum_monthly)


@rule(provision="EIS pilot pages, entry 3", unit="poisha/month")
def survivor_pension_total(injury_qualified, former_wage, survivor_rate, amount_rounding):
    """Half of the former wage to all dependants together: sum and top-up together."""
    if injury_qualified != QUALIFIED:
        return 0
    return share(former_wage, survivor_rate, amount_rounding)


@rule(provision="EIS pilot pages, entry 1", unit="poisha/month")
def survivor_pension(survivor_pension_total, lump_sum_monthly):
    """The dependants' top-up, at the age of the one who draws it."""
    return max(0, survivor_pension_total - lump_sum_monthly)
