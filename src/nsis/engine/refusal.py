"""How the engine refuses: one exception with every fault found."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nsis.engine.messages import FACTS, LAW
from nsis.terms.fault import Fault
from nsis.terms.wording import Language


class Refused(Exception):  # noqa: N818 - a refusal is what it is called everywhere
    """The engine does not go on; `faults` say why, all at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.in_language("en"))

    def __reduce__(self) -> tuple[type["Refused"], tuple[tuple[Fault, ...]]]:
        """As it comes from one process to another."""
        return type(self), (self.faults,)

    def in_language(self, language: Language) -> str:
        """The faults as text, one a line."""
        return "\n".join(fault.wording.in_language(language) for fault in self.faults)


class LawRefused(Refused):
    """The law cannot be loaded, or holds nothing for what was asked."""


class FactsRefused(Refused):
    """The facts of a case are missing, unknown or outside their declared bounds."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the law something stands."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Faults:
    """Gathers the refusals of many checks, so that a person sees them all at once."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keep what the block refuses, and go on."""
        try:
            yield
        except Refused as refused:
            self.found += [fault for fault in refused.faults if fault not in self.found]

    def note(self, code: str, *, place: Place, **values: object) -> None:
        """Keep one fault, and go on."""
        with self.gathered():
            raise law_refused(code, place=place, **values)

    def refuse_if_any(self) -> None:
        """Raise `LawRefused` with everything gathered."""
        if self.found:
            raise LawRefused(self.found)


def law_refused(code: str, *, place: Place | None = None, **values: object) -> LawRefused:
    """The refusal `code` at `place`; `values` fill its message."""
    wording = LAW[code].format(place=place, **values)
    column = values.get("name")
    return LawRefused(
        [Fault(code, wording, place.line if place else None, column if isinstance(column, str) else None)]
    )


def fact_fault(code: str, *, name: str, value: object = None, **values: object) -> Fault:
    """The fault `code` about the fact `name`."""
    wording = FACTS[code].format(name=name, value=value, **values)
    return Fault(code, wording, column=name, value=None if value is None else str(value))
