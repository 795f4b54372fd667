"""What the OECD has published on replacement rates, and the worker whom it means: `published.yaml`, read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from nsis.comparison.messages import refused
from nsis.comparison.wages import wages_of
from nsis.engine.declarations import check_fields, read_mapping, read_month, read_section, read_wording
from nsis.engine.refusal import Place, law_refused
from nsis.engine.store import Node, read_beside
from nsis.terms.month import MONTHS_PER_YEAR, Month
from nsis.terms.rate import PARTS, parse_rate
from nsis.terms.unit import UNITS
from nsis.terms.wording import Wording

FILE = "published.yaml"
PENSION, ACCOUNT = "pension", "account"
RECORDS = ("as paid", "raised with prices", "raised with wages")
_RATES = ("inflation", "earnings_growth", "return", "discount", "kept")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure is from, and its grade."""

    text: str
    grade: str


@dataclass(frozen=True, slots=True)
class Remaining:
    """The years left at 65, men and women together, in a country in a year."""

    years: float
    year: int
    source: Source


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication and what it assumes: yearly rates as shares, growth and returns above prices."""

    label: Wording
    published_in: int
    year: int  # in which the worker begins
    from_age: int  # years
    inflation: float
    earnings_growth: float
    real_return: float
    discount: float
    kept: float  # of an account, when it becomes an annuity
    assumptions: Source
    rates: Source

    @property
    def wage_growth(self) -> float:
        """Of wages in money."""
        return (1 + self.earnings_growth) * (1 + self.inflation) - 1


@dataclass(frozen=True, slots=True)
class Published:
    """A rate as published: one figure, or bounds, as shares of the wage."""

    least: float | None
    below: float | None

    @property
    def exact(self) -> float | None:
        """The figure, where it is one."""
        return self.least if self.least == self.below else None

    def gap(self, rate: float) -> float:
        """How far a rate is above the figure or the bounds; minus below, 0 between them."""
        if self.below is not None and rate > self.below:
            return rate - self.below
        return min(0.0, rate - self.least) if self.least is not None else 0.0


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the two differ, and the change that was tried to show it."""

    text: Wording
    reform: str | None = None
    account_until: int | None = None  # years of age
    parts: tuple[str, ...] = (PENSION, ACCOUNT)
    later_improvement: bool = True  # of mortality, in retirement
    is_open: bool = False  # the change shows where to look, and does not settle it


@dataclass(frozen=True, slots=True)
class Worker:
    """A man at the average wage with a whole career, under the law of a month."""

    name: str
    edition: Edition
    scheme: str
    month: Month
    until: int  # years of age
    yearly_wage: int  # in the smallest unit
    wage_source: Source
    record: str
    pension: str | None  # the quantity, where it is not the one that the standards name
    account: str | None  # the branch whose contributions are saved
    remaining: Remaining | None  # in his country, where there is an account
    gross: Published | None
    net: Published | None
    difference: Explanation | None

    @property
    def country(self) -> str:
        """The folder of his country."""
        return self.scheme.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Known:
    """The whole file: the editions, the years left at 65 by country, and the workers."""

    editions: Mapping[str, Edition]
    lives: Mapping[str, Remaining]
    workers: tuple[Worker, ...]


@cache
def known() -> Known:
    """What stands in the file; Refused or LawRefused for what cannot be read."""
    node = read_beside(__package__ or "", FILE)
    if node is None:
        raise law_refused("LAW-009", place=Place(FILE, 1))
    return known_of(node)


def known_of(node: Node) -> Known:
    """The same from a mapping that is read already."""
    check_fields(node, FILE, "editions", "lives", "wages", "workers")
    editions = {name: _edition(name, each) for name, each in read_section(node, "editions").items()}
    lives = {
        name: Remaining(float(each["years_left_at_65"]), int(each["year"]), _source(name, each))
        for name, each in read_section(node, "lives").items()
    }
    reading = _Workers(editions, lives, node["wages"])
    return Known(
        editions,
        lives,
        tuple(reading.worker(name, each) for name, each in read_section(node, "workers").items()),
    )


