"""The lines of a scheme's accounts: what it takes and gives, year after year, whoever reckoned them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Payer = Literal["employer", "worker", "government", "match"]
PAYERS: tuple[Payer, ...] = (
    "employer",
    "worker",
    "government",
    "match",
)  # `match`: co-financed informal months
Years = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """
    Yearly totals of one run of a scheme. A year runs from July to June and is named by the year it begins in.

    Every array is float64 [year]. Amounts are taka of the year; persons are monthly means over the year;
    awards are numbers begun in the year. What was reckoned from a sample is grossed up to the nation.
    """

    scheme: str
    years: tuple[int, ...]
    branch_of: Mapping[str, str]  # of every benefit
    contributions: Mapping[tuple[str, Payer], Years]  # by branch and payer
    benefits: Mapping[str, Years]  # by benefit
    insurable_earnings: Years  # of the employee class
    contributors: Years  # persons with a contribution in the month, either class
    beneficiaries: Mapping[str, Years]  # persons paid in the month, by benefit
    awards: Mapping[str, Years]  # by benefit
    employees: Years  # persons insured as employees
    informal_insured: Years  # persons insured in the informal class
    labour_force: Years
    population: Years

    def benefits_of(self, branch: str) -> Years:
        """What a branch pays, [year]."""
        paid = [amounts for name, amounts in self.benefits.items() if self.branch_of[name] == branch]
        return np.sum(paid, axis=0) if paid else np.zeros(len(self.years))

    def contributions_of(self, branch: str) -> Years:
        """What a branch takes from all payers, [year]."""
        taken = [amounts for (name, _), amounts in self.contributions.items() if name == branch]
        return np.sum(taken, axis=0) if taken else np.zeros(len(self.years))

    @property
    def branches(self) -> tuple[str, ...]:
        """Every branch that takes or gives, in the order of its contributions, then of its benefits."""
        return tuple(dict.fromkeys([*(branch for branch, _ in self.contributions), *self.branch_of.values()]))
