"""
Rates of contribution that pay for what is promised. Equations: docs/theory/premiums.md.

A rate is a share of insurable earnings (0.1 is 10 %). What it brings pays benefits and administration, which
is itself a share of contributions.
"""

from dataclasses import dataclass, replace

import numpy as np

from nsis.projection.accounts.account import WHOLE, Accounts
from nsis.projection.accounts.fund import Years, discount_to_start, investment_income, present_value

CONTROL_YEARS, SHORT_TERM_YEARS = 20, 5


@dataclass(frozen=True, slots=True, eq=False)
class PremiumBasis:
    """
    What premiums are reckoned from. Arrays are float64 [year]: taka of the year, yearly rates, shares.

    `reserve` is held at the start, in taka. `given` is contributed besides the premium, such as the
    government's share where the premium is that of employers and workers.
    """

    years: tuple[int, ...]
    benefits: Years
    earnings: Years
    interest: Years
    administration_share: Years
    given: Years
    reserve: float

    @property
    def net_earnings(self) -> Years:
        """What a rate of 100 % would leave for benefits, [year]."""
        return self.earnings * (1 - self.administration_share)

    @property
    def need(self) -> Years:
        """Benefits less what is given, net of administration, [year]."""
        return self.benefits - self.given * (1 - self.administration_share)

    def over(self, first: int, last: int) -> "PremiumBasis":
        """The same from place `first` until before `last`, with the same reserve."""
        part = slice(first, last)
        return PremiumBasis(
            self.years[part],
            self.benefits[part],
            self.earnings[part],
            self.interest[part],
            self.administration_share[part],
            self.given[part],
            self.reserve,
        )

    def reserves(self, rates: float | Years) -> Years:
        """The reserve at the end of each year when these rates are charged, [year] (eq. 1)."""
        return investment_income(self.reserve, rates * self.net_earnings - self.need, self.interest)[1]


@dataclass(frozen=True, slots=True)
class ScaledPremium:
    """The level rate of one control period: from July of `first` until before July of `until`."""

    first: int
    until: int
    rate: float
    reserve: float  # at the end, taka


def basis_of(accounts: Accounts, branch: str = WHOLE) -> PremiumBasis:
    """What the premiums of a branch, or of the whole, are reckoned from: nothing is given besides."""
    account = accounts.of(branch)
    return PremiumBasis(
        years=account.years,
        benefits=account.paid,
        earnings=accounts.lines.insurable_earnings,
        interest=accounts.economy.interest,
        administration_share=accounts.administration_share,
        given=np.zeros(len(account.years)),
        reserve=float(account.reserve_start[0]),
    )


def general_average_premium(basis: PremiumBasis, end_reserve: float = 0.0) -> float:
    """
    The level rate that, charged in every year, leaves `end_reserve` taka at the end (eq. 2).

    nan where nobody has insurable earnings.
    """
    earnings = present_value(basis.net_earnings, basis.interest)
    need = present_value(basis.need, basis.interest) - basis.reserve
    need += end_reserve * float(discount_to_start(basis.interest)[-1])
    return need / earnings if earnings > 0 else float("nan")


def scaled_premiums(
    basis: PremiumBasis, *, control_years: int = CONTROL_YEARS, reserve_ratio: float = 0.0
) -> tuple[ScaledPremium, ...]:
    """
    The level rate of each control period in turn, the last as long as what is left.

    The least rate at which the reserve falls in no year of the period, and at its end is at least
    `reserve_ratio` times the year's expenditure (eq. 3, 4).
    """
    found, reserve = [], basis.reserve
    for first in range(0, len(basis.years), control_years):
        part = replace(basis.over(first, first + control_years), reserve=reserve)
        rate = _least_rate(part, reserve_ratio)
        reserve = float(part.reserves(rate)[-1])
        found.append(ScaledPremium(part.years[0], part.years[-1] + 1, rate, reserve))
    return tuple(found)


def _least_rate(basis: PremiumBasis, reserve_ratio: float) -> float:
    """Reserves are straight lines in the rate: each condition bounds it from below."""
    at_none, at_whole = basis.reserves(0.0), basis.reserves(1.0)
    steps = np.diff(at_none, prepend=basis.reserve)
    slopes = np.diff(at_whole, prepend=basis.reserve) - steps
    administration = basis.administration_share[-1]
    spent = basis.benefits[-1] + administration * basis.given[-1]
    level = at_none[-1] - reserve_ratio * spent
    slope = at_whole[-1] - at_none[-1] - reserve_ratio * administration * basis.earnings[-1]
    conditions = [*zip(steps, slopes, strict=True), (level, slope)]
    return float(max((-height / rise for height, rise in conditions if rise > 0), default=np.nan))
