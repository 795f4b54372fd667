"""Two or more runs beside each other: what they differ in, and what that does to the figures."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq

from nsis.engine.refusal import Refused
from nsis.projection.report.charts import LineChart, Series
from nsis.projection.report.currency import HOME_CURRENCY, crores_of
from nsis.projection.report.document import Column, Document, Figure, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, Measure, digits, fund_year
from nsis.projection.report.writing import GIVEN, MANIFEST
from nsis.projection.report.yearly import column, yearly
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

MESSAGES = {
    "COMPARE-001": Wording(
        en="`{folder}` holds no finished projection: {reason}. Name a folder that `nsis project --out` "
        "has filled.",
        bn="`{folder}` ফোল্ডারে কোনো সম্পূর্ণ প্রক্ষেপণ নেই: {reason}। `nsis project --out` যে ফোল্ডার "
        "ভরেছে তার নাম দিন।",
    ),
    "COMPARE-002": Wording(
        en="The runs have no year in common: {spans}. Run one of them again with other --years.",
        bn="চালানোগুলোর কোনো বছর মেলে না: {spans}। একটি আবার চালান, অন্য --years দিয়ে।",
    ),
    "COMPARE-003": Wording(
        en="One folder alone cannot be compared. Name at least two.",
        bn="একটিমাত্র ফোল্ডার তুলনা করা যায় না। অন্তত দুটির নাম দিন।",
    ),
}
TITLE = Wording(en="Projections compared", bn="প্রক্ষেপণের তুলনা")
SUBTITLE = Wording(
    en="Differences are the other run less the first.", bn="পার্থক্য মানে অন্য চালানো থেকে প্রথমটি বাদ।"
)
STATUS = Wording(en="Illustrative, not law. Not a forecast.", bn="নমুনা, আইন নয়। পূর্বাভাস নয়।")
DIFFER = Wording(en="What the runs are", bn="চালানোগুলো কী")
RATES = Wording(en="Rates", bn="হার")
AMOUNTS = Wording(en="Amounts in constant prices", bn="স্থির মূল্যে অঙ্ক")
COST = Wording(en="Cost rate", bn="ব্যয়হার")
WHAT, DIFFERENCE = Wording(en="What", bn="বিষয়"), Wording(en="{name} less {first}", bn="{name} − {first}")
IDENTITY = {
    "law": Wording(en="law", bn="আইন"),
    "reforms": Wording(en="reforms", bn="সংস্কার"),
    "assumptions": Wording(en="assumptions", bn="অনুমান"),
    "seed": Wording(en="seed", bn="বীজ"),
    "sample": Wording(en="sample", bn="নমুনা"),
    "code": Wording(en="code", bn="কোড"),
}
# What is compared at the first and the last common year: label, series, column.
OF_YEARS = (
    (Wording(en="contributors by labour force", bn="শ্রমশক্তিতে চাঁদাদাতা"), "coverage", "coverage"),
    (Wording(en="contribution rate", bn="চাঁদার হার"), "cost_rates", "contribution_rate"),
    (Wording(en="cost rate", bn="ব্যয়হার"), "cost_rates", "cost_rate"),
)
PRICED = (
    (Wording(en="contributions", bn="চাঁদা"), "account_whole_constant", "contributed"),
    (Wording(en="benefits", bn="সুবিধা"), "account_whole_constant", "paid"),
    (Wording(en="reserve, end", bn="মজুদ, শেষ"), "account_whole_constant", "reserve"),
)
IN_YEAR = Wording(en="{what}, {year}", bn="{what}, {year}")
LEVEL = Wording(en="level premium, {branch}", bn="সমতল প্রিমিয়াম, {branch}")
BALANCE = Wording(en="actuarial balance, {branch}", bn="অ্যাকচুয়ারিয়াল স্থিতি, {branch}")

Row = tuple[Wording, list[float]]


@dataclass(frozen=True, slots=True)
class Side:
    """One run: its folder's name, what it is known by, and where its series stand."""

    name: Wording
    folder: Path
    manifest: Mapping[str, Any]

    @property
    def years(self) -> list[int]:
        """The fund years of the run."""
        first, count = self.manifest["first_year"], self.manifest["years"]
        return list(range(first, first + count))

    def series(self, name: str) -> Mapping[str, list[Any]]:
        """The columns of one of its series; Refused where the file is not there."""
        try:
            found: Mapping[str, list[Any]] = pq.read_table(
                self.folder / "series" / f"{name}.parquet"
            ).to_pydict()
        except (OSError, ValueError) as error:
            raise _refused("COMPARE-001", folder=self.folder, reason=error) from error
        return found

    def given(self, name: str) -> str:
        """A text that the run was given, such as its assumptions; Refused where it is not there."""
        try:
            return (self.folder / GIVEN / name).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise _refused("COMPARE-001", folder=self.folder, reason=error) from error

    def of_branches(self, field: str) -> Mapping[str, float]:
        """The level premium (`level`) or the balance (`balance`) of each branch, by its name in English."""
        found = self.series("premiums")
        values = [float("nan") if value is None else float(value) for value in found[field]]
        return dict(zip(found["branch_en"], values, strict=True))


