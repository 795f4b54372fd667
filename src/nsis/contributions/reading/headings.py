"""Finding the row of headings and what each heading means. What is recognised stands in `headings.yaml`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from nsis.contributions.reading.cells import Row, has_digit, text_of
from nsis.contributions.reading.wordlists import HEADINGS, fold, phrase
from nsis.terms.wording import Wording

WAGE_PARTS = ("basic_wage", "house_rent", "medical", "conveyance", "food", "other_allowance")
WAGE_FIELDS = ("gross_wage", *WAGE_PARTS)
IDENTITIES = ("insured_number", "nid", "birth_certificate", "nid_or_birth_certificate", "passport")

_FEWEST_RECOGNISED = 2
_LATIN = re.compile("[A-Za-z]+")
_BANGLA = re.compile("[\u0980-\u09ff]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading stands for: a field, or why it is ignored, or the several things it may mean."""

    field: str | None = None
    ignored: str | None = None
    reason: Wording | None = None
    several: Wording | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its heading as written, and what that means (None if not understood)."""

    index: int
    heading: str
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns, and the number of the row (from 1) in which the last line of headings stands."""

    line: int
    columns: tuple[Column, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that its columns give."""
        return frozenset(
            column.meaning.field for column in self.columns if column.meaning and column.meaning.field
        )

    @property
    def has_wage(self) -> bool:
        """Whether the gross wage stands in it, or the basic wage with another part."""
        return "gross_wage" in self.fields or (
            "basic_wage" in self.fields and len(self.fields.intersection(WAGE_PARTS)) > 1
        )

    @property
    def has_identity(self) -> bool:
        """Whether a column says who the worker is."""
        return not self.fields.isdisjoint(IDENTITIES)

    @property
    def score(self) -> int:
        """How many different things its columns mean; 0 without any field, for then it is no heading."""
        groups = {column.meaning.ignored for column in self.columns if column.meaning}
        return len(self.fields) + len(groups - {None}) if self.fields else 0


def _meanings() -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for several in HEADINGS["ambiguous"]:
        meaning = Meaning(several=Wording(**several["meanings"]))
        found |= dict.fromkeys(map(fold, several["headings"]), meaning)
    for name, group in HEADINGS["ignored"].items():
        ignored = Meaning(ignored=name, reason=Wording(**group["reason"]))
        found |= dict.fromkeys(map(fold, group["headings"]), ignored)
    for field, group in HEADINGS["fields"].items():
        spellings = [*group["label"].values(), *group["headings"]]
        found |= dict.fromkeys(map(fold, spellings), Meaning(field=field))
    return found


def _ignored_words() -> dict[str, Meaning]:
    return {
        f" {phrase(word)} ": Meaning(ignored=name, reason=Wording(**group["reason"]))
        for name, group in HEADINGS["ignored"].items()
        for word in group["words"]
    }


_MEANINGS = _meanings()
_IGNORED_WORDS = _ignored_words()
_LABELS = {field: Wording(**group["label"]) for field, group in HEADINGS["fields"].items()}
REPEATABLE = frozenset(field for field, group in HEADINGS["fields"].items() if group.get("repeated"))


def label(field: str) -> Wording:
    """The field's name for people, which is also its heading in the template."""
    return _LABELS[field]


@lru_cache(maxsize=4096)
def meaning_of(heading: str) -> Meaning | None:
    """What a heading means: as a whole, in both its languages, or by a word that settles it; else None."""
    whole = _MEANINGS.get(fold(heading)) or _meaning_in_both_languages(heading)
    if whole is not None:
        return whole
    words = f" {phrase(heading)} "
    return next((meaning for word, meaning in _IGNORED_WORDS.items() if word in words), None)


def _meaning_in_both_languages(heading: str) -> Meaning | None:
    """`Basic wage / মূল মজুরি` means what both halves mean; None if they differ."""
    bangla = _MEANINGS.get(fold(_LATIN.sub(" ", heading)))
    english = _MEANINGS.get(fold(_BANGLA.sub(" ", heading)))
    if bangla is None or english is None:
        return None
    return bangla if bangla == english or (bangla.field, english.field) == ("name_bn", "name_en") else None


def find_heading(rows: Sequence[Row]) -> Heading | None:
    """The row, or two rows one above the other, that name the most different things; None if none do."""
    single = [_single(line, row) for line, row in enumerate(rows, start=1)]
    double = [
        _double(line, upper, lower)
        for line, (upper, lower) in enumerate(pairwise(rows), start=2)
        if _may_be_lower_headings(lower)
    ]
    best = max([*single, *double], key=lambda heading: heading.score, default=None)  # of equals the first
    return best if best and best.score >= _FEWEST_RECOGNISED else None


def _may_be_lower_headings(row: Row) -> bool:
    texts = [text for text in map(text_of, row) if text]
    return len(texts) > 1 and not any(map(has_digit, texts))


def _single(line: int, row: Row) -> Heading:
    texts = [text_of(cell) for cell in row]
    columns = tuple(Column(index, text, meaning_of(text)) for index, text in enumerate(texts))
    return Heading(line, columns)


def _double(line: int, upper: Row, lower: Row) -> Heading:
    """Two rows of headings: the upper names groups (`Deduction`) or, merged downwards, single columns."""
    width = max(len(upper), len(lower))
    above = [text_of(cell) for cell in upper] + [""] * (width - len(upper))
    below = [text_of(cell) for cell in lower] + [""] * (width - len(lower))
    columns, group = [], ""
    for index, (top, sub) in enumerate(zip(above, below, strict=True)):
        if top:
            group = top if sub else ""
        columns.append(_grouped(index, group, sub) if sub else Column(index, top, meaning_of(top)))
    return Heading(line, tuple(columns))


def _grouped(index: int, group: str, sub: str) -> Column:
    if not group:
        return Column(index, sub, meaning_of(sub))
    meaning = meaning_of(group)
    if meaning is None or meaning.ignored is None:  # under `Deduction` even `Food` is a deduction
        meaning = meaning_of(f"{group} {sub}") or meaning_of(sub)
    return Column(index, f"{group} / {sub}", meaning)
