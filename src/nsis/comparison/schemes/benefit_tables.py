"""What each scheme gives in old age, by career and level, and on what conditions each branch does."""

from collections.abc import Callable
from fractions import Fraction
from math import isnan, nan

from nsis.comparison.answers import Branch
from nsis.comparison.ilo import words as ilo_words
from nsis.comparison.ilo.clauses import SHORT_CAREER
from nsis.comparison.schemes import words
from nsis.comparison.schemes.columns import Profiles, at_level, bars_of, branch_name, figure_column, times_of
from nsis.comparison.schemes.profile import CAREERS, LEVELS, Part, Profile
from nsis.projection.report.document import Cell, Column, Figure, Table
from nsis.projection.report.figures import FINE_PERCENT, Measure
from nsis.terms.unit import UNITS
from nsis.terms.wording import Wording

MONTHLY_WAGES = Measure("monthly_wages", Wording(en="monthly wages", bn="মাসিক মজুরি"), 1, 1)
THIRTY = 30  # years, of the chart
# Months of insurance behind a benefit that grows with them, as in C102: thirty years, fifteen years.
CAREER_OF = {"old_age": 360, "invalidity": 180, "survivors": 180}


def old_age(profiles: Profiles) -> Table:
    """Replacement rates by career and level."""
    columns = _by_career(profiles, _rate, FINE_PERCENT)
    return Table("replacement", words.REPLACEMENT, columns, note=words.REPLACEMENT_NOTE)


def _by_career(
    profiles: Profiles, told: Callable[[Profile, int, Fraction], float], measure: Measure
) -> list[Column]:
    """A row for each scheme and level, a column for each career."""
    rows = [(each, level) for each in profiles for level in LEVELS]
    columns = [Column("row", words.SCHEME, [at_level(each, level) for each, level in rows])]
    for years in CAREERS:
        heading = words.AFTER_YEARS.format(years=Wording.of_number(years))
        values = [told(each, years, level) for each, level in rows]
        columns.append(figure_column(f"years_{years}", heading, values, measure))
    return columns


def _rate(profile: Profile, years: int, level: Fraction) -> float:
    found = profile.old_age(years, level)
    return nan if found is None or found.monthly is None else float(found.monthly / found.wage)


def old_age_chart(profiles: Profiles) -> Figure:
    """The same after thirty years, as bars."""
    bars = [(times_of(level), [_rate(each, THIRTY, level) for each in profiles]) for level in LEVELS]
    return bars_of("replacement_chart", words.REPLACEMENT_CHART, profiles, bars, FINE_PERCENT)


def lump_sums(profiles: Profiles) -> list[Table]:
    """What is paid once, where any of the schemes does."""
    columns = _by_career(profiles, _wages_at_once, MONTHLY_WAGES)
    figures = [value for column in columns[1:] for value in column.values if isinstance(value, float)]
    if all(isnan(value) for value in figures):
        return []
    return [Table("lump_sums", words.LUMP_SUMS, columns)]


def _wages_at_once(profile: Profile, years: int, level: Fraction) -> float:
    found = profile.old_age(years, level)
    return nan if found is None or found.monthly is not None else found.amount / found.wage


def conditions(profiles: Profiles) -> Table:
    """Benefit, qualifying months, waiting, duration and financing of each branch."""
    rows = [(each, part, branch) for each in profiles for part, branch in each.branches.values()]

    def told(field: str, unit: str) -> list[Cell | None]:
        return [part.worded(getattr(branch, field), branch, unit) or words.EMPTY for _, part, branch in rows]

    benefits = [_benefit(each, branch.name) for each, _, branch in rows]
    financing = [ilo_words.FINANCING.get(branch.financing or "", words.EMPTY) for _, _, branch in rows]
    columns = [
        Column("row", words.SCHEME, [part.name for _, part, _ in rows]),
        Column("branch", words.BRANCH, [branch_name(branch.name) for _, _, branch in rows]),
        figure_column("benefit", words.BENEFIT, benefits, FINE_PERCENT),
        Column("qualifying", words.QUALIFYING, told("qualifying_months", "months")),
        Column("waiting", words.WAITING, told("waiting_days", "days")),
        Column("employer_days", words.EMPLOYER_DAYS, told("employer_days", "days")),
        Column("duration", words.DURATION, [_duration(part, branch) for _, part, branch in rows]),
        Column("financing", words.FINANCED, financing),
    ]
    return Table("conditions", words.CONDITIONS, columns)


def _benefit(profile: Profile, name: str) -> float:
    found = profile.level(name, CAREER_OF.get(name, SHORT_CAREER), Fraction(1))
    return nan if found is None or found.monthly is None else float(found.monthly / found.wage)


def _duration(part: Part, branch: Branch) -> Wording:
    if branch.form == "lump sum":
        return words.LUMP_SUM
    lasts = branch.duration
    if lasts is None:
        return words.EMPTY
    if lasts.amount is None:
        return ilo_words.FOR_LIFE if lasts.counted_in == "life" else ilo_words.AS_LONG
    unit = lasts.counted_in if lasts.counted_in in UNITS else "number"
    return part.worded(lasts.amount, branch, unit) or words.EMPTY
