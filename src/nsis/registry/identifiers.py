"""Identifiers of persons and employers: their forms, check digits, and when two forms are one number."""

import re
from datetime import date

from nsis.registry.checkdigit import check_digit, is_checked
from nsis.terms.digits import to_latin

KINDS = ("nid10", "nid13", "nid17", "birth_certificate", "passport")
NID_TAIL_DIGITS = 13

_YEAR = r"(?:19|20)[0-9]{2}"
_FORMS = {
    "nid10": re.compile(r"[0-9]{10}"),
    "nid13": re.compile(r"[0-9]{13}"),
    "nid17": re.compile(_YEAR + r"[0-9]{13}"),
    "birth_certificate": re.compile(_YEAR + r"[0-9]{13}"),
    "passport": re.compile(r"(?=.*[0-9])[A-Z0-9]{6,9}"),
}
_NID_KINDS = {10: "nid10", 13: "nid13", 17: "nid17"}
_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015\u200b-\u200f\ufeff]+")


def normalise(kind: str, text: str) -> str:
    """The number as stored: Latin digits and capitals, no spaces, dots or hyphens. It may still be wrong."""
    plain = _SEPARATORS.sub("", to_latin(text))
    return plain.upper() if kind == "passport" else plain


def kind_of_nid(text: str) -> str | None:
    """Which form of NID a text is by its number of digits; None if it is none."""
    number = normalise("nid17", text)
    kind = _NID_KINDS.get(len(number))
    return kind if kind and _FORMS[kind].fullmatch(number) else None


def is_identifier(kind: str, text: str) -> bool:
    """Whether a text has the form of its kind."""
    return _FORMS[kind].fullmatch(normalise(kind, text)) is not None


def canonical(kind: str, text: str, birth_date: date | None = None) -> tuple[str, str]:
    """Kind and number by which the forms meet: NID 13 becomes NID 17 once the birth date is known."""
    number = normalise(kind, text)
    if kind == "nid13" and birth_date is not None:
        return "nid17", f"{birth_date.year:04d}{number}"
    return kind, number


def nid_tail(kind: str, text: str) -> str | None:
    """The 13 digits that NID 13 and NID 17 share; None for other kinds."""
    return normalise(kind, text)[-NID_TAIL_DIGITS:] if kind in ("nid13", "nid17") else None


def insured_number(serial: int) -> str:
    """The 11 digits of a person: a serial of 10 digits (the first never 0) and a check digit."""
    return _numbered(serial, digits=10)


def employer_number(serial: int) -> str:
    """The 8 digits of an employer: a serial of 7 digits and a check digit."""
    return _numbered(serial, digits=7)


def is_insured_number(text: str) -> bool:
    """Whether a text, in Bangla or Latin digits, is a rightly formed insured number."""
    return _is_numbered(text, digits=11)


def is_employer_number(text: str) -> bool:
    """Whether a text, in Bangla or Latin digits, is a rightly formed employer number."""
    return _is_numbered(text, digits=8)


def _numbered(serial: int, *, digits: int) -> str:
    if len(str(serial)) != digits or serial < 0:
        raise ValueError(f"a serial has {digits} digits, got {serial}")
    return f"{serial}{check_digit(str(serial))}"


def _is_numbered(text: str, *, digits: int) -> bool:
    number = normalise("number", text)
    return re.fullmatch(rf"[1-9][0-9]{{{digits - 1}}}", number) is not None and is_checked(number)
