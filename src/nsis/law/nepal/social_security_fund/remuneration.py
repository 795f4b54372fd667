"""The basic remuneration: the base of contributions and benefits, never under the minimum."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, sum_of_all


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def insurable_earnings(basic_wage, minimum_basic_wage):
    """The basic wage without allowances, at least the minimum; without a wage nothing is due."""
    if basic_wage == 0:
        return 0
    return max(basic_wage, minimum_basic_wage)


@rule(provision="SSF figures from memory, line 1", unit="paisa/day")
def daily_rate(last_basic_wage, days_of_wage_month, amount_rounding):
    """A thirtieth of the basic wage before the contingency."""
    return prorate(last_basic_wage, 1, days_of_wage_month, amount_rounding)


@rule(provision="Social Security Act 2017, section 4", unit="months")
def insured_months(insured_by_month):
    """Every month for which contributions were paid."""
    return sum_of_all(insured_by_month)
