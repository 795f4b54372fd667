"""Funeral expenses of an insured person."""

from nsis.engine.rule import rule


@rule(provision="ESI (Central) Rules 1950, rule 59", unit="paise", since="2002-08")
def funeral_grant(funeral_expenses, funeral_most):
    """What the funeral has cost, up to a most."""
    return min(funeral_expenses, funeral_most)
