"""Names in one form, so that equal names are equal."""

import re
import unicodedata

# Zero-width space, byte order mark and the like. ZWJ and ZWNJ stay: in Bangla they are part of a spelling.
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad]")


def clean_name(text: str) -> str:
    """A name in Unicode normal form C, with single spaces.

    The letters U+09DC, U+09DD and U+09DF have no composed form there: they become two signs, whichever way
    they were typed.
    """
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())
