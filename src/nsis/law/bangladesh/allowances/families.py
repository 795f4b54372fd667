"""Families: mother and child, the family card, and public works for the poorest."""

from nsis.engine.rule import rule
from nsis.terms.reason import EXHAUSTED, NOT_COVERED, QUALIFIED


@rule(provision="Mother and Child Benefit notices, entry 1", unit="reason", since="2016-07")
def mother_child_qualified(
    order_of_child, mother_child_children, mother_child_months_drawn, mother_child_months
):
    """For the first or the second child, as long as months are left."""
    if order_of_child > mother_child_children:
        return NOT_COVERED
    if mother_child_months_drawn >= mother_child_months:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Mother and Child Benefit notices, entry 2", unit="poisha/month", since="2016-07")
def mother_child_benefit(mother_child_qualified, mother_child_amount):
    """The flat amount of the month."""
    if mother_child_qualified != QUALIFIED:
        return 0
    return mother_child_amount


@rule(provision="Mother and Child Benefit notices, entry 2", unit="poisha", since="2016-07")
def mother_child_benefit_in_all(mother_child_benefit, mother_child_months, mother_child_months_drawn):
    """What is still to come at the present amount."""
    return mother_child_benefit * max(0, mother_child_months - mother_child_months_drawn)


@rule(provision="Budget of 2026-27, entry 6", unit="poisha/month", since="2026-07")
def family_card_benefit(holds_family_card, family_card_amount):
    """The amount of a household with a card; who is given one is decided by survey, not by a rule here."""
    if holds_family_card == 0:
        return 0
    return family_card_amount


@rule(provision="Budget of 2023-24, entry 5", unit="poisha", since="2023-07")
def works_wages(days_of_works, works_days_greatest, works_daily_wage):
    """The day's wage for each day on public works, of two times forty days a year."""
    return works_daily_wage * min(days_of_works, works_days_greatest)