@dataclass(frozen=True, slots=True)
class _Workers:
    editions: Mapping[str, Edition]
    lives: Mapping[str, Remaining]
    wages: Node

    def worker(self, name: str, node: Node) -> Worker:
        """One of them."""
        check_fields(
            node,
            name,
            *("edition", "scheme", "month", "until", "wage", "record", "pension", "account"),
            *("gross", "net", "difference"),
        )
        country, scheme = _text(node, name, "scheme").partition("/")[0], node["scheme"]
        wage = self.wages[_among(node, "wage", self.wages)]
        month = read_month(_text(node, name, "month"), name, node.place)
        if month is None:
            raise law_refused("LAW-010", place=node.place, name=name, field="month")
        return Worker(
            name=name,
            edition=self.editions[_among(node, "edition", self.editions)],
            scheme=scheme,
            month=month,
            until=_age(node, name, "until"),
            yearly_wage=_amount(_text(wage, name, "yearly"), country),
            wage_source=_source(name, wage),
            record=_among(node, "record", RECORDS) if "record" in node else RECORDS[0],
            pension=node.get("pension"),
            account=node.get("account"),
            remaining=self.lives[country] if "account" in node else None,
            gross=_published(node.get("gross")),
            net=_published(node.get("net")),
            difference=_explanation(node) if "difference" in node else None,
        )


def _edition(name: str, node: Node) -> Edition:
    check_fields(node, name, "label", "published_in", "year", "from_age", *_RATES, "assumptions", "rates")
    rates = {field: _share(_text(node, name, field)) for field in _RATES}
    return Edition(
        label=read_wording(node, name, "label"),
        published_in=int(_text(node, name, "published_in")),
        year=int(_text(node, name, "year")),
        from_age=_age(node, name, "from_age"),
        inflation=rates["inflation"],
        earnings_growth=rates["earnings_growth"],
        real_return=rates["return"],
        discount=rates["discount"],
        kept=rates["kept"],
        assumptions=_source(name, read_mapping(node, name, "assumptions")),
        rates=_source(name, read_mapping(node, name, "rates")),
    )


def _explanation(worker: Node) -> Explanation:
    node = read_mapping(worker, "difference", "difference")
    check_fields(node, "difference", "reform", "account_until", "parts", "later_improvement", "open", "text")
    return Explanation(
        text=read_wording(node, "difference", "text"),
        reform=node.get("reform"),
        account_until=_age(node, "difference", "account_until") if "account_until" in node else None,
        parts=tuple(each for each in (PENSION, ACCOUNT) if each in node.get("parts", (PENSION, ACCOUNT))),
        later_improvement=node.get("later_improvement") != "no",
        is_open=node.get("open") == "yes",
    )


def _published(written: Any) -> Published | None:
    """`37.5 %`, or `{from: 40 %, under: 70 %}` with one of the two or both."""
    if written is None:
        return None
    if isinstance(written, str):
        return Published(_share(written), _share(written))
    check_fields(written, "rate", "from", "under")
    bounds = {name: _share(text) for name, text in written.items()}
    return Published(bounds.get("from"), bounds.get("under"))


def _source(name: str, node: Node) -> Source:
    return Source(_text(node, name, "source"), _text(node, name, "grade"))


def _amount(text: str, country: str) -> int:
    return UNITS[wages_of(country).unit].parse(text)


def _age(node: Node, name: str, field: str) -> int:
    return UNITS["age"].parse(_text(node, name, field)) // MONTHS_PER_YEAR


def _share(text: str) -> float:
    return parse_rate(text) / PARTS


def _text(node: Node, name: str, field: str) -> str:
    if field not in node:
        raise law_refused("LAW-010", place=node.place, name=name, field=field)
    return str(node[field])


def _among(node: Node, field: str, allowed: Collection[str]) -> str:
    text = _text(node, field, field)
    if text not in allowed:
        raise refused("STANDARD-003", place=node.place, name=field, text=text, known=", ".join(allowed))
    return text
