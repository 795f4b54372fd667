"""Permanent incapacity by employment injury: a pension for life or, for less, its value once."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import DEGREE_TOO_LOW, NOT_FROM_EMPLOYMENT, PAID_AS_LUMP_SUM, QUALIFIED


@rule(provision="NSIS reference design, section 9.4", unit="poisha/month")
def injury_total_pension(injury_reference_wage, injury_pension_rate, amount_rounding):
    """The pension for total incapacity: a share of the reference wage."""
    return share(injury_reference_wage, injury_pension_rate, amount_rounding)


@rule(provision="NSIS reference design, section 9.4", unit="poisha/month")
def injury_pension_of_degree(injury_total_pension, incapacity_degree, amount_rounding):
    """The pension for total incapacity times the degree of incapacity, before constant attendance."""
    return share(injury_total_pension, incapacity_degree, amount_rounding)


@rule(provision="NSIS reference design, section 9.4", unit="reason")
def injury_permanent_qualified(injury_from_employment, incapacity_degree, injury_pension_degree):
    """Permanent incapacity from the employment, of the degree from which a pension is paid."""
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    if incapacity_degree == 0:
        return DEGREE_TOO_LOW
    if incapacity_degree < injury_pension_degree:
        return PAID_AS_LUMP_SUM
    return QUALIFIED


@rule(provision="NSIS reference design, section 9.5", unit="poisha/month")
def injury_attendance_supplement(
    constant_attendance, injury_pension_of_degree, injury_attendance_rate, amount_rounding
):
    """What is added to the pension of who needs constant attendance."""
    if constant_attendance == 0:
        return 0
    return share(injury_pension_of_degree, injury_attendance_rate, amount_rounding)


@rule(provision="NSIS reference design, section 9.4", unit="poisha/month")
def injury_pension(injury_permanent_qualified, injury_pension_of_degree, injury_attendance_supplement):
    """The pension for life, with the supplement for constant attendance."""
    if injury_permanent_qualified != QUALIFIED:
        return 0
    return injury_pension_of_degree + injury_attendance_supplement


@rule(provision="NSIS reference design, section 9.7", unit="times")
def capital_months_at_age(capital_months, age, capital_age_greatest):
    """The schedule's months of payment for the age in completed years."""
    return lookup(capital_months, wholes(min(age, capital_age_greatest), MONTHS_PER_YEAR) + 1)


@rule(provision="NSIS reference design, section 9.4", unit="poisha")
def injury_lump_sum(
    injury_permanent_qualified, injury_pension_of_degree, capital_months_at_age, amount_rounding
):
    """The value of a pension for a lesser degree, once: the pension times the schedule's months."""
    if injury_permanent_qualified != PAID_AS_LUMP_SUM:
        return 0
    return share(injury_pension_of_degree, capital_months_at_age, amount_rounding)
