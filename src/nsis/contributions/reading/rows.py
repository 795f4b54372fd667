"""Rows that are no workers: totals, printed headings again, signatures, notes, empty rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from nsis.contributions.reading.cells import Row, has_digit, is_blank, text_of
from nsis.contributions.reading.headings import IDENTITIES, WAGE_FIELDS, Heading
from nsis.contributions.reading.wordlists import begins_footer, begins_total, phrase
from nsis.terms.digits import to_latin
from nsis.terms.wording import Wording

EMPTY = Wording("empty row", "খালি সারি")
TOTAL = Wording("total row", "মোটের সারি")
SUMS = Wording("amounts without a worker", "শুধু টাকার অঙ্ক, কর্মী নেই")
HEADING_AGAIN = Wording("headings repeated", "শিরোনাম আবার এসেছে")
COLUMN_NUMBERS = Wording("numbers of the columns", "কলামের ক্রমিক")
FOOTER = Wording("signature, footer or name of a section", "স্বাক্ষর, পাদটীকা বা শাখার নাম")
NOTE = Wording("a note, not a worker", "মন্তব্য, কর্মী নয়")

_NAMES = ("name_en", "name_bn")
_FEWEST_COLUMN_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class _RowText:
    """The texts of a row, whole and by what their columns mean; blank ones are left out."""

    all: list[str]
    identities: list[str]
    wages: list[str]
    names: list[str]


class RowJudge:
    """
    Says of a row in which no worker is identified what it is instead.

    It is asked in the order of the file: names that stand alone below a total are signatories, not workers.
    """

    def __init__(self, heading: Heading) -> None:
        self._headings = {phrase(column.heading) for column in heading.columns if column.heading}
        self._headings |= {phrase(part) for column in heading.columns for part in column.heading.split(" / ")}
        self._identities = _places(heading, IDENTITIES)
        self._wages = _places(heading, WAGE_FIELDS)
        self._names = _places(heading, _NAMES)
        self._is_below_total = False

    def reason(self, row: Row) -> Wording | None:
        """Why the row is no worker; None if it is one, with whatever is missing or wrong in it."""
        text = self._text(row)
        if not text.all:
            return EMPTY
        if self._is_total(text):
            self._is_below_total = True
            return TOTAL
        if self._is_heading_again(text):
            return HEADING_AGAIN
        if _is_column_numbers(text.all):
            return COLUMN_NUMBERS
        if any(map(has_digit, text.identities)):
            return None
        has_wage = any(map(has_digit, text.wages))
        return _reason_with_wage(text) if has_wage else self._reason_without_numbers(text)

    def _text(self, row: Row) -> _RowText:
        texts = [text_of(cell) for cell in row]

        def at(places: Sequence[int]) -> list[str]:
            return [texts[place] for place in places if place < len(texts) and not is_blank(texts[place])]

        present = [text for text in texts if not is_blank(text)]
        return _RowText(present, at(self._identities), at(self._wages), at(self._names))

    def _is_total(self, text: _RowText) -> bool:
        if begins_total(text.all[0]):
            return True
        has_number = any(map(has_digit, text.identities))
        return not has_number and any(map(begins_total, text.all))

    def _is_heading_again(self, text: _RowText) -> bool:
        repeated = sum(phrase(cell) in self._headings for cell in text.all)
        return repeated > 1 and repeated * 2 >= len(text.all)

    def _reason_without_numbers(self, text: _RowText) -> Wording | None:
        """What a row is that has neither a wage nor a number in it."""
        is_named = any(not begins_footer(name) for name in text.names)
        if any(map(begins_footer, text.all)) and not is_named:
            return FOOTER
        if all(phrase(cell) == "" for cell in text.all):  # a line to sign on: ______
            return FOOTER
        return NOTE if len(text.all) == 1 or self._is_below_total else None


def _reason_with_wage(text: _RowText) -> Wording | None:
    """Amounts without a word may be a total that does not say so; whoever adds up the lines will know."""
    has_letters = any(letter.isalpha() for cell in text.all for letter in cell)
    return None if has_letters else SUMS


def _places(heading: Heading, fields: Sequence[str]) -> list[int]:
    return [column.index for column in heading.columns if column.meaning and column.meaning.field in fields]


def _is_column_numbers(texts: list[str]) -> bool:
    """Whether the cells count 1, 2, 3 as printed forms do below their headings."""
    numbers = [to_latin(text).strip("()") for text in texts]
    counted = [str(number) for number in range(1, len(numbers) + 1)]
    return len(numbers) >= _FEWEST_COLUMN_NUMBERS and numbers == counted
