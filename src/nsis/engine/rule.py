"""The mark that makes a plain function a rule of the law, and the rule as the engine holds it."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from nsis.engine.refusal import Place
from nsis.terms.month import Month
from nsis.terms.provision import Provision
from nsis.terms.unit import Value
from nsis.terms.wording import Language, Wording

MARK = "__rule__"


@dataclass(frozen=True, slots=True)
class Mark:
    """What the law says about a rule where it is written."""

    provision: str
    unit: str
    since: str | None
    until: str | None
    quantity: str | None


def rule[Function: Callable[..., Any]](
    *,
    provision: str,
    unit: str,
    since: str | None = None,
    until: str | None = None,
    quantity: str | None = None,
) -> Callable[[Function], Function]:
    """
    Mark a function as the rule for the quantity that it is named for, or for `quantity`.

    It holds from the month `since` up to, not including, the month `until` (`YYYY-MM`).
    """

    def mark(function: Function) -> Function:
        setattr(function, MARK, Mark(provision, unit, since, until, quantity))
        return function

    return mark


Picker = Callable[[Mapping[str, Any]], tuple[Any, ...]]


def picker(names: tuple[str, ...]) -> Picker:
    """What stands under the names, in their order: made once, for whoever asks again and again."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda held: tuple([held[name] for name in names])


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the function, its text, where it stands and what it rests on."""

    name: str
    label: Wording
    unit: str
    provision: Provision
    since: Month
    until: Month | None
    function: Callable[..., int]
    inputs: tuple[str, ...]  # the facts, parameters and quantities that it asks for, by name
    tree: ast.FunctionDef
    source: str  # as it is written, from its name on
    place: Place
    reasons: tuple[tuple[int, Wording], ...] = ()  # what each reason that it may give means
    pick: Picker = field(init=False, repr=False, compare=False)  # its inputs, from anything by name

    def __post_init__(self) -> None:
        object.__setattr__(self, "pick", picker(self.inputs))

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with label and citation in `language`."""
        return {
            "name": self.name,
            "label": self.label.in_language(language),
            "unit": self.unit,
            "inputs": list(self.inputs),
            "since": str(self.since),
            "until": None if self.until is None else str(self.until),
            "reasons": {code: reason.in_language(language) for code, reason in self.reasons},
            **self.provision.as_dict(language),
        }

    def reason(self, code: int) -> Wording | None:
        """What a reason that it gives means; None for any other number."""
        return dict(self.reasons).get(code)

    def holds_in(self, month: Month) -> bool:
        """Whether it is in force in the month."""
        return self.since <= month and (self.until is None or month < self.until)

    def meets(self, other: "Rule") -> bool:
        """Whether both are in force in some month."""
        later = max(self.since, other.since)
        return self.holds_in(later) and other.holds_in(later)

    def apply(self, values: Mapping[str, Value]) -> int:
        """The quantity, from the values of everything named."""
        return int(self.function(*self.pick(values)))
