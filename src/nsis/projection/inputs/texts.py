"""The texts of sets of assumptions: those that stand with the projection, and files of a person's own."""

from importlib.resources import files
from pathlib import Path

_FOLDER = files("nsis.projection").joinpath("assumptions")


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
