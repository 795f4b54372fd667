"""The guaranteed pension, the same for the spouse, and the sum that goes to the nominee."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup
from nsis.terms.reason import QUALIFIED, UNDER_AGE


@rule(provision="Atal Pension Yojana 2015, paragraph 4", unit="paise/month")
def guaranteed_pension(guaranteed_pensions, pension_choice):
    """The pension chosen."""
    return lookup(guaranteed_pensions, pension_choice)


@rule(provision="Atal Pension Yojana 2015, paragraph 4", unit="reason")
def old_age_qualified(age, pension_age):
    """At 60, after paying until then."""
    if age < pension_age:
        return UNDER_AGE
    return QUALIFIED


@rule(provision="Atal Pension Yojana 2015, paragraph 4", unit="paise/month")
def old_age_pension(old_age_qualified, guaranteed_pension):
    """The guaranteed pension."""
    if old_age_qualified != QUALIFIED:
        return 0
    return guaranteed_pension


@rule(provision="Atal Pension Yojana 2015, paragraph 6", unit="paise/month")
def survivor_pension(guaranteed_pension):
    """The spouse has the same pension, for life."""
    return guaranteed_pension


@rule(provision="Atal Pension Yojana 2015, paragraph 6", unit="paise")
def nominee_sum(nominee_sums, pension_choice):
    """What goes to the nominee when both have died."""
    return lookup(nominee_sums, pension_choice)
