"""The OECD's rates and ours as a document: tables, a chart, the reasons and the sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import nan

import numpy as np

from nsis.comparison.replacement import words
from nsis.comparison.replacement.careers import Rates, rates
from nsis.comparison.replacement.published import Known, Published, Source, Worker
from nsis.comparison.wages import wages_of
from nsis.projection.report.charts import BarChart, Series
from nsis.projection.report.document import Block, Column, Document, Figure, Points, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, PERCENT, Measure, digits
from nsis.terms.month import month_wording
from nsis.terms.unit import value_wording
from nsis.terms.wording import Wording

POINTS = Measure("points", Wording(en="percentage points", bn="শতাংশ পয়েন্ট"), 0.01, 1)
LEVELS = ((Fraction(1, 2), words.HALF), (Fraction(2), words.TWICE))


@dataclass(frozen=True)
class Beside:
    """One worker: what our law gives, and what it gives with the change that is to explain a difference."""

    worker: Worker

    @property
    def name(self) -> Wording:
        """The country and the edition's year, which only lends its assumptions where it has no figure."""
        said = self.worker.gross or self.worker.net
        told = words.NAMED if said else words.NAMED_WITHOUT_FIGURE
        year = Wording.of_number(self.worker.edition.published_in)
        return told.format(country=wages_of(self.worker.country).label, year=year)

    @cached_property
    def ours(self) -> Rates:
        """At the average wage."""
        return rates(self.worker)

    @cached_property
    def tried(self) -> Rates | None:
        """The same with the change, where there is one."""
        change = self.worker.difference
        return None if change is None else rates(self.worker, tried=change)

    def gaps(self, found: Rates) -> dict[str, float]:
        """How far the rates are from what is published, by name, in shares of the wage."""
        worker = self.worker
        pairs = {"gross": (worker.gross, found.gross), "net": (worker.net, found.net)}
        return {name: said.gap(rate) for name, (said, rate) in pairs.items() if said is not None}


def beside_the_published(known: Known, countries: Sequence[str] = ()) -> Document:
    """All workers of the file, or those of some countries."""
    rows = [Beside(each) for each in known.workers if not countries or each.country in countries]
    sections = [
        Section("gross", words.GROSS, [*_chart(rows), _gross(rows)]),
        Section("net", words.NET, [_net(rows)]),
        Section("differences", words.DIFFERENCES, [_reasons(rows)]),
        Section("ours", words.IN_PARTS, [_ours(rows)]),
        Section("assumptions", words.ASSUMPTIONS, [_assumptions(rows)]),
        Section("sources", words.SOURCES, [Points([_told(*each) for each in _sources(rows)])]),
    ]
    appendix = [_reason_table(rows), _source_table(rows)]
    return Document(words.TITLE, words.SUBTITLE, words.STATUS, sections, appendix)


def _gross(rows: Sequence[Beside]) -> Table:
    columns = [
        _names(rows),
        _shares("gross", words.OURS, [each.ours.gross for each in rows]),
        Column("published", words.PUBLISHED, [_published(each.worker.gross) for each in rows]),
        _gaps(rows, "gross"),
        _shares("tried", words.TRIED, [each.tried.gross if each.tried else nan for each in rows]),
    ]
    return Table("gross", words.GROSS, columns)


def _net(rows: Sequence[Beside]) -> Table:
    shown = [each for each in rows if each.worker.net is not None or each.worker.gross is None]
    columns = [
        _names(shown),
        _shares("net", words.OURS, [each.ours.net for each in shown]),
        Column("published", words.PUBLISHED, [_published(each.worker.net) for each in shown]),
        _gaps(shown, "net"),
        _shares("tried", words.TRIED, [each.tried.net if each.tried else nan for each in shown]),
    ]
    return Table("net", words.NET, columns, note=words.NET_NOTE)


def _chart(rows: Sequence[Beside]) -> list[Block]:
    """Ours, theirs, and ours with the cause, where theirs is a figure and no bound."""
    shown = [each for each in rows if each.worker.gross is not None and each.worker.gross.exact is not None]
    if not shown:
        return []
    bars = [
        (words.OURS, [each.ours.gross for each in shown]),
        (words.PUBLISHED, [each.worker.gross.exact or nan for each in shown if each.worker.gross]),
        (words.TRIED, [each.tried.gross if each.tried else nan for each in shown]),
    ]
    series = [Series(label, np.array(values, dtype=np.float64)) for label, values in bars]
    columns = [_names(shown), *(_shares(f"series_{at}", *bar) for at, bar in enumerate(bars))]
    names = [each.name for each in shown]
    alt = words.ALT.format(title=words.CHART, workers=Wording.joined(names, "; "))
    return [Figure(BarChart(names, series, PERCENT), alt, Table("gross_chart", words.CHART, columns))]


def _reasons(rows: Sequence[Beside]) -> Points:
    table = _reason_table(rows)
    names, texts = (column.values for column in table.columns)
    pairs = zip(names, texts, strict=True)
    return Points([words.EXPLAINED.format(worker=name, text=text) for name, text in pairs])


