"""Synthetic formal workers: who they are. Each is drawn from a stream of their own."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from nsis.commands.demo.sources import Sex, rows

AGES_ON = date(2026, 7, 1)
TRADITIONS = {"muslim": 90, "hindu": 8, "christian": 2}
"""Percent, after the census of 2022 for the country and Kaliganj's old Christian parishes (assumption)."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A person who does not exist."""

    serial: int
    sex: Sex
    birth_date: date
    name_en: str
    name_bn: str

    @property
    def nid(self) -> str:
        """Ten digits beginning with five zeros: the right form, a number that no card carries."""
        return f"00000{self.serial:05d}"

    @property
    def mobile(self) -> str:
        """Eleven digits beginning with 010: the right length, a prefix that no operator has."""
        return f"01000{self.serial:06d}"


def stream(seed: int, purpose: str, serial: int) -> random.Random:
    """The random numbers of one thing for one purpose, whatever else is drawn beside it."""
    return random.Random(f"{seed}/{purpose}/{serial}")  # noqa: S311


def workers(
    *, seed: int, first: int, count: int, insured: Mapping[tuple[Sex, range], int]
) -> Iterator[Worker]:
    """`count` workers from serial `first`, their sex and age as in `insured`."""
    groups, weights = list(insured), list(insured.values())
    for serial in range(first, first + count):
        draw = stream(seed, "person", serial)
        sex, ages = draw.choices(groups, weights)[0]
        name_en, name_bn = _name(draw, sex)
        yield Worker(serial, sex, _birth_date(draw, ages), name_en, name_bn)


def _birth_date(draw: random.Random, ages: range) -> date:
    return date(AGES_ON.year - draw.choice(ages), AGES_ON.month, AGES_ON.day) - timedelta(draw.randrange(365))


def _name(draw: random.Random, sex: Sex) -> tuple[str, str]:
    """A full name in Latin and in Bangla letters."""
    tradition = draw.choices(list(TRADITIONS), list(TRADITIONS.values()))[0]
    parts = [draw.choices(*_names(part, sex, tradition))[0] for part in ("prefix", "given", "family")]
    return " ".join(en for en, _ in parts if en), " ".join(bn for _, bn in parts if bn)


@cache
def _names(part: str, sex: Sex, tradition: str) -> tuple[list[tuple[str, str]], list[int]]:
    chosen = [
        row for row in rows("names") if (row["part"], row["sex"], row["tradition"]) == (part, sex, tradition)
    ]
    return [(row["name_en"], row["name_bn"]) for row in chosen], [int(row["weight"]) for row in chosen]
