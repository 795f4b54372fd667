"""Accounts of a scheme by branch, year by year. Equations: docs/theory/accounts.md."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

import numpy as np

from nsis.projection.accounts.fund import Years, grain_of, investment_income, on_grain, ratio
from nsis.projection.economy import Economy
from nsis.projection.lines import PAYERS, Lines, Payer

WHOLE = "whole"  # the name of the account of all branches together
Measure = Literal["current", "constant", "earnings", "gdp"]
MEASURES: tuple[Measure, ...] = ("current", "constant", "earnings", "gdp")


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """
    What one branch, or the whole scheme, takes, gives and holds. Arrays are float64 [year], taka of the year.

    `contributions` are by payer, every payer in it; `benefits` by name. Amounts are in whole grains
    (eq. 4), so that every sum of them is exact: over payers, benefits and branches, and from year to year.
    """

    branch: str
    years: tuple[int, ...]
    contributions: Mapping[Payer, Years]
    benefits: Mapping[str, Years]
    administration: Years
    investment_income: Years
    reserve_start: Years
    reserve_end: Years

    @property
    def contributed(self) -> Years:
        """Contributions of all payers, [year]."""
        return _sum(self.contributions, self.years)

    @property
    def paid(self) -> Years:
        """All benefits, [year]."""
        return _sum(self.benefits, self.years)

    @property
    def expenditure(self) -> Years:
        """Benefits and administration, [year]."""
        return self.paid + self.administration

    @property
    def net_income(self) -> Years:
        """Contributions less expenditure, [year]: before what the reserve earns."""
        return self.contributed - self.expenditure

    def over(self, count: int) -> "Account":
        """The account of the first so many years."""
        return replace(
            self,
            years=self.years[:count],
            contributions={payer: amounts[:count] for payer, amounts in self.contributions.items()},
            benefits={name: amounts[:count] for name, amounts in self.benefits.items()},
            administration=self.administration[:count],
            investment_income=self.investment_income[:count],
            reserve_start=self.reserve_start[:count],
            reserve_end=self.reserve_end[:count],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Accounts:
    """
    The accounts of a run: one a branch, none paying for another, and the whole, which is their sum.

    `economy` is that of the lines' years; `administration_share` is of contributions, [year].
    """

    lines: Lines
    economy: Economy
    administration_share: Years
    branches: Mapping[str, Account]
    whole: Account

    @property
    def years(self) -> tuple[int, ...]:
        """The years of every array."""
        return self.lines.years

    def of(self, branch: str) -> Account:
        """The account of a branch, or of all together where it is `WHOLE`."""
        return self.whole if branch == WHOLE else self.branches[branch]

    def measured(self, amounts: Years, measure: Measure) -> Years:
        """
        Amounts [year] as they are, in prices of the first year, or as a share of insurable earnings or GDP.

        Where nobody has insurable earnings the share is nan.
        """
        if measure == "current":
            return amounts
        by = {
            "constant": self.economy.price_index,
            "earnings": self.lines.insurable_earnings,
            "gdp": self.economy.gdp,
        }[measure]
        return ratio(amounts, by)


def accounts_of(
    lines: Lines,
    economy: Economy,
    *,
    administration_share: float | Years,
    administration_limit: float = 1.0,
    reserves: Mapping[str, float] | None = None,
) -> Accounts:
    """
    The accounts of what a run has reckoned.

    Administration costs `administration_share` of contributions (0.05 is 5 %), at most the law's
    `administration_limit`. `reserves` are what branches hold at the start, in taka, none where not named.
    ValueError where the economy lacks a year of the lines.
    """
    economy = economy_over(economy, lines.years)
    share = np.minimum(np.broadcast_to(administration_share, len(lines.years)), administration_limit)
    started = {branch: (reserves or {}).get(branch, 0.0) for branch in lines.branches}
    drafts = {branch: _drafted(lines, branch, share) for branch in lines.branches}
    grain = grain_of(_greatest(drafts, started, economy.interest))
    branches = {
        branch: _booked(draft, started[branch], economy.interest, grain) for branch, draft in drafts.items()
    }
    return Accounts(lines, economy, share, branches, _together(branches, lines.years))


def economy_over(economy: Economy, years: tuple[int, ...]) -> Economy:
    """The economy of these years; ValueError where it lacks one."""
    places = [economy.years.index(year) for year in years]
    paths = [field.name for field in fields(economy) if field.name not in ("years", "money")]
    return replace(economy, years=years, **{name: getattr(economy, name)[places] for name in paths})


def _drafted(lines: Lines, branch: str, share: Years) -> Account:
    """A branch's account before it is rounded, and without a reserve (eq. 3)."""
    nothing = np.zeros(len(lines.years))
    contributions = {payer: lines.contributions.get((branch, payer), nothing) for payer in PAYERS}
    benefits = {name: paid for name, paid in lines.benefits.items() if lines.branch_of[name] == branch}
    administration = share * _sum(contributions, lines.years)
    return Account(branch, lines.years, contributions, benefits, administration, nothing, nothing, nothing)


def _greatest(drafts: Mapping[str, Account], reserves: Mapping[str, float], interest: Years) -> float:
    """No sum of amounts in these accounts is greater."""
    moved = 0.0
    for branch, draft in drafts.items():
        earned, held = investment_income(reserves[branch], draft.net_income, interest)
        moved += float(draft.contributed.sum() + draft.expenditure.sum() + np.abs(earned).sum())
        moved += abs(reserves[branch]) + float(np.abs(held).max(initial=0))
    return moved


def _booked(draft: Account, reserve: float, interest: Years, grain: float) -> Account:
    """The account in whole grains, with what its reserve earns."""
    rounded = replace(
        draft,
        contributions={payer: on_grain(amounts, grain) for payer, amounts in draft.contributions.items()},
        benefits={name: on_grain(amounts, grain) for name, amounts in draft.benefits.items()},
        administration=on_grain(draft.administration, grain),
    )
    start = round(reserve / grain) * grain
    earned, held = investment_income(start, rounded.net_income, interest, grain)
    before = np.concatenate([[start], held[:-1]])
    return replace(rounded, investment_income=earned, reserve_start=before, reserve_end=held)


def _together(branches: Mapping[str, Account], years: tuple[int, ...]) -> Account:
    """The sum of the branches."""
    each = branches.values()

    def total(name: str) -> Years:
        return _sum({account.branch: getattr(account, name) for account in each}, years)

    return Account(
        branch=WHOLE,
        years=years,
        contributions={
            payer: _sum({account.branch: account.contributions[payer] for account in each}, years)
            for payer in PAYERS
        },
        benefits={name: paid for account in each for name, paid in account.benefits.items()},
        administration=total("administration"),
        investment_income=total("investment_income"),
        reserve_start=total("reserve_start"),
        reserve_end=total("reserve_end"),
    )


def _sum(amounts: Mapping[str, Years] | Mapping[Payer, Years], years: tuple[int, ...]) -> Years:
    total: Years = sum(amounts.values(), np.zeros(len(years)))
    return total
