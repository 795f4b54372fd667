"""Employment injury: the employer alone pays, by the risk class; cover from the first day of work."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, rank_of, rest, share, total_of, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import (
    DEGREE_TOO_LOW,
    EXHAUSTED,
    NOT_A_SURVIVOR,
    NOT_FROM_EMPLOYMENT,
    OVER_AGE,
    PAID_AS_LUMP_SUM,
    QUALIFIED,
    REMARRIED,
    WITHIN_EMPLOYERS_DAYS,
)
from nsis.terms.survivor import PARENT


@rule(provision="NSIS reference design, section 3.1", unit="rate")
def employment_injury_contribution_rate(employment_injury_contribution_rates, risk_class):
    """The rate of the establishment's risk class."""
    return lookup(employment_injury_contribution_rates, risk_class)


@rule(provision="NSIS reference design, section 3.1", unit="poisha/month")
def employment_injury_contribution_employer(
    insurable_earnings, employment_injury_contribution_rate, amount_rounding
):
    """The employer's contribution to employment injury."""
    return share(insurable_earnings, employment_injury_contribution_rate, amount_rounding)


@rule(provision="NSIS reference design, section 9.1", unit="reason")
def injury_qualified(injury_from_employment):
    """The accident or disease arises from the employment; no insured months are asked for."""
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    return QUALIFIED


@rule(provision="NSIS reference design, section 9.3", unit="poisha/month")
def injury_reference_wage(employee_months, reference_wage, accident_month_earnings):
    """The reference wage; without a month insured as an employee, the earnings of the accident's month."""
    if employee_months == 0:
        return accident_month_earnings
    return reference_wage


@rule(provision="NSIS reference design, section 9.2", unit="days")
def injury_days_covered(injury_day_from, injury_days_in_month, injury_employer_days, injury_duration):
    """The month's days of incapacity after the employer's days and before the benefit ends."""
    last_day = min(injury_day_from + injury_days_in_month - 1, injury_duration)
    first_day = max(injury_day_from, injury_employer_days + 1)
    return max(0, min(injury_days_in_month, last_day - first_day + 1))


@rule(provision="NSIS reference design, section 9.2", unit="reason")
def injury_benefit_qualified(injury_from_employment, injury_day_from, injury_duration, injury_days_covered):
    """Incapacity from the employment, within the days for which the benefit is paid."""
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    if injury_day_from > injury_duration:
        return EXHAUSTED
    if injury_days_covered == 0:
        return WITHIN_EMPLOYERS_DAYS
    return QUALIFIED


@rule(provision="NSIS reference design, section 9.2", unit="poisha/month")
def injury_benefit_monthly(injury_reference_wage, injury_benefit_rate, amount_rounding):
    """The benefit for a whole month of temporary incapacity: a share of the reference wage."""
    return share(injury_reference_wage, injury_benefit_rate, amount_rounding)


@rule(provision="NSIS reference design, section 9.2", unit="days")
def injury_days_paid(injury_benefit_qualified, injury_days_covered):
    """The month's calendar days of incapacity for which the benefit is paid."""
    if injury_benefit_qualified != QUALIFIED:
        return 0
    return injury_days_covered


@rule(provision="NSIS reference design, section 9.2", unit="poisha/month")
def injury_benefit(injury_benefit_monthly, injury_days_paid, days_in_month, amount_rounding):
    """The monthly benefit in proportion to the calendar days paid."""
    return prorate(injury_benefit_monthly, injury_days_paid, days_in_month, amount_rounding)


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


