"""Employment injury: the employer alone pays, by the risk class; a benefit while unable to work."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share
from nsis.terms.reason import EXHAUSTED, NO_DAYS, NOT_FROM_EMPLOYMENT, QUALIFIED, WITHIN_EMPLOYERS_DAYS


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
def injury_benefit_qualified(
    injury_from_employment, injury_days_in_month, injury_day_from, injury_duration, injury_days_covered
):
    """Incapacity from the employment, within the days for which the benefit is paid."""
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    if injury_days_in_month == 0:
        return NO_DAYS
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
