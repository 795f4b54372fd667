"""Facts as people type them, read into the law's units: Bangla or Latin digits, words of both languages."""

import re
import unicodedata

from nsis.engine.case_text import read_values
from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import FactsRefused
from nsis.terms.digits import to_latin

LONGEST_ENTRY = 60
UNREADABLE = "FACT-010"

_RUN = re.compile(r"(\d+)\s*(?:months?|মাস)?\s*[x×*]\s*", re.ASCII | re.IGNORECASE)
_BARE = re.compile(r"-?[\d.,]+", re.ASCII)
_SEPARATORS = {True: re.compile(r"[\n;]|,\s"), False: re.compile(r"[\n;,]")}  # 20,000 is one amount
_YES, _NO = ("yes", "হ্যাঁ"), ("no", "না")
# Words of a unit as the law writes them; a bare number is taken in the first.
_UNIT_WORDS = {
    "poisha": {"taka": r"taka|টাকা"},
    "age": {"years": r"years?|বছর", "months": r"months?|মাস"},
    "rate": {"%": r"%|percent|per cent|শতাংশ"},
    "times": {"times": r"times?|গুণ"},
    "days": {"": r"days?|দিন"},
    "months": {"": r"months?|মাস"},
}


def is_money(fact: Fact) -> bool:
    """Whether the fact is an amount."""
    return fact.unit.startswith("poisha")


def is_yes_no(fact: Fact) -> bool:
    """Whether the fact is 1 for yes and 0 for no."""
    return fact.unit == "number" and (fact.least, fact.greatest) == (0, 1) and not fact.choices


def read_single(law: LawInForce, fact: Fact, text: str) -> int:
    """One value; ValueError for what cannot be read."""
    return _read(law, fact, text)[0]


def read_list(law: LawInForce, fact: Fact, text: str) -> tuple[int, ...]:
    """
    Values of members or months, runs such as `174 x 20,000 taka` among them.

    ValueError for what cannot be read, FactsRefused for a run longer than any record.
    """
    entries = [entry.strip() for entry in _SEPARATORS[is_money(fact)].split(_plain(text))]
    return tuple(number for entry in entries if entry for number in _read(law, fact, entry))


def _read(law: LawInForce, fact: Fact, entry: str) -> tuple[int, ...]:
    entry = _plain(entry)
    if len(entry) > LONGEST_ENTRY:
        raise ValueError(f"no entry of {fact.name}: {entry[:LONGEST_ENTRY]!r}")
    run = _RUN.match(entry) if fact.by_month else None
    value = _in_words_of_law(fact, entry[run.end() :] if run else entry)
    try:
        read = read_values(law, {fact.name: [f"{run[1]} x {value}" if run else value]})[fact.name]
    except FactsRefused as refused:
        if all(fault.code == UNREADABLE for fault in refused.faults):
            raise ValueError(str(refused)) from refused
        raise
    return read if isinstance(read, tuple) else (read,)


def _plain(text: str) -> str:
    return to_latin(unicodedata.normalize("NFC", text)).strip()


def _in_words_of_law(fact: Fact, text: str) -> str:
    """The text as a case of the law writes it."""
    word = text.casefold()
    if is_yes_no(fact) and word in (*_YES, *_NO):
        return "1" if word in _YES else "0"
    known = {each.casefold(): each for _, label in fact.choices for each in map(_plain, label.words)}
    if word in known:
        return known[word]
    units = _UNIT_WORDS.get("poisha" if is_money(fact) else fact.unit, {})
    for written, pattern in units.items():
        text = re.sub(rf"\s*(?:{pattern})(?!\w)", f" {written}", text, flags=re.IGNORECASE).strip()
    return f"{text} {next(iter(units))}".strip() if units and _BARE.fullmatch(text) else text
