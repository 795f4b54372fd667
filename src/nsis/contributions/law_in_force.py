"""The law that assesses a month, and whether it may."""

from collections.abc import Callable
from datetime import date
from functools import cache

from nsis.contributions.amounts import FACTS, QUANTITIES
from nsis.contributions.faults import MONTH_TO_COME, NOT_ENACTED
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import LawRefused
from nsis.foundation.queries import is_demonstration
from nsis.law import scheme
from nsis.terms.fault import Fault
from nsis.terms.month import Month, format_month
from nsis.terms.provision import Status
from nsis.terms.wording import Wording

SCHEME = "bangladesh/nsis"


@cache
def law_of(month: Month) -> LawInForce:
    """The law in force in a month; LawRefused, with its faults, where there is none."""
    return scheme(SCHEME).on(month)


@cache
def amounts_due_in(month: Month) -> Callable[..., tuple[int, ...]]:
    """The month's law as one function from a line's `FACTS` to its `QUANTITIES`."""
    return law_of(month).compiled(inputs=FACTS, targets=QUANTITIES)


def month_faults(month: Month, on: date) -> list[Fault]:
    """Why nothing can be booked for a month on a day: it is to come, or its law is missing or not enacted.

    What is not enacted counts only on a demonstration installation.
    """
    if month.first_day > on:
        return [MONTH_TO_COME.at(month=named(month))]
    try:
        law = law_of(month)
    except LawRefused as refused:
        return list(refused.faults)
    if law.status is Status.ENACTED or is_demonstration():
        return []
    return [NOT_ENACTED.at(month=named(month), status=law.status.label)]


def named(month: Month) -> Wording:
    """The month as people write it, in each language."""
    return Wording.of_each(lambda language: format_month(month, language=language))
