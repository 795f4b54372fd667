"""Texts that stand with the projection, of assumptions and about schemes, and a person's own files."""

from importlib.resources import files
from pathlib import Path

_FOLDER = files("nsis.projection").joinpath("assumptions")
_SCHEMES = files("nsis.projection").joinpath("schemes")


def known_sets() -> tuple[str, ...]:
    """The names of the sets that stand with the projection."""
    names = (item.name for item in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def set_text(name: str) -> str:
    """The text of a set that stands with the projection."""
    return _FOLDER.joinpath(f"{name}.yaml").read_text(encoding="utf-8")


def file_text(path: Path) -> str:
    """The text of a person's file; OSError or ValueError (not UTF-8) where it cannot be read."""
    return path.read_text(encoding="utf-8")


def scheme_text(scheme: str, name: str) -> str | None:
    """
    A text about the scheme `country/scheme` that stands with the projection, or None if there is none.

    Of `country/scheme+reform` it is the scheme's: what a scheme's files say holds under its reforms too.
    """
    file = _SCHEMES.joinpath(scheme.partition("+")[0], name)
    return file.read_text(encoding="utf-8") if file.is_file() else None
