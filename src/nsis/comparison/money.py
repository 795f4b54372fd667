"""In what money a country's law is projected on Bangladesh's lives."""

from nsis.comparison.wages import MAPPINGS, wages_of
from nsis.projection.economy import AS_ASSUMED, Money

HOME = "bangladesh"  # whose lives are projected, and whose assumptions are in taka


def money_of(scheme: str, mapping: str) -> Money:
    """
    The currency of the scheme, in which the mean wage of employees is that which stands for Bangladesh's.

    By `multiples` it is the country's own average wage. Refused where a figure that the mapping needs is not
    known.
    """
    country = scheme.partition("/")[0]
    if country == HOME:
        return AS_ASSUMED
    wages = wages_of(country)
    wage = wages.wage_like(wages_of(HOME), mapping)
    return Money(wages.currency, wage / wages.currency.parts, MAPPINGS[mapping])
