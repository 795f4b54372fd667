"""Schemes side by side as a document: tables and charts, for a page, a workbook and the terminal."""

from fractions import Fraction
from math import nan

from nsis.comparison.schemes import words
from nsis.comparison.schemes.benefit_tables import conditions, lump_sums, old_age, old_age_chart
from nsis.comparison.schemes.columns import (
    Profiles,
    at_level,
    bars_of,
    branch_name,
    figure_column,
    parts_of,
)
from nsis.comparison.schemes.profile import LEVELS, Profile
from nsis.comparison.schemes.verdict_tables import failing, ilo, ilo_chart
from nsis.comparison.wages import FACTORS, MAPPINGS
from nsis.comparison.wages import Figure as KnownFigure
from nsis.projection.report.document import Column, Document, Figure, Points, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, TIMES, digits
from nsis.terms.month import month_wording
from nsis.terms.unit import value_wording
from nsis.terms.wording import Wording


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
            [old_age_chart(profiles), old_age(profiles), *lump_sums(profiles)],
        ),
        Section("conditions", words.CONDITIONS, [conditions(profiles)]),
        Section("limits", words.LIMITS, [_limits(profiles)]),
        Section("informal", words.INFORMAL, [_informal(profiles)]),
        Section("ilo", words.ILO, [ilo_chart(profiles), ilo(profiles), failing(profiles)]),
        Section("sources", words.WAGES, [_sources(profiles)]),
    ]
    subtitle = words.SUBTITLE.format(mapping=MAPPINGS[mapping], base=base)
    return Document(words.TITLE, subtitle, words.STATUS, sections, [_by_branch(profiles), _wages(profiles)])


def _laws(profiles: Profiles) -> Table:
    parts = parts_of(profiles)
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
    countries = {each.wages.country: each.wages for each in parts_of(profiles)}
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
    countries = {each.wages.country: each.wages for each in parts_of(profiles)}
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


def _contributions(profiles: Profiles) -> Table:
    rows = [(each, level) for each in profiles for level in LEVELS]
    rates = [each.rates_by_payer(level) for each, level in rows]
    columns = [Column("row", words.SCHEME, [at_level(each, level) for each, level in rows])]
    for payer, label in words.PAYERS.items():
        columns.append(figure_column(payer, label, [each.get(payer, nan) for each in rates], FINE_PERCENT))
    whole = [sum(each.values()) if each else nan for each in rates]
    together = "+".join(f"{{{payer}}}" for payer in words.PAYERS)
    columns.append(figure_column("together", words.TOGETHER, whole, FINE_PERCENT, together))
    return Table("contributions", words.CONTRIBUTIONS, columns)


def _contribution_chart(profiles: Profiles) -> Figure:
    rates = [each.rates_by_payer(Fraction(1)) for each in profiles]
    bars = [(label, [each.get(payer, nan) for each in rates]) for payer, label in words.PAYERS.items()]
    return bars_of("contribution_chart", words.CONTRIBUTIONS_CHART, profiles, bars, FINE_PERCENT)


def _by_branch(profiles: Profiles) -> Table:
    rows = [(each, branch, rates) for each in profiles for branch, rates in _branches(each)]
    columns = [
        Column("row", words.SCHEME, [each.name for each, _, _ in rows]),
        Column("branch", words.BRANCH, [branch_name(name) for _, name, _ in rows]),
    ]
    for payer, label in words.PAYERS.items():
        columns.append(
            figure_column(payer, label, [rates.get(payer, nan) for _, _, rates in rows], FINE_PERCENT)
        )
    return Table("contributions_by_branch", words.BY_BRANCH, columns)


def _branches(profile: Profile) -> list[tuple[str, dict[str, float]]]:
    rates = profile.rates(Fraction(1))
    names = dict.fromkeys(branch for branch, _ in rates)
    return [(name, {payer: rate for (each, payer), rate in rates.items() if each == name}) for name in names]


def _limits(profiles: Profiles) -> Table:
    parts = parts_of(profiles)
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
        columns += [Column(name, label, told), figure_column(f"{name}_times", times, shares, TIMES)]
    return Table("limits", words.LIMITS, columns)


def _informal(profiles: Profiles) -> Table:
    parts = parts_of(profiles)
    said = [each.answers.informal for each in parts]
    covered = [words.NOT_SAID if each is None else words.COVERAGE[each.covered] for each in said]
    how = [words.EMPTY if each is None or each.how is None else each.how for each in said]
    columns = [
        Column("scheme", words.SCHEME, [each.name for each in parts]),
        Column("covered", words.COVERED, covered),
        Column("how", words.HOW, how),
    ]
    return Table("informal", words.INFORMAL, columns)
