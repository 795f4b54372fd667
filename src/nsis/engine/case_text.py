"""A case as people write it: values as in the law's YAML, records as runs of months, members as lists."""

import re
from collections.abc import Mapping, Sequence

from nsis.engine.facts import MOST_MONTHS, Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import FactsRefused, fact_fault
from nsis.terms.currency import currency_of
from nsis.terms.fault import Fault
from nsis.terms.unit import UNITS, Value

_RUN = re.compile(r"(\d+)\s*[x×]\s*(.+)", re.ASCII)
# An amount without a mark: taka or poisha? It may be the `20` of `[24 x 20,000 taka]`, cut at YAML's comma.
_BARE = re.compile(r"[\d.,-]+")


def read_values(law: LawInForce, written: Mapping[str, object]) -> dict[str, Value]:
    """
    What a case says of facts or quantities of the law, by name.

    A whole number stays as it is. A text is read in the unit of its name (`20,000 taka`, `60 years`), or as
    one of the fact's choices (`spouse`); an amount names its unit. A list has a value for each member or
    month, `174 x 20000 taka` in it stands for so many. FactsRefused with every text that cannot be read and
    every unknown name.
    """
    values: dict[str, Value] = {}
    faults: list[Fault] = []
    for name, text in written.items():
        if name in law.facts or name in law.rules:
            try:
                values[name] = _value(law, name, text)
            except FactsRefused as refused:
                faults += refused.faults
            except ValueError:
                example = UNITS[law.quantity(name).unit].example
                faults.append(fact_fault("FACT-010", name=name, value=text, text=text, example=example))
        else:
            faults.append(fact_fault("FACT-002", name=name, known=", ".join(law.facts)))
    if faults:
        raise FactsRefused(faults)
    return values


def _value(law: LawInForce, name: str, written: object) -> Value:
    fact, unit = law.facts.get(name), law.quantity(name).unit
    if isinstance(written, Sequence) and not isinstance(written, str):
        _check_length(law, name, written)
        return tuple(number for item in written for number in _run(item, unit, fact))
    return _number(written, unit, fact)


def _check_length(law: LawInForce, name: str, written: Sequence[object]) -> None:
    """Runs that no record holds are refused before they are written out."""
    runs = (_RUN.fullmatch(item.strip()) for item in written if isinstance(item, str))
    longest = max((int(run[1]) for run in runs if run), default=0)
    if longest > MOST_MONTHS:
        label = law.quantity(name).label
        raise FactsRefused([fact_fault("FACT-008", name=name, label=label, value=longest, most=MOST_MONTHS)])


def _run(item: object, unit: str, fact: Fact | None) -> list[int]:
    """One entry of a list, or so many alike."""
    match = _RUN.fullmatch(item.strip()) if isinstance(item, str) else None
    return [_number(match[2], unit, fact)] * int(match[1]) if match else [_number(item, unit, fact)]


def _number(written: object, unit: str, fact: Fact | None) -> int:
    if isinstance(written, int):
        return written
    if not isinstance(written, str):
        raise ValueError(f"no value: {written!r}")
    choices = {} if fact is None else {word: value for value, label in fact.choices for word in label.words}
    if written in choices:
        return choices[written]
    if currency_of(unit) is not None and _BARE.fullmatch(written):
        raise ValueError(f"an amount without its unit: {written!r}")
    return UNITS[unit].parse(written)
