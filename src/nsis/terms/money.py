"""Money is a whole number of poisha, an `int`. This is how it is written and read."""

import re
import unicodedata

from nsis.terms.digits import to_bangla, to_latin
from nsis.terms.wording import Language

POISHA_PER_TAKA = 100

# Lakh grouping (12,34,567) or thousands (1,234,567): both stand in real wage files.
AMOUNT = re.compile(r"(-?)(\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?", re.ASCII)
_BEFORE = re.compile(r"^(-?)\s*(?:৳|tk\.?|bdt|taka|টাকা)\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:/[-=]?|৳|tk\.?|bdt|taka|টাকা)$", re.IGNORECASE)


def format_taka(poisha: int, *, language: Language) -> str:
    """Poisha as taka with lakh grouping: `৳12,34,567.89`, in Bangla `৳১২,৩৪,৫৬৭.৮৯`."""
    taka, rest = divmod(abs(poisha), POISHA_PER_TAKA)
    text = f"{'-' if poisha < 0 else ''}৳{group_lakh(taka)}.{rest:02d}"
    return to_bangla(text) if language == "bn" else text


def group_lakh(number: int) -> str:
    """A natural number with South Asian grouping: 3 digits, then twos (`1234567` -> `12,34,567`)."""
    head, tail = divmod(number, 1000)
    if head == 0:
        return str(tail)
    groups = []
    while head:
        head, pair = divmod(head, 100)
        groups.append(f"{pair:02d}" if head else str(pair))
    return ",".join([*reversed(groups), f"{tail:03d}"])


def parse_taka(text: str) -> int:
    """
    Read an amount in taka as poisha.

    Takes Bangla or Latin digits, lakh or thousands commas, the marks ৳, Tk, BDT, taka, টাকা before or after
    and `/-` after, and at most two decimals. ValueError for anything else: nothing is guessed.
    """
    plain = to_latin(unicodedata.normalize("NFC", text)).replace("\u00a0", " ").strip()
    plain = _BEFORE.sub(r"\1", plain)
    for _ in range(2):  # `12,500/- Tk` carries two marks after the amount
        plain = _AFTER.sub("", plain)
    match = AMOUNT.fullmatch(plain)
    if match is None:
        raise ValueError(f"not an amount in taka: {text!r}")
    sign, taka, decimals = match.groups()
    poisha = int(taka.replace(",", "")) * POISHA_PER_TAKA + int((decimals or "").ljust(2, "0"))
    return -poisha if sign else poisha
