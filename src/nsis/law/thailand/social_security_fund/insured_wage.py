"""The insured wage: the wage between floor and ceiling, the base of contributions and of benefits."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, sum_of_all


@rule(provision="Ministerial Regulation No. 7 of 1995, clause 1", unit="satang/month")
def insurable_earnings(gross_wage, earnings_floor, earnings_ceiling):
    """The wage between floor and ceiling; without a wage there is nothing to insure."""
    if gross_wage == 0:
        return 0
    return max(earnings_floor, min(gross_wage, earnings_ceiling))


@rule(provision="Social Security Act 1990, section 57", unit="satang/month")
def benefit_wage(best_wage_of_three_months, earnings_ceiling):
    """The mean insured wage of the better three months of the last nine, as far as the ceiling."""
    return min(best_wage_of_three_months, earnings_ceiling)


@rule(provision="Social Security Act 1990, section 57", unit="satang/day")
def daily_rate(benefit_wage, days_of_benefit_month, amount_rounding):
    """Three months' wages divided by ninety: a thirtieth of the monthly wage."""
    return prorate(benefit_wage, 1, days_of_benefit_month, amount_rounding)


@rule(provision="Social Security Act 1990, section 33", unit="months")
def insured_months(insured_by_month):
    """Every month of the life for which contributions were paid."""
    return sum_of_all(insured_by_month)
