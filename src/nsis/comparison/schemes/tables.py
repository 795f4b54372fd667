"""Schemes side by side as a document: tables and charts, for a page, a workbook and the terminal."""

from collections.abc import Sequence
from fractions import Fraction
from math import isnan, nan

import numpy as np

from nsis.comparison.answers import Branch
from nsis.comparison.ilo import words as ilo_words
from nsis.comparison.ilo.clauses import SHORT_CAREER, conventions
from nsis.comparison.ilo.verdicts import Verdict
from nsis.comparison.schemes import words
from nsis.comparison.schemes.profile import CAREERS, LEVELS, Part, Profile
from nsis.comparison.wages import FACTORS, MAPPINGS
from nsis.comparison.wages import Figure as KnownFigure
from nsis.projection.report.charts import BarChart, Series
from nsis.projection.report.document import Cell, Column, Document, Figure, Points, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, TIMES, Measure, digits
from nsis.terms.month import month_wording
from nsis.terms.unit import UNITS, value_wording
from nsis.terms.wording import Wording

CLAUSES = Measure("clauses", Wording(en="clauses", bn="দফা"))
MONTHLY_WAGES = Measure("monthly_wages", Wording(en="monthly wages", bn="মাসিক মজুরি"), 1, 1)
THIRTY = 30  # years, of the chart
# Months of insurance behind a benefit that grows with them, as in C102: thirty years, fifteen years.
CAREER_OF = {"old_age": 360, "invalidity": 180, "survivors": 180}

Profiles = Sequence[Profile]


def comparison(profiles: Profiles, mapping: str) -> Document:
    """The schemes beside each other."""
    base = words.OWN_AVERAGE if mapping == "multiples" else words.BANGLADESH_AVERAGE
    sections = [
        Section("laws", words.LAWS, [_laws(profiles)]),
        Section(
            "contributions", words.CONTRIBUTIONS, [_contribution_chart(profiles), _contributions(profiles)]
        ),
        Section(
            "old_age",
            words.REPLACEMENT,
            [_old_age_chart(profiles), _old_age(profiles), *_lump_sums(profiles)],
        ),
        Section("conditions", words.CONDITIONS, [_conditions(profiles)]),
        Section("limits", words.LIMITS, [_limits(profiles)]),
        Section("informal", words.INFORMAL, [_informal(profiles)]),
        Section("ilo", words.ILO, [_ilo_chart(profiles), _ilo(profiles), _failing(profiles)]),
        Section("sources", words.WAGES, [_sources(profiles)]),
    ]
    subtitle = words.SUBTITLE.format(mapping=MAPPINGS[mapping], base=base)
    return Document(words.TITLE, subtitle, words.STATUS, sections, [_by_branch(profiles), _wages(profiles)])


def _laws(profiles: Profiles) -> Table:
    parts = _parts(profiles)
    columns = [
        Column("scheme", words.SCHEME, [each.name for each in parts]),
        Column("name", words.FULL_NAME, [each.law.label for each in parts]),
        Column("month", words.MONTH, [month_wording(each.law.month) for each in parts]),
        Column("status", words.STANDING, [each.law.status.label for each in parts]),
        Column("base", words.BASE, [value_wording(each.base, unit=each.wages.unit) for each in parts]),
    ]
    return Table("laws", words.LAWS, columns)


def _wages(profiles: Profiles) -> Table:
    """Every figure that wages are mapped by, with its year, grade and source."""
    countries = {each.wages.country: each.wages for each in _parts(profiles)}
    rows = [(each, name, figure) for each in countries.values() for name, figure in each.figures.items()]
    columns = [
        Column("country", words.COUNTRY, [each.label for each, _, _ in rows]),
        Column("figure", words.FIGURE, [words.FIGURES[name] for _, name, _ in rows]),
        Column("value", words.VALUE, [_value(each.unit, name, figure) for each, name, figure in rows]),
        Column("year", words.YEAR, [digits(figure.year) for _, _, figure in rows]),
        Column("grade", words.GRADE, [digits(figure.grade) for _, _, figure in rows]),
        Column(
            "source", words.SOURCE, [Wording(en=figure.source, bn=figure.source) for _, _, figure in rows]
        ),
    ]
    return Table("wages", words.WAGES, columns)


def _sources(profiles: Profiles) -> Points:
    """The same as sentences: addresses are too long for a table on a page."""
    countries = {each.wages.country: each.wages for each in _parts(profiles)}
    return Points(
        [
            words.FIGURE_WITH_SOURCE.format(
                country=each.label,
                figure=words.FIGURES[name],
                value=_value(each.unit, name, figure),
                year=digits(figure.year),
                grade=figure.grade,
                source=figure.source,
            )
            for each in countries.values()
            for name, figure in each.figures.items()
        ]
    )


