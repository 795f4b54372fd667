"""What a country's design costs on Bangladesh's lives: the same persons under each law in turn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nsis.comparison.money import money_of
from nsis.engine.scheme import Scheme
from nsis.projection.accounts.fund import discount_mid_year, present_value, ratio
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.lines import Lines
from nsis.projection.lives.result import LivesResult
from nsis.projection.models import followed
from nsis.projection.report.scheme_words import SchemeWords, read_scheme_words
from nsis.projection.request import Progress, Request, first_year, world_of
from nsis.terms.wording import Wording

Years = NDArray[np.float64]

MARKED = (1, 20, 75)  # years whose cost rates are shown


@dataclass(frozen=True, slots=True)
class Asked:
    """How designs are costed: what is assumed, for how many years, and on which of the nation's persons."""

    assumptions: AssumptionSet
    wages: str  # how Bangladesh's wages stand in another country's law
    years: int
    sample: float
    seed: int

    def request(self, scheme: Scheme) -> Request:
        """The projection of one scheme."""
        first = first_year(scheme, self.assumptions)
        return Request(
            scheme=scheme,
            reforms=(),
            assumptions=self.assumptions,
            years=tuple(range(first, first + self.years)),
            sample=self.sample,
            seed=self.seed,
            scenarios=0,
            tried=False,
            financed=False,
            command="",
            money=money_of(scheme.name, self.wages),
        )


@dataclass(frozen=True)
class Cost:
    """
    A scheme's benefits and contributions, without administration; rates are shares of insurable earnings.

    Of a scheme with a class for informal workers only the branches of employees are told, on whose earnings
    every rate is.
    """

    name: Wording
    result: LivesResult
    words: SchemeWords

    @property
    def lines(self) -> Lines:
        """The totals by year."""
        return self.result.lines

    @property
    def interest(self) -> Years:
        """Of the fund, [year]."""
        return self.result.world.economy.interest

    @cached_property
    def branches(self) -> Mapping[str, Wording]:
        """The branches of the employees' class, with their names."""
        of = self.result.world.scheme_map.employee.contributions
        return {branch: self.words.name_of(branch) for branch in dict.fromkeys(branch for branch, _ in of)}

    def paid(self, branch: str | None) -> Years:
        """The benefits of a branch, or of all, [year]."""
        return self._sum(branch, self.lines.benefits_of)

    def charged(self, branch: str | None) -> Years:
        """What the law charges for a branch, or for all, from all payers, [year]."""
        return self._sum(branch, self.lines.contributions_of)

    def _sum(self, branch: str | None, of: Callable[[str], Years]) -> Years:
        total: Years = np.sum([of(each) for each in self.branches if branch in (None, each)], axis=0)
        return total

    def rate(self, amounts: Years, year: int) -> float:
        """Amounts of the `year`th year as a share of insurable earnings."""
        return float(ratio(amounts, self.lines.insurable_earnings)[year - 1])

    def of_output(self, year: int) -> float:
        """All benefits of the `year`th year as a share of GDP."""
        return float(ratio(self.paid(None), self.result.world.economy.gdp)[year - 1])

    def level(self, amounts: Years) -> float:
        """The level rate that is worth as much as the amounts over all years: of benefits the premium."""
        return present_value(amounts, self.interest) / present_value(
            self.lines.insurable_earnings, self.interest
        )

    @property
    def error(self) -> float:
        """The standard error of the premium of all branches, from how the blocks of lives differ."""
        columns, worth = self.result.world.columns, discount_mid_year(self.interest)
        by_block = np.tensordot(self.result.amounts.astype(float), worth, axes=([1], [0]))  # [block, line]
        names = [name for name, branch in self.lines.branch_of.items() if branch in self.branches]
        paid = by_block[:, [columns.place[name] for name in names]].sum(axis=1)
        earned = by_block[:, columns.place["insurable_earnings"]]
        apart, blocks = paid - paid.sum() / earned.sum() * earned, len(paid)
        return float(np.sqrt(blocks / (blocks - 1) * (apart**2).sum()) / earned.sum())


def costed(
    schemes: Sequence[tuple[Wording, Scheme]], asked: Asked, folder: Path | None, progress: Progress
) -> list[Cost]:
    """
    The schemes on the same lives, one after the other; what is done is kept in `folder`, and not done again.

    Refused where a scheme has no files that say how it meets a life.
    """
    return [_cost(name, scheme, asked, folder, progress) for name, scheme in schemes]


def _cost(name: Wording, scheme: Scheme, asked: Asked, folder: Path | None, progress: Progress) -> Cost:
    request = asked.request(scheme)
    world = world_of(scheme, request.assumptions, request.years, request.money)

    def tell(what: Wording, done: int, of: int) -> None:
        progress(Wording.joined([name, what], ": "), done, of)

    return Cost(name, followed(world, request, folder, tell), read_scheme_words(scheme.name))
