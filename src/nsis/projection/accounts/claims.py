"""The parts of what a benefit costs: how often, how long, how much. Equations: docs/theory/accounts.md."""

from dataclasses import dataclass

from nsis.projection.accounts.fund import Years, ratio
from nsis.projection.lines import Lines
from nsis.terms.month import MONTHS_PER_YEAR

WEEKS_PER_MONTH = 365.25 / 7 / MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True, eq=False)
class Claims:
    """
    One benefit through time. Arrays are float64 [year]; nan where there is nothing to divide by.

    `frequency` is awards for each insured person and year, `months` those paid for each award,
    `replacement` the month's average benefit by the month's average insurable earnings. A twelfth of their
    product is the benefit's cost rate (eq. 13). Where awards last for long, `months` is a measure of a
    year, not of a claim.
    """

    benefit: str
    frequency: Years
    months: Years
    replacement: Years

    @property
    def weeks(self) -> Years:
        """Average weeks of each award."""
        return self.months * WEEKS_PER_MONTH

    @property
    def cost_rate(self) -> Years:
        """What the benefit costs by insurable earnings, [year]."""
        return self.frequency * self.months * self.replacement / MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True, eq=False)
class Spells:
    """
    The same where the days paid are known: awards for each insured person, days for each, taka for each day.

    Their product, by average insurable earnings, is the benefit's cost rate (eq. 13).
    """

    benefit: str
    frequency: Years
    days: Years
    daily: Years
    cost_rate: Years


def spells_of(lines: Lines, benefit: str, days: Years) -> Spells:
    """The frequency, days and daily amount of a benefit of the employee class, of which `days` were paid."""
    return Spells(
        benefit=benefit,
        frequency=ratio(lines.awards[benefit], lines.employees),
        days=ratio(days, lines.awards[benefit]),
        daily=ratio(lines.benefits[benefit], days),
        cost_rate=ratio(lines.benefits[benefit], lines.insurable_earnings),
    )


def claims_of(lines: Lines, benefit: str) -> Claims:
    """The frequency, length and level of a benefit of the employee class."""
    months = lines.beneficiaries[benefit] * MONTHS_PER_YEAR
    average = ratio(lines.benefits[benefit], months)
    earnings = ratio(lines.insurable_earnings, lines.employees) / MONTHS_PER_YEAR
    return Claims(
        benefit=benefit,
        frequency=ratio(lines.awards[benefit], lines.employees),
        months=ratio(months, lines.awards[benefit]),
        replacement=ratio(average, earnings),
    )
