"""Who may join, what a month costs by the age at entry, and the government's equal share."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, total, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import NOT_COVERED, OVER_AGE, QUALIFIED, UNDER_AGE


@rule(provision="PM Shram Yogi Maan-dhan 2019, paragraph 2", unit="reason")
def joining_qualified(
    entry_age, youngest_entry_age, oldest_entry_age, monthly_income, income_most, otherwise_covered
):
    """From 18 to 40, a small income, no other pension scheme and no income tax."""
    if entry_age < youngest_entry_age:
        return UNDER_AGE
    if wholes(entry_age, MONTHS_PER_YEAR) > wholes(oldest_entry_age, MONTHS_PER_YEAR):
        return OVER_AGE
    if monthly_income > income_most:
        return NOT_COVERED
    if otherwise_covered == 1:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="PM-SYM contribution chart, line 1", unit="number")
def ladder_place(entry_age, youngest_entry_age, oldest_entry_age):
    """The line of the chart: 1 for who joins at 18, one more for each year."""
    from_18 = max(entry_age, youngest_entry_age) - youngest_entry_age
    last = wholes(oldest_entry_age - youngest_entry_age, MONTHS_PER_YEAR)
    return 1 + min(wholes(from_18, MONTHS_PER_YEAR), last)


@rule(provision="PM-SYM contribution chart, line 1", unit="paise/month")
def savings_contribution_worker(joining_qualified, contribution_ladder, ladder_place):
    """What the worker pays each month until 60, by the age at entry."""
    if joining_qualified != QUALIFIED:
        return 0
    return lookup(contribution_ladder, ladder_place)


@rule(provision="PM Shram Yogi Maan-dhan 2019, paragraph 4", unit="paise/month")
def savings_contribution_government(savings_contribution_worker):
    """As much again."""
    return savings_contribution_worker


@rule(provision="PM Shram Yogi Maan-dhan 2019, paragraph 4", unit="paise/month")
def contribution_due(savings_contribution_worker, savings_contribution_government):
    """Both shares."""
    return total(savings_contribution_worker, savings_contribution_government)
