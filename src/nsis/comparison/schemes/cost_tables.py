"""The costs of designs as a section of the comparison: by branch, at the law's charge, and as a chart."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nsis.comparison.schemes.costs import MARKED, Asked, Cost
from nsis.comparison.schemes.words import ALT, BRANCH, SCHEME
from nsis.projection.report.charts import BarChart, Series
from nsis.projection.report.document import Column, Document, Figure, Paragraph, Points, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, THOUSANDTHS_PERCENT, counted, digits
from nsis.terms.wording import Wording

TITLE = Wording(en="Cost on Bangladesh's lives", bn="বাংলাদেশের জীবনে ব্যয়")
OPENING = Wording(
    en="The same persons live under each law: {sample} of the nation, seed {seed}, {years}. Rates are "
    "shares of insurable earnings, benefits alone, without administration. The premium is the general "
    "average premium: the level rate that pays for the benefits of all years; what the law charges is told "
    "likewise, as a level. The standard error is that of the sample of lives, not of the assumptions.",
    bn="প্রতিটি আইনের অধীনে একই মানুষেরা বাঁচেন: জাতির {sample}, দৈবচয়নের বীজ {seed}, {years}। হার মানে "
    "বীমাযোগ্য আয়ের অংশ, কেবল সুবিধা, প্রশাসন ছাড়া। প্রিমিয়াম মানে সাধারণ গড় প্রিমিয়াম: সেই সমতল হার যা সব "
    "বছরের সুবিধার ব্যয় মেটায়; আইনের চাঁদাও একইভাবে সমতল হারে বলা। প্রমিত ত্রুটি জীবনের নমুনার, অনুমানের নয়।",
)
TABLE = Wording(en="Cost rates and premiums by branch", bn="শাখা অনুযায়ী ব্যয়হার ও প্রিমিয়াম")
CHART = Wording(en="What benefits cost and what the law charges", bn="সুবিধার ব্যয় ও আইনের চাঁদা")
IN_YEAR = Wording(en="year {year}", bn="বছর {year}")
OF_GDP = Wording(en="of GDP, year {year}", bn="জিডিপির অংশ, বছর {year}")
OUTPUT = Wording(
    en="The sample's error, and benefits as a share of GDP", bn="নমুনার ত্রুটি, ও জিডিপির অংশ হিসেবে সুবিধা"
)
NOT_COSTED = Wording(
    en="{scheme}: not costed; no file says yet how it meets a life.",
    bn="{scheme}: ব্যয় হিসাব হয়নি; জীবনের সঙ্গে এটি কীভাবে মেলে তার ফাইল এখনও নেই।",
)
PREMIUM = Wording(en="premium", bn="প্রিমিয়াম")
CHARGED = Wording(en="charged", bn="আইনের চাঁদা")
BALANCE = Wording(en="left", bn="বাকি থাকে")
ERROR = Wording(en="premium's standard error", bn="প্রিমিয়ামের প্রমিত ত্রুটি")
ALL = Wording(en="All", bn="সব মিলিয়ে")
SHORT_OF = Wording(en="{scheme}: {text}", bn="{scheme}: {text}")

Costs = Sequence[Cost]


def with_costs(document: Document, costs: Costs, asked: Asked, left: Sequence[Wording] = ()) -> Document:
    """
    The comparison with the costs before its last section, which tells sources.

    `left` are the schemes of the comparison that were not costed.
    """
    *sections, last = document.sections
    return replace(document, sections=[*sections, _section(costs, asked, left), last])


def _section(costs: Costs, asked: Asked, left: Sequence[Wording]) -> Section:
    told = OPENING.format(
        sample=Wording.of_each(lambda language: THOUSANDTHS_PERCENT.write(asked.sample, language)),
        seed=digits(asked.seed),
        years=counted(asked.years, "year", "years", "বছর"),
    )
    shortfalls = [
        SHORT_OF.format(scheme=each.name, text=text) for each in costs for text in each.words.shortfalls
    ]
    shortfalls += [NOT_COSTED.format(scheme=name) for name in left]
    tables = (_chart(costs), _by_branch(costs), _of_output(costs))
    return Section("costs", TITLE, [Paragraph(told), *tables, Points(shortfalls)])


def _by_branch(costs: Costs) -> Table:
    """A row for each branch of each scheme, and one for all of them."""
    rows = [(each, branch) for each in costs for branch in (*each.branches, None)]
    names = [each.branches[branch] if branch else ALL for each, branch in rows]
    columns = [
        Column("scheme", SCHEME, [each.name for each, _ in rows]),
        Column("branch", BRANCH, names),
        *(
            _rates(f"year_{year}", IN_YEAR.format(year=digits(year)), _at(rows, year))
            for year in _marked(costs)
        ),
        _rates("premium", PREMIUM, [each.level(each.paid(branch)) for each, branch in rows]),
        _rates("charged", CHARGED, [each.level(each.charged(branch)) for each, branch in rows]),
        Column("left", BALANCE, _left(rows), FINE_PERCENT, "{charged}-{premium}"),
    ]
    sums = [place for place, (_, branch) in enumerate(rows) if branch is None]
    return Table("costs", TABLE, columns, emphasised=sums)


def _marked(costs: Costs) -> list[int]:
    """The years whose rates are shown, of those that were run, and the last."""
    last = min(len(each.lines.years) for each in costs)
    return sorted({*(year for year in MARKED if year <= last), last})


def _at(rows: Sequence[tuple[Cost, str | None]], year: int) -> list[float]:
    return [each.rate(each.paid(branch), year) for each, branch in rows]


def _left(rows: Sequence[tuple[Cost, str | None]]) -> list[float]:
    return [each.level(each.charged(branch)) - each.level(each.paid(branch)) for each, branch in rows]


def _of_output(costs: Costs) -> Table:
    columns = [
        Column("scheme", SCHEME, [each.name for each in costs]),
        Column("error", ERROR, [each.error for each in costs], THOUSANDTHS_PERCENT),
    ]
    columns += [
        Column(
            f"year_{year}",
            OF_GDP.format(year=digits(year)),
            [each.of_output(year) for each in costs],
            THOUSANDTHS_PERCENT,
        )
        for year in _marked(costs)
    ]
    return Table("costs_of_gdp", OUTPUT, columns)


def _chart(costs: Costs) -> Figure:
    names = [each.name for each in costs]
    bars = [
        (PREMIUM, [each.level(each.paid(None)) for each in costs]),
        (CHARGED, [each.level(each.charged(None)) for each in costs]),
    ]
    columns = [Column("scheme", SCHEME, names)]
    columns += [_rates(f"series_{place}", label, values) for place, (label, values) in enumerate(bars)]
    alt = ALT.format(title=CHART, schemes=Wording.joined(names, "; "))
    series = [Series(label, np.array(values)) for label, values in bars]
    return Figure(BarChart(names, series, FINE_PERCENT), alt, Table("cost_chart", CHART, columns))


def _rates(name: str, label: Wording, values: Sequence[float]) -> Column:
    return Column(name, label, list(values), FINE_PERCENT)
