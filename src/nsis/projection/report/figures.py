"""How figures are written: digits, groups, units and plurals of Bangla and English."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

from nsis.terms.digits import to_bangla
from nsis.terms.money import group_lakh
from nsis.terms.wording import Language, Wording

LAKH, CRORE = 100_000, 10_000_000
LAKH_CRORE = LAKH * CRORE
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Measure:
    """
    What a figure is counted in. `scale` is the size of one unit (a crore of taka is 1e7 taka).

    `mark` follows every figure (` %`); `unit` is told once, in a heading or at an axis.
    """

    name: str
    unit: Wording
    scale: float = 1
    decimals: int = 0
    mark: str = ""
    grouped: bool = True

    def write(self, value: float | None, language: Language) -> str:
        """The figure in the reader's digits; a dash where there is none."""
        if value is None or not isfinite(value):
            return NOTHING
        text = write_number(value / self.scale, decimals=self.decimals, grouped=self.grouped) + self.mark
        return to_bangla(text) if language == "bn" else text


def write_number(value: float, *, decimals: int, grouped: bool = True) -> str:
    """A number in Latin digits: 1234567.891 with one decimal -> `12,34,567.9`; minus is a true minus sign."""
    text = f"{abs(value):.{decimals}f}"
    whole, _, rest = text.partition(".")
    sign = "−" if value < 0 and float(text) else ""
    whole = group_lakh(int(whole)) if grouped else whole
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


CRORE_TAKA = Measure("crore_taka", Wording(en="crore taka", bn="কোটি টাকা"), CRORE)
TAKA = Measure("taka", Wording(en="taka", bn="টাকা"))
TAKA_A_MONTH = Measure("taka_a_month", Wording(en="taka a month", bn="মাসে টাকা"))
TAKA_A_YEAR = Measure("taka_a_year", Wording(en="taka a year", bn="বছরে টাকা"))
LAKH_PERSONS = Measure("lakh_persons", Wording(en="lakh persons", bn="লক্ষ জন"), LAKH, 2)
CRORE_PERSONS = Measure("crore_persons", Wording(en="crore persons", bn="কোটি জন"), CRORE, 2)
PERSONS = Measure("persons", Wording(en="persons", bn="জন"))
PERCENT = Measure("percent", Wording(en="%", bn="%"), 0.01, 1, "\u00a0%")
FINE_PERCENT = Measure("percent", Wording(en="%", bn="%"), 0.01, 2, "\u00a0%")
THOUSANDTHS_PERCENT = Measure("percent", Wording(en="%", bn="%"), 0.01, 3, "\u00a0%")
RATIO = Measure("ratio", Wording(en="ratio", bn="অনুপাত"), 1, 3)
TIMES = Measure("times", Wording(en="times", bn="গুণ"), 1, 2)
YEARS_OF_SPENDING = Measure(
    "years_of_spending", Wording(en="years of expenditure", bn="কত বছরের ব্যয়ের সমান"), 1, 1
)
MONTHS = Measure("months", Wording(en="months", bn="মাস"), 1, 1)
DAYS = Measure("days", Wording(en="days", bn="দিন"), 1, 1)
TAKA_A_DAY = Measure("taka_a_day", Wording(en="taka a day", bn="দিনে টাকা"))
PER_HUNDRED = Measure("per_hundred", Wording(en="for 100 insured a year", bn="বছরে প্রতি ১০০ বীমাকৃতে"), 0.01, 2)
AGE = Measure("age", Wording(en="age", bn="বয়স"), grouped=False)
SCORE = Measure("score", Wording(en="standard errors", bn="প্রমিত ত্রুটির গুণিতক"), 1, 2)


def fund_year(year: int) -> Wording:
    """A year from July to June by the one it begins in: `2026-27`."""
    return digits(f"{year}-{(year + 1) % 100:02d}")


def digits(text: object) -> Wording:
    """A number or a code as it stands, in each language's digits."""
    return Wording(en=str(text), bn=to_bangla(str(text)))


def money(taka: float) -> Wording:
    """An amount for a sentence, in the unit that it fills: `Tk 1.25 lakh crore`, `১.২৫ লক্ষ কোটি টাকা`."""
    for size, en, bn in (
        (LAKH_CRORE, " lakh crore", " লক্ষ কোটি"),
        (CRORE, " crore", " কোটি"),
        (LAKH, " lakh", " লক্ষ"),
    ):
        if abs(taka) >= size:
            number = _three_figures(taka / size)
            return Wording(en=f"Tk {number}{en}", bn=f"{to_bangla(number)}{bn} টাকা")
    number = write_number(taka, decimals=0)
    return Wording(en=f"Tk {number}", bn=f"{to_bangla(number)} টাকা")


def persons(count: float) -> Wording:
    """A number of persons for a sentence: `1.76 crore people`, `১.৭৬ কোটি মানুষ`."""
    for size, en, bn in ((CRORE, " crore", " কোটি"), (LAKH, " lakh", " লক্ষ")):
        if abs(count) >= size:
            number = _three_figures(count / size)
            return Wording(en=f"{number}{en} people", bn=f"{to_bangla(number)}{bn} মানুষ")
    number = write_number(count, decimals=0)
    return Wording(
        en=f"{number} person" if number == "1" else f"{number} people", bn=f"{to_bangla(number)} জন"
    )


def counted(number: int, one: str, many: str, bn: str) -> Wording:
    """A number of things: `1 year`, `2 years`, `২ বছর`; Bangla has one form."""
    text = write_number(number, decimals=0)
    return Wording(en=f"{text} {one if number == 1 else many}", bn=f"{to_bangla(text)} {bn}")


def share(value: float, *, decimals: int = 1) -> Wording:
    """A share for a sentence: `12.5 %`, `১২.৫ %`."""
    return in_both(
        lambda language: Measure("", Wording(en="", bn=""), 0.01, decimals, "\u00a0%").write(value, language)
    )


def in_both(write: Callable[[Language], str]) -> Wording:
    """What `write` gives for each language."""
    return Wording.of_each(write)


def _three_figures(value: float) -> str:
    """About three significant figures: 1.25, 12.5, 125, 1,250."""
    decimals = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return write_number(value, decimals=decimals)