def read_side(folder: Path) -> Side:
    """A run from its folder; Refused, with the reason, where it holds none."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _refused("COMPARE-001", folder=folder, reason=reason) from error
    missing = {"first_year", "years", *IDENTITY} - manifest.keys()
    if missing:
        raise _refused("COMPARE-001", folder=folder, reason=", ".join(sorted(missing)))
    name = folder.resolve().name
    return Side(Wording(en=name, bn=name), folder, manifest)


def comparison_of(sides: Sequence[Side], causes: Section | None = None) -> Document:
    """
    The runs beside each other, and what each cause does, if it was reckoned.

    Refused where they have no year in common, or where there is but one.
    """
    if len(sides) < 2:
        raise _refused("COMPARE-003")
    years = sorted(set.intersection(*(set(side.years) for side in sides)))
    if not years:
        spans = ", ".join(f"{side.years[0]}-{side.years[-1]}" for side in sides)
        raise _refused("COMPARE-002", spans=spans)
    ends = sorted({years[0], years[-1]})
    rates = [*_of_years(sides, OF_YEARS, ends), *_of_branches(sides)]
    tables = (
        _table("rates", RATES, sides, rates, FINE_PERCENT),
        *(
            _table("amounts", AMOUNTS, sides, _of_years(sides, PRICED, ends), crores_of(code))
            for code in _one_currency(sides)
        ),
    )
    sections = [
        Section("runs", DIFFER, [_identities(sides)]),
        Section("figures", RATES, [tables[0], _cost(sides, years)]),
        *(Section("money", AMOUNTS, [amounts]) for amounts in tables[1:]),
    ]
    return Document(TITLE, SUBTITLE, STATUS, [*sections, *([causes] if causes else [])])


def _one_currency(sides: Sequence[Side]) -> list[str]:
    """The currency's code, where amounts of all runs are in one; else none is beside another."""
    codes = {side.manifest.get("money", {}).get("currency", HOME_CURRENCY) for side in sides}
    return list(codes) if len(codes) == 1 else []


def _identities(sides: Sequence[Side]) -> Table:
    columns = [Column("what", WHAT, list(IDENTITY.values()))]
    for place, side in enumerate(sides):
        values = [_plain(side.manifest[name]) for name in IDENTITY]
        columns.append(Column(f"run_{place}", side.name, values))
    return Table("runs", DIFFER, columns)


def _plain(value: object) -> Wording:
    if isinstance(value, int | float):
        return digits(json.dumps(value))
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return Wording(en=text or "–", bn=text or "–")


def _of_years(
    sides: Sequence[Side], wanted: Sequence[tuple[Wording, str, str]], years: Sequence[int]
) -> list[Row]:
    return [
        (IN_YEAR.format(what=label, year=fund_year(year)), [_at(side, series, name, year) for side in sides])
        for label, series, name in wanted
        for year in years
    ]


def _at(side: Side, series: str, name: str, year: int) -> float:
    value = side.series(series)[name][side.years.index(year)]
    return float("nan") if value is None else float(value)


def _of_branches(sides: Sequence[Side]) -> list[Row]:
    """Level premium and balance of each branch that any of the runs has."""
    premiums = [side.series("premiums") for side in sides]
    branches = {
        en: Wording(en=en, bn=bn)
        for each in premiums
        for en, bn in zip(each["branch_en"], each["branch_bn"], strict=True)
    }
    return [
        (words.format(branch=label), [_of_branch(each, name, field) for each in premiums])
        for name, label in branches.items()
        for words, field in ((LEVEL, "level"), (BALANCE, "balance"))
    ]


def _of_branch(premiums: Mapping[str, list[Any]], branch: str, field: str) -> float:
    if branch not in premiums["branch_en"]:
        return float("nan")
    value = premiums[field][premiums["branch_en"].index(branch)]
    return float("nan") if value is None else float(value)


def _table(name: str, title: Wording, sides: Sequence[Side], rows: Sequence[Row], measure: Measure) -> Table:
    """Each run's figures, then what each differs from the first."""
    columns = [Column("what", WHAT, [label for label, _ in rows])]
    values = np.array([figures for _, figures in rows])
    columns += [
        column(f"run_{place}", side.name, values[:, place], measure) for place, side in enumerate(sides)
    ]
    for place, side in enumerate(sides[1:], start=1):
        heading = DIFFERENCE.format(name=side.name, first=sides[0].name)
        difference = values[:, place] - values[:, 0]
        columns.append(
            column(f"difference_{place}", heading, difference, measure, f"{{run_{place}}}-{{run_0}}")
        )
    return Table(name, title, columns)


def _cost(sides: Sequence[Side], years: Sequence[int]) -> Figure:
    rates = [np.array([_at(side, "cost_rates", "cost_rate", year) for year in years]) for side in sides]
    series = [Series(side.name, each) for side, each in zip(sides, rates, strict=True)]
    columns = [
        column(f"run_{place}", each.label, each.values, FINE_PERCENT) for place, each in enumerate(series)
    ]
    alt = Wording.joined([COST, *(side.name for side in sides)], ", ")
    return Figure(LineChart(years, series, FINE_PERCENT), alt, yearly("cost_rate", COST, years, columns))


def _refused(code: str, **values: object) -> Refused:
    return Refused([Fault(code, MESSAGES[code].format(**values))])
