"""The grants of the fund: once, to the worker or the family."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup
from nsis.terms.reason import NOT_COVERED, QUALIFIED


@rule(provision="Central Fund page, entry 3", unit="reason")
def central_fund_qualified(in_export_garments):
    """A worker of a wholly export-oriented garment factory."""
    if in_export_garments == 0:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Central Fund page, entry 4", unit="poisha")
def central_fund_grant(central_fund_qualified, central_fund_event, central_fund_sums):
    """The sum for what befell the worker."""
    if central_fund_qualified != QUALIFIED:
        return 0
    return lookup(central_fund_sums, central_fund_event)


@rule(provision="Central Fund press reports, report 1", unit="poisha")
def central_fund_stipends(central_fund_qualified, pupils, central_fund_stipend):
    """The stipend for each pupil of the families."""
    if central_fund_qualified != QUALIFIED:
        return 0
    return pupils * central_fund_stipend
