"""A rate is a whole number of parts per million, so that it is exact."""

import re

from nsis.terms.digits import to_bangla, to_latin
from nsis.terms.wording import Language

PARTS = 1_000_000
_PARTS_PER_PERCENT = PARTS // 100
_DECIMALS = 4  # a part per million is 0.0001 %
_PERCENT = re.compile(r"(-?)(\d+)(?:\.(\d{1,4}))?\s*%", re.ASCII)


def parse_rate(text: str) -> int:
    """Read a percentage as parts per million, `0.75 %` -> 7500; ValueError unless it is exact."""
    match = _PERCENT.fullmatch(to_latin(text).strip())
    if match is None:
        raise ValueError(f"not a rate as a percentage with at most {_DECIMALS} decimals: {text!r}")
    sign, whole, decimals = match.groups()
    parts = int(whole) * _PARTS_PER_PERCENT + int((decimals or "").ljust(_DECIMALS, "0"))
    return -parts if sign else parts


def format_rate(ppm: int, *, language: Language) -> str:
    """Parts per million as a percentage with at least two decimals: `0.75 %`, in Bangla `০.৭৫ %`."""
    whole, rest = divmod(abs(ppm), _PARTS_PER_PERCENT)
    decimals = f"{rest:0{_DECIMALS}d}".rstrip("0").ljust(2, "0")
    text = f"{'-' if ppm < 0 else ''}{whole}.{decimals} %"
    return to_bangla(text) if language == "bn" else text
