"""Employment injury: the employer pays treatment and compensation, the fund a lump sum or a pension."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share
from nsis.terms.reason import DEGREE_TOO_LOW, PAID_AS_LUMP_SUM, QUALIFIED


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 44",
    unit="dong/month",
    since="2016-01",
)
def employment_injury_contribution_employer(
    insurable_earnings, employment_injury_contribution_rate_employer, amount_rounding
):
    """The employer's contribution to the injury fund."""
    return share(insurable_earnings, employment_injury_contribution_rate_employer, amount_rounding)


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 38",
    unit="dong/month",
    since="2016-07",
)
def injury_benefit(previous_month_wage, injury_benefit_rate, amount_rounding):
    """The full wage of a month of treatment, which the employer pays."""
    return share(previous_month_wage, injury_benefit_rate, amount_rounding)


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 49",
    unit="reason",
    since="2016-07",
)
def injury_pension_qualified(impairment_percent, injury_pension_percent, injury_lump_sum_percent):
    """A pension from 31 per cent, a lump sum from 5 per cent."""
    if impairment_percent < injury_lump_sum_percent:
        return DEGREE_TOO_LOW
    if impairment_percent < injury_pension_percent:
        return PAID_AS_LUMP_SUM
    return QUALIFIED


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 48", unit="dong", since="2016-07"
)
def injury_lump_sum(
    injury_pension_qualified,
    impairment_percent,
    injury_lump_sum_percent,
    base_level,
    injury_lump_sum_base,
    injury_lump_sum_each_percent,
    injury_fund_years,
    previous_month_wage,
    injury_lump_sum_first_year,
    injury_lump_sum_each_year,
    amount_rounding,
):
    """Base levels by the degree, and wages by the years paid into the fund."""
    if injury_pension_qualified != PAID_AS_LUMP_SUM:
        return 0
    degrees = injury_lump_sum_base + injury_lump_sum_each_percent * max(
        0, impairment_percent - injury_lump_sum_percent
    )
    years = injury_lump_sum_first_year + injury_lump_sum_each_year * max(0, injury_fund_years - 1)
    return share(base_level, degrees, amount_rounding) + share(previous_month_wage, years, amount_rounding)


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 49",
    unit="dong/month",
    since="2016-07",
)
def injury_pension(
    injury_pension_qualified,
    impairment_percent,
    injury_pension_percent,
    base_level,
    injury_pension_base_rate,
    injury_pension_each_percent,
    injury_fund_years,
    previous_month_wage,
    injury_pension_first_year,
    injury_pension_each_year,
    amount_rounding,
):
    """A share of the base level by the degree, and of the wage by the years paid into the fund."""
    if injury_pension_qualified != QUALIFIED:
        return 0
    degrees = injury_pension_base_rate + injury_pension_each_percent * max(
        0, impairment_percent - injury_pension_percent
    )
    years = injury_pension_first_year + injury_pension_each_year * max(0, injury_fund_years - 1)
    return share(base_level, degrees, amount_rounding) + share(previous_month_wage, years, amount_rounding)


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 52",
    unit="dong/month",
    since="2016-07",
)
def attendance_allowance(attendance_needed, impairment_percent, attendance_percent, base_level):
    """A base level a month for who is nearly helpless: paralysed, blind, without two limbs."""
    if attendance_needed == 0 or impairment_percent < attendance_percent:
        return 0
    return base_level


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 53", unit="dong", since="2016-07"
)
def injury_death_grant(base_level, injury_death_multiple):
    """Thirty-six base levels for the family of who dies of the injury."""
    return base_level * injury_death_multiple


@rule(
    provision="Law on Occupational Safety and Hygiene 84/2015/QH13, article 38", unit="dong", since="2016-07"
)
def employer_injury_compensation(
    impairment_percent,
    worker_at_fault,
    previous_month_wage,
    injury_lump_sum_percent,
    compensation_first_percent,
    compensation_grave_percent,
    compensation_first,
    compensation_each_percent,
    compensation_grave,
    compensation_fault_rate,
    amount_rounding,
):
    """What the employer itself owes: wages by the degree, two fifths of them by the worker's own fault."""
    if impairment_percent < injury_lump_sum_percent:
        return 0
    months = compensation_first + compensation_each_percent * max(
        0, impairment_percent - compensation_first_percent
    )
    if impairment_percent >= compensation_grave_percent:
        months = compensation_grave
    owed = share(previous_month_wage, months, amount_rounding)
    if worker_at_fault == 1:
        return share(owed, compensation_fault_rate, amount_rounding)
    return owed
