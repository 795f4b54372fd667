"""What co-financing informal workers costs the budget, by take-up. Equations: docs/theory/financing.md."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nsis.projection.accounts.account import economy_over
from nsis.projection.accounts.fund import Years, present_value, ratio
from nsis.projection.economy import Economy
from nsis.projection.lines import Lines, Payer


@dataclass(frozen=True, slots=True, eq=False)
class FiscalCost:
    """
    What the government pays for the informal class under one scenario of take-up. Arrays are float64 [year].

    `cost` is in taka of the year; `of_gdp` its share of GDP; `for_each` what an insured person costs a year;
    `present_value` in taka at the start of the first year.
    """

    scenario: str
    years: tuple[int, ...]
    insured: Years
    cost: Years
    of_gdp: Years
    for_each: Years
    present_value: float


def fiscal_cost(
    scenario: str, lines: Lines, economy: Economy, payers: tuple[Payer, ...] = ("match",)
) -> FiscalCost:
    """The fiscal cost of a run: what these payers put in, over all branches (eq. 5)."""
    economy = economy_over(economy, lines.years)
    paid = [amounts for (_, payer), amounts in lines.contributions.items() if payer in payers]
    cost = np.sum(paid, axis=0) if paid else np.zeros(len(lines.years))
    return FiscalCost(
        scenario=scenario,
        years=lines.years,
        insured=lines.informal_insured,
        cost=cost,
        of_gdp=ratio(cost, economy.gdp),
        for_each=ratio(cost, lines.informal_insured),
        present_value=present_value(cost, economy.interest),
    )


def cost_of_reaching_more(less: FiscalCost, more: FiscalCost) -> Years:
    """
    What each further insured person costs a year, in taka: [year] (eq. 6).

    Above `for_each` of `less`, since whoever was insured before is matched more too. nan where no more are
    reached.
    """
    return ratio(more.cost - less.cost, more.insured - less.insured)


def fiscal_costs(runs: Mapping[str, Lines], economy: Economy) -> dict[str, FiscalCost]:
    """The fiscal cost of each scenario of take-up, named."""
    return {name: fiscal_cost(name, lines, economy) for name, lines in runs.items()}
