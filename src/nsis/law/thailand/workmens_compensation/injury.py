"""Employment injury: a share of the wage while unable, for a lost organ, in disability, to survivors."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import DEGREE_TOO_LOW, NO_DAYS, NOT_FROM_EMPLOYMENT, QUALIFIED, WAITING


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="satang/month")
def monthly_compensation(insurable_earnings, compensation_rate, amount_rounding):
    """The share of the wage, up to the ceiling, that every monthly compensation is."""
    return share(insurable_earnings, compensation_rate, amount_rounding)


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="reason")
def injury_qualified(from_work, days_unable, injury_least_days):
    """From work, and unable for the days that the law asks for: more than three before December 2018."""
    if from_work == 0:
        return NOT_FROM_EMPLOYMENT
    if days_unable == 0:
        return NO_DAYS
    if days_unable < injury_least_days:
        return WAITING
    return QUALIFIED


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="days")
def injury_days_paid(injury_qualified, days_unable, injury_most_days):
    """Every day from the first, at most a year."""
    if injury_qualified != QUALIFIED:
        return 0
    return min(days_unable, injury_most_days)


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="satang")
def injury_benefit(monthly_compensation, injury_days_paid, days_of_compensation_month, amount_rounding):
    """The monthly compensation in proportion to the days unable to work."""
    return prorate(monthly_compensation, injury_days_paid, days_of_compensation_month, amount_rounding)


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="reason")
def injury_pension_qualified(from_work, disabled_for_work):
    """Disabled, from work."""
    if from_work == 0:
        return NOT_FROM_EMPLOYMENT
    if disabled_for_work == 0:
        return DEGREE_TOO_LOW
    return QUALIFIED


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="satang/month")
def injury_pension(injury_pension_qualified, monthly_compensation):
    """The monthly compensation to who is disabled, for the months of its duration."""
    if injury_pension_qualified != QUALIFIED:
        return 0
    return monthly_compensation


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="months")
def injury_pension_duration(injury_pension_years):
    """The months for which a disability is compensated: at most before December 2018, at least since."""
    return injury_pension_years * MONTHS_PER_YEAR


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="satang")
def organ_loss_compensation(monthly_compensation, organ_months, organ_most_months):
    """The monthly compensation for the months that the schedule gives for the organ, at most ten years."""
    return monthly_compensation * min(organ_months, organ_most_months)


@rule(provision="Workmen's Compensation Act 1994, section 20", unit="satang/month")
def survivor_pension(monthly_compensation, survivors_entitled, amount_rounding):
    """What each survivor has a month: all have equal shares."""
    if survivors_entitled == 0:
        return 0
    return prorate(monthly_compensation, 1, survivors_entitled, amount_rounding)


@rule(provision="Workmen's Compensation Act 1994, section 18", unit="months")
def survivor_duration(survivor_years):
    """For how many months the survivors are paid."""
    return survivor_years * MONTHS_PER_YEAR


@rule(provision="Workmen's Compensation Act 1994, section 16", unit="satang", until="2019-01")
def funeral_grant(highest_daily_minimum_wage, funeral_daily_wages):
    """A hundred times the highest daily minimum wage; since December 2018 a regulation names the amount."""
    return highest_daily_minimum_wage * funeral_daily_wages
