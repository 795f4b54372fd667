"""The words of `headings.yaml` and `words.yaml`, folded so that spellings of one word are the same."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from nsis.terms.digits import to_latin
from nsis.terms.month import Month, format_month

_FORMULA = re.compile(r"\([^()]*[+=*%0-9][^()]*\)")  # `Gross (5+6+7)`, `House rent (50%)`
_POSSESSIVE = re.compile(r"['’]s?\b")
_BETWEEN_WORDS = re.compile(r"[^0-9a-z\u0980-\u09f1]+")
_JOINERS = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPELLING = str.maketrans("ীূণ", "িুন")


def _load(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))


HEADINGS = _load("headings.yaml")
_WORDS = _load("words.yaml")


@lru_cache(maxsize=10_000)  # headings and titles come again with every month's file
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case and one spelling, without punctuation; digits are Latin."""
    plain = to_latin(_JOINERS.sub("", unicodedata.normalize("NFKC", text)).lower()).replace("#", " no ")
    plain = _POSSESSIVE.sub("", _FORMULA.sub(" ", plain))
    return tuple(_BETWEEN_WORDS.sub(" ", plain).translate(_SPELLING).split())


def phrase(text: str) -> str:
    """The words of a text, one space between them."""
    return " ".join(words_of(text))


@lru_cache(maxsize=10_000)
def fold(heading: str) -> str:
    """A heading reduced to what it means: same words alike, without noise, month names and digits."""
    words = words_of(heading)
    kept = [word for word in words if not (word in _NOISE or word.isdecimal())]
    return " ".join(_SAME_WORDS.get(word, word) for word in kept or words)


def _one_spelling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase(word) for word in words)


def _month_names() -> dict[str, int]:
    names: dict[str, int] = {}
    for number in range(1, 13):
        english = format_month(Month(2026, number), language="en").split()[0].lower()
        bangla = format_month(Month(2026, number), language="bn").split()[0]
        names |= {english: number, english[:3]: number, phrase(bangla): number}
    older = {"sept": 9, "জানুয়ারী": 1, "ফেব্রুয়ারী": 2, "আগষ্ট": 8, "অগাস্ট": 8, "জুলাই": 7, "নবেম্বর": 11}
    return names | {phrase(name): number for name, number in older.items()}


MONTH_NUMBERS = _month_names()
_NOISE = _one_spelling(HEADINGS["noise"]) | MONTH_NUMBERS.keys()
_SAME_WORDS = {
    spelled: meant
    for meant, others in HEADINGS["same_words"].items()
    for word in others
    for spelled in words_of(word)
}
BLANK_WORDS = frozenset(str(word) for word in _WORDS["blank"])
SEX_WORDS = {phrase(str(word)): sex for sex, words in _WORDS["sex"].items() for word in words}
_TOTALS = _one_spelling(_WORDS["totals"])
_FOOTERS = _one_spelling(_WORDS["footers"])


def begins_total(text: str) -> bool:
    """Whether a cell's text begins as a totals row does: `Total`, `সর্বমোট`, `In words`."""
    return _begins(text, _TOTALS)


def begins_footer(text: str) -> bool:
    """Whether a cell's text begins as what stands around a list does: `Prepared by`, `পৃষ্ঠা ২`."""
    return _begins(text, _FOOTERS)


def _begins(text: str, phrases: frozenset[str]) -> bool:
    words = words_of(text)
    return any(" ".join(words[:length]) in phrases for length in range(1, min(len(words), 3) + 1))