def _value(unit: str, name: str, figure: KnownFigure) -> Wording:
    if name in FACTORS:
        return digits(f"{float(figure.value):,.2f}")
    return value_wording(int(figure.value), unit=unit)


def _parts(profiles: Profiles) -> list[Part]:
    return [part for each in profiles for part in each.parts]


def _contributions(profiles: Profiles) -> Table:
    rows = [(each, level) for each in profiles for level in LEVELS]
    rates = [each.rates_by_payer(level) for each, level in rows]
    columns = [Column("row", words.SCHEME, [_at_level(each, level) for each, level in rows])]
    for payer, label in words.PAYERS.items():
        columns.append(_figures(payer, label, [each.get(payer, nan) for each in rates], FINE_PERCENT))
    whole = [sum(each.values()) if each else nan for each in rates]
    together = "+".join(f"{{{payer}}}" for payer in words.PAYERS)
    columns.append(_figures("together", words.TOGETHER, whole, FINE_PERCENT, together))
    return Table("contributions", words.CONTRIBUTIONS, columns)


def _contribution_chart(profiles: Profiles) -> Figure:
    rates = [each.rates_by_payer(Fraction(1)) for each in profiles]
    bars = [(label, [each.get(payer, nan) for each in rates]) for payer, label in words.PAYERS.items()]
    return _bars("contribution_chart", words.CONTRIBUTIONS_CHART, profiles, bars, FINE_PERCENT)


def _by_branch(profiles: Profiles) -> Table:
    rows = [(each, branch, rates) for each in profiles for branch, rates in _branches(each)]
    columns = [
        Column("row", words.SCHEME, [each.name for each, _, _ in rows]),
        Column("branch", words.BRANCH, [_branch(name) for _, name, _ in rows]),
    ]
    for payer, label in words.PAYERS.items():
        columns.append(_figures(payer, label, [rates.get(payer, nan) for _, _, rates in rows], FINE_PERCENT))
    return Table("contributions_by_branch", words.BY_BRANCH, columns)


def _branches(profile: Profile) -> list[tuple[str, dict[str, float]]]:
    rates = profile.rates(Fraction(1))
    names = dict.fromkeys(branch for branch, _ in rates)
    return [(name, {payer: rate for (each, payer), rate in rates.items() if each == name}) for name in names]


def _old_age(profiles: Profiles) -> Table:
    """Replacement rates by career and level."""
    rows = [(each, level) for each in profiles for level in LEVELS]
    columns = [Column("row", words.SCHEME, [_at_level(each, level) for each, level in rows])]
    for years in CAREERS:
        heading = words.AFTER_YEARS.format(years=Wording.of_number(years))
        values = [_rate(each, years, level) for each, level in rows]
        columns.append(_figures(f"years_{years}", heading, values, FINE_PERCENT))
    return Table("replacement", words.REPLACEMENT, columns, note=words.REPLACEMENT_NOTE)


def _rate(profile: Profile, years: int, level: Fraction) -> float:
    found = profile.old_age(years, level)
    return nan if found is None or found.monthly is None else float(found.monthly / found.wage)


def _old_age_chart(profiles: Profiles) -> Figure:
    bars = [(_times(level), [_rate(each, THIRTY, level) for each in profiles]) for level in LEVELS]
    return _bars("replacement_chart", words.REPLACEMENT_CHART, profiles, bars, FINE_PERCENT)


def _lump_sums(profiles: Profiles) -> list[Table]:
    """What is paid once, where any of the schemes does."""
    rows = [(each, level) for each in profiles for level in LEVELS]
    columns = [Column("row", words.SCHEME, [_at_level(each, level) for each, level in rows])]
    for years in CAREERS:
        heading = words.AFTER_YEARS.format(years=Wording.of_number(years))
        values = [_wages_at_once(each, years, level) for each, level in rows]
        columns.append(_figures(f"years_{years}", heading, values, MONTHLY_WAGES))
    figures = [value for column in columns[1:] for value in column.values if isinstance(value, float)]
    if all(isnan(value) for value in figures):
        return []
    return [Table("lump_sums", words.LUMP_SUMS, columns)]


def _wages_at_once(profile: Profile, years: int, level: Fraction) -> float:
    found = profile.old_age(years, level)
    return nan if found is None or found.monthly is not None else found.amount / found.wage