@rule(provision="NSIS reference design, section 9.6", unit="reason")
def injury_survivor_qualified(survivor_kind, survivor_qualified, survivor_weights_total):
    """As among other survivors; a parent too, if neither spouse nor child has a share."""
    if survivor_qualified == REMARRIED:
        return REMARRIED
    if survivor_qualified == OVER_AGE:
        return OVER_AGE
    if survivor_kind == PARENT and survivor_weights_total == 0:
        return QUALIFIED
    if survivor_qualified == NOT_A_SURVIVOR:
        return NOT_A_SURVIVOR
    return QUALIFIED


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_parent_counted(survivor_kind, injury_survivor_qualified):
    """1 for a parent who has a share, else 0."""
    if survivor_kind == PARENT and injury_survivor_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_share_divisor(spouse_divisor, injury_parent_counted):
    """Among how many persons a share is divided: the spouses or, where they have one, the parents."""
    return max(spouse_divisor, total_of(injury_parent_counted))


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_survivor_weight(injury_parent_counted, injury_parents_rate, survivor_weight):
    """The member's share in parts per million, times the number among whom a share is divided."""
    if injury_parent_counted == 1:
        return injury_parents_rate
    return survivor_weight


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_survivor_weights_total(injury_survivor_weight):
    """The shares of all survivors together."""
    return total_of(injury_survivor_weight)


@rule(provision="NSIS reference design, section 12.4", unit="rate")
def injury_survivors_rate(injury_survivor_weights_total, injury_share_divisor, survivors_rate_greatest):
    """All shares together, as far as the most that is paid."""
    return min(wholes(injury_survivor_weights_total, injury_share_divisor), survivors_rate_greatest)


@rule(provision="NSIS reference design, section 9.6", unit="poisha/month")
def injury_survivors_total(injury_qualified, injury_total_pension, injury_survivors_rate, survivors_rounding):
    """What all survivors have together of the pension for total incapacity."""
    if injury_qualified != QUALIFIED:
        return 0
    return share(injury_total_pension, injury_survivors_rate, survivors_rounding)


@rule(provision="NSIS reference design, section 12.4", unit="poisha/month")
def injury_survivors_most(
    injury_qualified, injury_total_pension, survivors_rate_greatest, survivors_rounding
):
    """The most that all survivors may have together."""
    if injury_qualified != QUALIFIED:
        return 0
    return share(injury_total_pension, survivors_rate_greatest, survivors_rounding)


@rule(provision="NSIS reference design, section 12.4", unit="number")
def injury_survivors_divisor(injury_survivor_weights_total, survivors_rate_greatest, injury_share_divisor):
    """The weight that has the most: the survivors' own where theirs is more, so that all are scaled alike."""
    return max(injury_survivor_weights_total, survivors_rate_greatest * injury_share_divisor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def injury_survivor_floor(injury_survivor_weight, injury_survivors_most, injury_survivors_divisor):
    """The member's share to the whole poisha below; divided before it is multiplied, to stay small."""
    above = rest(injury_survivors_most, injury_survivors_divisor) * injury_survivor_weight
    return wholes(injury_survivors_most, injury_survivors_divisor) * injury_survivor_weight + wholes(
        above, injury_survivors_divisor
    )


@rule(provision="NSIS reference design, section 12.5", unit="number")
def injury_survivor_fraction(injury_survivor_weight, injury_survivors_most, injury_survivors_divisor):
    """What the member's share has above the whole poisha, in parts that are the same for all."""
    above = rest(injury_survivors_most, injury_survivors_divisor) * injury_survivor_weight
    return rest(above, injury_survivors_divisor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def injury_survivors_left_over(injury_survivors_total, injury_survivor_floor):
    """The poisha left over when each has its share to the whole poisha below."""
    return injury_survivors_total - total_of(injury_survivor_floor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def injury_survivor_pension(
    injury_survivor_weight, injury_survivor_floor, injury_survivor_fraction, injury_survivors_left_over
):
    """The member's share and, while they last, a poisha left over: largest fraction first, then eldest."""
    if injury_survivor_weight == 0:
        return 0
    if rank_of(injury_survivor_fraction) <= injury_survivors_left_over:
        return injury_survivor_floor + 1
    return injury_survivor_floor
