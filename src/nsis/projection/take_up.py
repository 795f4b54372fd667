"""How many informal workers enrol, and in which band, by price and match. Theory: docs/theory/labour.md."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.scheme import Scheme
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.economy import Economy
from nsis.projection.inputs.moving import Offer
from nsis.projection.laws import JULY
from nsis.terms.money import POISHA_PER_TAKA
from nsis.terms.month import Month
from nsis.terms.rate import PARTS

Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class InformalTerms:
    """
    What the law offers informal workers, by year: the price of each band [year, band] in taka a month, the
    lowest first, and the match [year, poverty class] for each taka paid (1 is 100 %).
    """

    years: tuple[int, ...]
    prices: Shares
    match: Shares


def terms_of(scheme: Scheme, offer: Offer, years: Sequence[int]) -> InformalTerms:
    """What the scheme, its values moved by the economy, offers from 1 July of each year."""

    def offered(name: str) -> Shares:
        dated = [scheme.parameters[name].on(Month(year, JULY).first_day) for year in years]
        return np.array([each.value for each in dated if each is not None], float)

    return InformalTerms(
        years=tuple(years),
        prices=offered(offer.prices) / POISHA_PER_TAKA,
        match=offered(offer.match) / PARTS,
    )


def take_up_of(
    assumptions: AssumptionSet,
    dates: Sequence[int],
    economy: Economy,
    wage_of_group: Shares,
    poverty_of_group: NDArray[np.int64],
    terms: InformalTerms | None,
) -> Shares:
    """
    The share of each group's informal workers in each band [year, group, band], band 0 being none.

    After the last year of `economy` and of `terms` what they have then holds.
    """
    classes = np.arange(1, poverty_of_group.max() + 1)
    enrolled = assumptions.grid("informal_take_up").at(dates, classes)[:, 0]
    chosen = assumptions.grid("informal_bands").values[0, 0]
    bands = np.broadcast_to(chosen, (len(dates), len(wage_of_group), len(chosen)))
    if terms is not None:
        earnings = _held(economy.informal_earnings, economy.years, dates)
        prices, match = (_held(each, terms.years, dates) for each in (terms.prices, terms.match))
        enrolled = enrolled * _response(assumptions, earnings, prices, match)
        limit = _number(assumptions, "informal_affordable") * earnings[:, None] * wage_of_group
        bands = bands * (prices[:, None, :] <= limit[..., None])
    whole = bands.sum(axis=-1, keepdims=True)
    bands = np.divide(bands, whole, out=np.zeros_like(bands), where=whole > 0)
    taken = np.minimum(enrolled, 1)[:, poverty_of_group - 1, None] * bands
    return np.concatenate([1 - taken.sum(axis=-1, keepdims=True), taken], axis=-1)


def _response(assumptions: AssumptionSet, earnings: Shares, prices: Shares, match: Shares) -> Shares:
    """What price and match make of take-up, beside those at which it is as assumed: [year, class] (eq. 7)."""
    price = prices @ assumptions.grid("informal_bands").values[0, 0] / earnings
    dearer = price / _number(assumptions, "take_up_reference_price")
    better = (1 + match) / (1 + assumptions.grid("take_up_reference_match").values[0, 0])
    to_match, to_price = (_number(assumptions, f"take_up_{name}_elasticity") for name in ("match", "price"))
    response: Shares = better**to_match / dearer[:, None] ** to_price
    return response


def _held(values: Shares, years: Sequence[int], dates: Sequence[int]) -> Shares:
    """Values [year, ...] on the dates, the last held."""
    held: Shares = values[[min(date, years[-1]) - years[0] for date in dates]]
    return held


def _number(assumptions: AssumptionSet, name: str) -> float:
    return float(assumptions.grid(name).values[0, 0, 0])
