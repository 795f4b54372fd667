"""Who may join, what a month costs by the age at entry and the pension chosen, and the government's share."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import NOT_COVERED, OVER_AGE, QUALIFIED, UNDER_AGE


@rule(provision="Atal Pension Yojana 2015, paragraph 3", unit="reason", until="2022-10")
def joining_qualified(entry_age, youngest_entry_age, oldest_entry_age):
    """From 18 to 40."""
    if entry_age < youngest_entry_age:
        return UNDER_AGE
    if wholes(entry_age, MONTHS_PER_YEAR) > wholes(oldest_entry_age, MONTHS_PER_YEAR):
        return OVER_AGE
    return QUALIFIED


@rule(
    provision="Atal Pension Yojana 2015, paragraph 3",
    unit="reason",
    since="2022-10",
    quantity="joining_qualified",
)
def joining_qualified_without_taxpayers(entry_age, youngest_entry_age, oldest_entry_age, income_taxpayer):
    """From 18 to 40, but for who pays or has paid income tax."""
    if entry_age < youngest_entry_age:
        return UNDER_AGE
    if wholes(entry_age, MONTHS_PER_YEAR) > wholes(oldest_entry_age, MONTHS_PER_YEAR):
        return OVER_AGE
    if income_taxpayer == 1:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="APY contribution chart, line 1", unit="number")
def ladder_line(entry_age, youngest_entry_age, oldest_entry_age):
    """The lines of the chart before this age: none for who joins at 18."""
    from_18 = max(entry_age, youngest_entry_age) - youngest_entry_age
    last = wholes(oldest_entry_age - youngest_entry_age, MONTHS_PER_YEAR)
    return min(wholes(from_18, MONTHS_PER_YEAR), last)


@rule(provision="APY contribution chart, line 1", unit="paise/month")
def savings_contribution_worker(
    joining_qualified, contribution_ladder, ladder_line, pensions_to_choose, pension_choice
):
    """What the subscriber pays each month until 60."""
    if joining_qualified != QUALIFIED:
        return 0
    return lookup(contribution_ladder, ladder_line * pensions_to_choose + pension_choice)


@rule(provision="Atal Pension Yojana 2015, paragraph 5", unit="paise/year", since="2015-06", until="2020-04")
def savings_contribution_government(
    government_share_due, contributed_in_year, government_share_rate, government_share_most, amount_rounding
):
    """Half of the year's contributions, up to 1,000 rupees, for the first five years of who joined early."""
    if government_share_due == 0:
        return 0
    return min(share(contributed_in_year, government_share_rate, amount_rounding), government_share_most)
