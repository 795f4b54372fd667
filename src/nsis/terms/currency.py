"""The currencies in which a law may speak. An amount is a whole number of the smallest unit, an `int`."""

from collections.abc import Callable
from dataclasses import dataclass

from nsis.terms.digits import to_bangla
from nsis.terms.money import AMOUNT, POISHA_PER_TAKA, format_taka, group_lakh, parse_taka
from nsis.terms.wording import Language, Wording

TAKA = Wording(en="taka", bn="টাকা")
_PARTS = 100  # of most currencies


@dataclass(frozen=True, slots=True)
class Currency:
    """
    A currency: its code by ISO 4217, its name, the unit that amounts are counted in, of which one of the
    currency has `parts`, and an example of the law's YAML.

    `parse` reads `15,000 baht`, `format` writes it; both are exact.
    """

    code: str
    name: Wording
    unit: str
    parts: int
    example: str
    parse: Callable[[str], int]
    format: Callable[[int, Language], str]


def _currency(
    code: str, unit: str, name: str, bn: str, *, parts: int = _PARTS, lakh: bool = False
) -> Currency:
    """One that is written with its name, `15,000 baht`, and read by its code, `THB 15,000.00`."""

    def parse(text: str) -> int:
        match = AMOUNT.fullmatch(text.removesuffix(name).rstrip())
        if match is None or not text.endswith(f" {name}") or (match[3] and parts == 1):
            raise ValueError(f"not an amount such as `15,000 {name}`: {text!r}")
        amount = int(match[2].replace(",", "")) * parts + int((match[3] or "").ljust(2, "0"))
        return -amount if match[1] else amount

    def write(value: int, language: Language) -> str:
        whole, rest = divmod(abs(value), parts)
        grouped = group_lakh(whole) if lakh else f"{whole:,}"
        text = f"{'-' if value < 0 else ''}{grouped}" + (f".{rest:02d}" if parts > 1 else "")
        return Wording(en=f"{code} {text}", bn=f"{to_bangla(text)} {bn}").in_language(language)

    return Currency(code, Wording(en=name, bn=bn), unit, parts, f"12500 {name}", parse, write)


def _write_taka(value: int, language: Language) -> str:
    return format_taka(value, language=language)


CURRENCIES = {
    each.unit: each
    for each in (
        Currency("BDT", TAKA, "poisha", POISHA_PER_TAKA, "12500 taka", parse_taka, _write_taka),
        _currency("INR", "paise", "rupees", "ভারতীয় রুপি", lakh=True),
        _currency("NPR", "paisa", "Nepali rupees", "নেপালি রুপি", lakh=True),
        _currency("LKR", "cents", "Sri Lankan rupees", "শ্রীলঙ্কার রুপি"),
        _currency("THB", "satang", "baht", "থাই বাত"),
        _currency("IDR", "rupiah", "rupiah", "ইন্দোনেশীয় রুপিয়া", parts=1),
        _currency("VND", "dong", "dong", "ভিয়েতনামি দং", parts=1),
    )
}


def currency_of(unit: str) -> Currency | None:
    """The currency of a unit such as `poisha/month`; None if it is no money."""
    return CURRENCIES.get(unit.partition("/")[0])