def _conditions(profiles: Profiles) -> Table:
    rows = [(each, part, branch) for each in profiles for part, branch in each.branches.values()]

    def told(field: str, unit: str) -> list[Cell | None]:
        return [part.worded(getattr(branch, field), branch, unit) or words.EMPTY for _, part, branch in rows]

    benefits = [_benefit(each, branch.name) for each, _, branch in rows]
    financing = [ilo_words.FINANCING.get(branch.financing or "", words.EMPTY) for _, _, branch in rows]
    columns = [
        Column("row", words.SCHEME, [part.name for _, part, _ in rows]),
        Column("branch", words.BRANCH, [_branch(branch.name) for _, _, branch in rows]),
        _figures("benefit", words.BENEFIT, benefits, FINE_PERCENT),
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


def _limits(profiles: Profiles) -> Table:
    parts = _parts(profiles)
    columns = [Column("scheme", words.SCHEME, [each.name for each in parts])]
    for name, label, times in (
        ("floor", words.FLOOR, words.FLOOR_TIMES),
        ("ceiling", words.CEILING, words.CEILING_TIMES),
    ):
        amounts = [each.amount(getattr(each.answers, name)) for each in parts]
        pairs = list(zip(amounts, parts, strict=True))
        told = [
            words.EMPTY if amount is None else value_wording(amount, unit=each.wages.unit)
            for amount, each in pairs
        ]
        shares = [nan if amount is None else amount / each.wages.average for amount, each in pairs]
        columns += [Column(name, label, told), _figures(f"{name}_times", times, shares, TIMES)]
    return Table("limits", words.LIMITS, columns)


def _informal(profiles: Profiles) -> Table:
    parts = _parts(profiles)
    said = [each.answers.informal for each in parts]
    covered = [words.NOT_SAID if each is None else words.COVERAGE[each.covered] for each in said]
    how = [words.EMPTY if each is None or each.how is None else each.how for each in said]
    columns = [
        Column("scheme", words.SCHEME, [each.name for each in parts]),
        Column("covered", words.COVERED, covered),
        Column("how", words.HOW, how),
    ]
    return Table("informal", words.INFORMAL, columns)


def _ilo(profiles: Profiles) -> Table:
    rows = [(each, convention) for each in profiles for convention in conventions()]
    columns = [
        Column("row", words.SCHEME, [each.name for each, _ in rows]),
        Column("convention", words.CONVENTION, [_short(convention.short) for _, convention in rows]),
    ]
    for verdict in Verdict:
        counts = [
            float(sum(one.answer.verdict is verdict for one in each.checked[convention]))
            for each, convention in rows
        ]
        columns.append(_figures(verdict.name.lower(), verdict.label, counts, CLAUSES))
    return Table("ilo", words.ILO, columns)


def _ilo_chart(profiles: Profiles) -> Figure:
    shown = (Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED)
    bars = [(verdict.label, [float(each.verdicts(verdict)) for each in profiles]) for verdict in shown]
    return _bars("ilo_chart", words.ILO_CHART, profiles, bars, CLAUSES)


def _failing(profiles: Profiles) -> Table:
    rows = [
        (each, convention, one)
        for each in profiles
        for convention, checked in each.checked.items()
        for one in checked
        if one.answer.verdict is Verdict.NOT_MET
    ]
    columns = [
        Column("row", words.SCHEME, [each.name for each, _, _ in rows]),
        Column("convention", words.CONVENTION, [_short(convention.short) for _, convention, _ in rows]),
        Column("clause", words.CLAUSE, [one.clause.label for _, _, one in rows]),
        Column("found", words.FOUND, [one.answer.found or words.EMPTY for _, _, one in rows]),
        Column("asked", words.ASKED, [one.answer.asked or words.EMPTY for _, _, one in rows]),
    ]
    return Table("not_met", words.FAILING, columns)


def _bars(
    name: str,
    title: Wording,
    profiles: Profiles,
    bars: Sequence[tuple[Wording, Sequence[float]]],
    measure: Measure,
) -> Figure:
    """A chart of bars with its figures as a table."""
    groups = [each.name for each in profiles]
    series = [Series(label, np.array(values, dtype=np.float64)) for label, values in bars]
    columns = [_names(profiles)]
    columns += [
        _figures(f"series_{place}", label, values, measure) for place, (label, values) in enumerate(bars)
    ]
    alt = words.ALT.format(title=title, schemes=Wording.joined(groups, "; "))
    return Figure(BarChart(groups, series, measure), alt, Table(name, title, columns))


def _figures(
    name: str, label: Wording, values: Sequence[float], measure: Measure, formula: str | None = None
) -> Column:
    return Column(name, label, list(values), measure, formula)


def _names(profiles: Profiles) -> Column:
    return Column("scheme", words.SCHEME, [each.name for each in profiles])


def _at_level(profile: Profile, level: Fraction) -> Wording:
    return words.AT_LEVEL.format(scheme=profile.name, level=digits(f"{float(level):g}"))


def _times(level: Fraction) -> Wording:
    text = f"{float(level):g}"
    return Wording(en=f"{text} ×", bn=f"{digits(text).bn} ×")


def _branch(name: str) -> Wording:
    return words.BRANCHES.get(name, Wording(en=name, bn=name))


def _short(text: str) -> Wording:
    return digits(text)
