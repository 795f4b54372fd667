"""How far lives and cohorts agree: each line's total over the years, the difference in standard errors."""

import numpy as np

from nsis.engine.in_force import LawInForce
from nsis.projection.lines import Lines
from nsis.projection.lives.result import LivesResult
from nsis.projection.report.findings import Agreement
from nsis.terms.wording import Wording


def agreement_of(result: LivesResult, cohort: Lines) -> tuple[Agreement, ...]:
    """Every contribution and benefit that either model has anything of, in taka of the years."""
    columns, law = result.world.columns, result.world.laws[0]
    errors = _errors(result)
    found = [
        Agreement(
            _label(law, result.world.scheme_map.contributions[line]),
            float(result.lines.contributions[line].sum()),
            float(cohort.contributions[line].sum()),
            errors[columns.place[line]],
        )
        for line in result.lines.contributions
    ]
    found += [
        Agreement(
            _label(law, name),
            float(result.lines.benefits[name].sum()),
            float(cohort.benefits[name].sum()),
            errors[columns.place[name]],
        )
        for name in columns.benefits
    ]
    return tuple(each for each in found if each.lives or each.cohort)


def _errors(result: LivesResult) -> list[float]:
    """The standard error of each line's total, taka, from how the blocks differ."""
    totals = result.amounts.sum(axis=1).astype(float)
    spread = np.sqrt(len(totals) * totals.var(axis=0, ddof=1)) * result.gross / result.world.economy.parts
    return [float(each) for each in spread]


def _label(law: LawInForce, name: str) -> Wording:
    return law.quantity(name).label
