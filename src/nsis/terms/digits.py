"""Bangla and Latin digits."""

_LATIN = "0123456789"
_BANGLA = "০১২৩৪৫৬৭৮৯"
_TO_BANGLA = str.maketrans(_LATIN, _BANGLA)
_TO_LATIN = str.maketrans(_BANGLA, _LATIN)


def to_bangla(text: str) -> str:
    """The text with every Latin digit written in Bangla; all else is kept."""
    return text.translate(_TO_BANGLA)


def to_latin(text: str) -> str:
    """The text with every Bangla digit written in Latin; all else is kept."""
    return text.translate(_TO_LATIN)
