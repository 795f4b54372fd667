"""What a wage is in each country, with its source: by it amounts of two laws are set side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from nsis.comparison.messages import refused
from nsis.engine.declarations import check_fields, read_mapping, read_wording
from nsis.engine.refusal import law_refused
from nsis.engine.store import Node, read_beside
from nsis.terms.currency import CURRENCIES, Currency
from nsis.terms.unit import UNITS
from nsis.terms.wording import Wording

FILE = "wages.yaml"
SKILLED_SHARE = Fraction(125, 100)  # of the average: C102 article 65, paragraph 6 (d)
MAPPINGS: Mapping[str, Wording] = {
    "multiples": Wording(en="as multiples of each country's average wage", bn="প্রতিটি দেশের গড় মজুরির গুণিতকে"),
    "ppp": Wording(en="at purchasing power", bn="ক্রয়ক্ষমতায়"),
    "nominal": Wording(en="at exchange rates", bn="বিনিময় হারে"),
}
_FACTORS_OF = {"ppp": ("ppp", "ppp_2017"), "nominal": ("exchange",)}  # the later first
FACTORS = ("ppp", "ppp_2017", "exchange")  # of a currency, not amounts in it
_FIGURES = ("average", "labourer", "skilled", "poverty_line", *FACTORS)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a country: an amount in its smallest unit or a factor, its year, source and grade."""

    value: Fraction
    year: str
    source: str
    grade: str

    def as_dict(self) -> dict[str, object]:
        """Plain data."""
        return {"value": float(self.value), "year": self.year, "source": self.source, "grade": self.grade}


@dataclass(frozen=True, slots=True)
class Wages:
    """A country's wages and what its money is worth."""

    country: str
    label: Wording
    unit: str
    figures: Mapping[str, Figure]

    @property
    def average(self) -> int:
        """The mean wage of employees for a month, in the smallest unit of the currency."""
        return int(self.figures["average"].value)

    @property
    def currency(self) -> Currency:
        """The currency of the country's law."""
        return CURRENCIES[self.unit.partition("/")[0]]

    @property
    def skilled(self) -> int:
        """The wage of the skilled manual male employee, 125 % of the average where none is known."""
        known = self.figures.get("skilled")
        return int(known.value if known else self.average * SKILLED_SHARE)

    @property
    def labourer(self) -> int | None:
        """The wage of the ordinary adult male labourer, if it is known."""
        known = self.figures.get("labourer")
        return int(known.value) if known else None

    @property
    def poverty_line(self) -> int | None:
        """What a person needs a month, if it is known."""
        known = self.figures.get("poverty_line")
        return int(known.value) if known else None

    def wage_like(self, other: "Wages", mapping: str) -> int:
        """
        The wage here that stands for the other country's average wage.

        By `multiples` it is this country's average; by `ppp` and `nominal` what the other's average wage buys
        or exchanges for. Refused where a factor is not known, or no two are of one year.
        """
        if mapping == "multiples" or other.country == self.country:
            return self.average
        here, there = self._factors(other, mapping)
        parts = Fraction(self.currency.parts, other.currency.parts)
        return int(other.average * here.value / there.value * parts)

    def _factors(self, other: "Wages", mapping: str) -> tuple[Figure, Figure]:
        """The latest factors of one year that both have."""
        mine, others = (each._known_factors(mapping) for each in (self, other))
        both = [(here, there) for here in mine for there in others if here.year == there.year]
        if not both:
            one, two = self._year(mine[0]), other._year(others[0])
            raise refused("STANDARD-008", what=MAPPINGS[mapping], one=one, other=two)
        return both[0]

    def _known_factors(self, mapping: str) -> list[Figure]:
        found = [self.figures[name] for name in _FACTORS_OF[mapping] if name in self.figures]
        if not found:
            raise refused("STANDARD-006", country=self.country, what=MAPPINGS[mapping], name=FILE)
        return found

    def _year(self, factor: Figure) -> Wording:
        return Wording.joined([self.label, Wording.of_number(int(factor.year))], " ")


def wages_of(country: str) -> Wages:
    """The wages of a country; Refused where none are known."""
    known = _known()
    if country not in known:
        raise refused("STANDARD-005", country=country, name=FILE)
    return known[country]


@cache
def _known() -> Mapping[str, Wages]:
    node = read_beside(__package__ or "", FILE)
    if node is None:
        raise refused("STANDARD-005", country="–", name=FILE)
    return {country: _wages(country, read_mapping(node, FILE, country)) for country in node}


def _wages(country: str, node: Node) -> Wages:
    check_fields(node, country, "label", "unit", *_FIGURES)
    unit = node["unit"]
    figures = {
        name: _figure(name, read_mapping(node, country, name), unit) for name in _FIGURES if name in node
    }
    return Wages(country, read_wording(node, country, "label"), unit, figures)


def _figure(name: str, node: Node, unit: str) -> Figure:
    check_fields(node, name, "value", "year", "source", "grade")
    for needed in ("value", "year", "source", "grade"):
        if needed not in node:
            raise law_refused("LAW-010", place=node.place, name=name, field=needed)
    written: Any = node["value"]
    value = Fraction(written) if name in FACTORS else Fraction(UNITS[unit].parse(written))
    return Figure(value, node["year"], node["source"], node["grade"])
