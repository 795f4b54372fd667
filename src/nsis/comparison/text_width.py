"""How wide a text will be, near enough to wrap it: nobody's fonts are known where a picture is written."""

import re
import unicodedata

# In parts of the size of the type; a little more than Noto Sans and Noto Sans Bengali take.
_NARROW, _WIDE = set("iljtfrI.,:;'|()[]! "), set("mwMW%—@")
_EVEN = 0.62
_BREAKS = re.compile(r"[^ _]*[ _]?")


def width_of(text: str, size: float, *, even: bool = False) -> float:
    """The width of a line in type of the given size; `even` where all letters are equally wide."""
    return size * (_EVEN * len(text) if even else sum(map(_letter, text)))


def wrapped(text: str, size: float, width: float, *, even: bool = False) -> list[str]:
    """The lines of a text no wider than `width`, broken after spaces and underscores."""
    lines = [""]
    for piece in filter(None, _BREAKS.findall(text)):
        if lines[-1] and width_of(lines[-1] + piece.rstrip(), size, even=even) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _letter(letter: str) -> float:
    category = unicodedata.category(letter)
    if category == "Mn":
        return 0.0
    if letter > "\u0900":
        return 0.4 if category == "Mc" else 0.72
    if letter in _NARROW:
        return 0.36
    return 0.9 if letter in _WIDE else 0.7 if letter.isupper() else 0.6