def _reason_table(rows: Sequence[Beside]) -> Table:
    told = [(each, each.worker.difference.text) for each in rows if each.worker.difference]
    columns = [
        _names([each for each, _ in told]),
        Column("reason", words.DIFFERENCES, [text for _, text in told]),
    ]
    return Table("differences", words.DIFFERENCES, columns)


def _ours(rows: Sequence[Beside]) -> Table:
    """How ours is made: the law, the career, the parts, and what half and twice the wage would give."""
    workers = [each.worker for each in rows]
    columns = [
        _names(rows),
        Column("law", words.LAW, [month_wording(each.month) for each in workers]),
        Column("career", words.CAREER, [_ages(each) for each in workers]),
        _shares("pension", words.PENSION, [each.ours.pension or nan for each in rows]),
        _shares("account", words.ACCOUNT, [each.ours.account or nan for each in rows]),
    ]
    for place, (level, label) in enumerate(LEVELS):
        columns.append(_shares(f"level_{place}", label, [rates(each, level).gross for each in workers]))
    return Table("ours", words.IN_PARTS, columns, note=words.IN_PARTS_NOTE)


def _assumptions(rows: Sequence[Beside]) -> Table:
    editions = list({each.worker.edition.label.en: each.worker.edition for each in rows}.values())
    columns = [
        Column("edition", words.EDITION, [each.label for each in editions]),
        Column("from_age", words.FROM_AGE, [digits(each.from_age) for each in editions]),
        _shares("inflation", words.INFLATION, [each.inflation for each in editions]),
        _shares("growth", words.GROWTH, [each.earnings_growth for each in editions], FINE_PERCENT),
        _shares("return", words.RETURN, [each.real_return for each in editions]),
        _shares("discount", words.DISCOUNT, [each.discount for each in editions]),
        _shares("kept", words.KEPT, [each.kept for each in editions]),
        Column("grade", words.GRADE, [digits(each.assumptions.grade) for each in editions]),
    ]
    return Table("assumptions", words.ASSUMPTIONS, columns, note=words.ASSUMPTIONS_NOTE)


def _sources(rows: Sequence[Beside]) -> list[tuple[Wording, Source]]:
    """What each source is for, once."""
    found: dict[tuple[str, str], tuple[Wording, Source]] = {}
    for each in rows:
        worker, label = each.worker, wages_of(each.worker.country).label
        money = value_wording(worker.yearly_wage, unit=wages_of(worker.country).unit.partition("/")[0])
        named = [(words.ASSUMPTIONS_OF.format(what=worker.edition.label), worker.edition.assumptions)]
        if worker.gross is not None:
            named.append((words.RATES_OF.format(what=worker.edition.label), worker.edition.rates))
        named.append((words.WAGE_OF.format(what=label, value=money), worker.wage_source))
        if worker.remaining is not None:
            years = digits(f"{worker.remaining.years:g}")
            named.append((words.LIFE_OF.format(what=label, value=years), worker.remaining.source))
        found |= {(what.en, source.text): (what, source) for what, source in named}
    return list(found.values())


def _source_table(rows: Sequence[Beside]) -> Table:
    found = _sources(rows)
    columns = [
        Column("figure", words.SOURCES, [what for what, _ in found]),
        Column("grade", words.GRADE, [digits(source.grade) for _, source in found]),
        Column("source", words.SOURCE, [Wording(en=each.text, bn=each.text) for _, each in found]),
    ]
    return Table("sources", words.SOURCES, columns)


def _told(what: Wording, source: Source) -> Wording:
    return words.WITH_GRADE.format(what=what, grade=source.grade, source=source.text)


def _published(said: Published | None) -> Wording:
    if said is None:
        return words.NOT_PUBLISHED
    if said.exact is not None:
        return _percent(said.exact)
    if said.least is not None and said.below is not None:
        return words.BETWEEN.format(least=_percent(said.least), below=_percent(said.below))
    if said.least is not None:
        return words.AT_LEAST.format(least=_percent(said.least))
    return words.UNDER.format(below=_percent(said.below or nan))


def _percent(share: float) -> Wording:
    return Wording.of_each(lambda language: PERCENT.write(share, language))


def _ages(worker: Worker) -> Wording:
    return words.AGES.format(
        first=Wording.of_number(worker.edition.from_age), last=Wording.of_number(worker.until)
    )


def _names(rows: Sequence[Beside]) -> Column:
    return Column("worker", words.WORKER, [each.name for each in rows])


def _gaps(rows: Sequence[Beside], name: str) -> Column:
    return Column(
        "difference", words.DIFFERENCE, [each.gaps(each.ours).get(name, nan) for each in rows], POINTS
    )


def _shares(name: str, label: Wording, values: Sequence[float], measure: Measure = PERCENT) -> Column:
    return Column(name, label, list(values), measure)
