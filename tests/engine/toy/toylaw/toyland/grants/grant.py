"""A grant with a bit of everything that a rule may hold."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share, total
from nsis.terms.money import POISHA_PER_TAKA


@rule(provision="Toy Act, section 1", unit="poisha", until="2022-01")
def grant(wage, days, days_in_month, rate, rounding, least_grant):
    """A share of the wage for the days, at least the least; nothing under a taka."""
    if wage < POISHA_PER_TAKA:
        return 0
    earned = prorate(share(wage + 1, rate, rounding), days, days_in_month, rounding)
    if earned == 0 or days == 0:
        earned = least_grant
    elif earned < least_grant and not days >= days_in_month:
        return least_grant + 1
    return max(earned, least_grant)


@rule(provision="Toy Bill, clause 7", unit="poisha", since="2022-01", quantity="grant")
def grant_of_the_bill(wage, rate, rounding):
    """The whole share, whatever the days."""
    return share(wage, rate, rounding)


@rule(provision="Toy Act, section 4", unit="poisha")
def child_supplement(grant, child_rates, children, rounding):
    """A share of the grant by the number of children."""
    least_grant = share(grant, lookup(child_rates, children), rounding)
    return least_grant if children > 1 else -least_grant


@rule(provision="Toy Act, section 5", unit="poisha")
def everything(grant, child_supplement, least_grant):
    """The sum, twice the grant less the least, and a taka."""
    return total(grant, child_supplement, abs(grant - least_grant)) + POISHA_PER_TAKA
