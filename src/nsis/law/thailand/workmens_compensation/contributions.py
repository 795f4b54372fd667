"""The employer's contribution by the risk class of the trade, paid once a year; a surcharge for lateness."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.month import MONTHS_PER_YEAR


@rule(provision="Rates of the compensation fund, point 2", unit="satang/month")
def monthly_ceiling(yearly_ceiling, amount_rounding):
    """A twelfth of the yearly wage that counts."""
    return prorate(yearly_ceiling, 1, MONTHS_PER_YEAR, amount_rounding)


@rule(provision="Rates of the compensation fund, point 2", unit="satang/month")
def insurable_earnings(gross_wage, monthly_ceiling):
    """The wage up to the ceiling; there is no floor."""
    return min(gross_wage, monthly_ceiling)


@rule(provision="Rates of the compensation fund, point 1", unit="satang/month")
def employment_injury_contribution_employer(insurable_earnings, risk_class_rate, amount_rounding):
    """What a month's wage adds to the employer's contribution of the year."""
    return share(insurable_earnings, risk_class_rate, amount_rounding)


@rule(provision="Rates of the compensation fund, point 1", unit="satang/month")
def contribution_due(employment_injury_contribution_employer):
    """The employer's contribution is all that is due."""
    return employment_injury_contribution_employer


@rule(provision="Rates of the compensation fund, point 1", unit="satang/year")
def yearly_contribution(yearly_wage, yearly_ceiling, risk_class_rate, amount_rounding):
    """What the employer pays by the end of January for the wage of a whole year."""
    return share(min(yearly_wage, yearly_ceiling), risk_class_rate, amount_rounding)


@rule(provision="Workmen's Compensation Act No. 2 of 2018, change 5", unit="satang")
def surcharge(overdue_amount, months_late, surcharge_rate, surcharge_most, amount_rounding):
    """A share of what is overdue for each month; since 2018 never more than the contribution itself."""
    return min(
        share(overdue_amount, surcharge_rate * months_late, amount_rounding),
        share(overdue_amount, surcharge_most, amount_rounding),
    )
