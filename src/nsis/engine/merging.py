"""A reform is merged with a scheme at the level of their texts; the result is loaded as any law is."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from types import FunctionType, ModuleType
from typing import Any

from nsis.engine.declarations import check_fields, read_date, read_month, read_section
from nsis.engine.loading import SECTIONS
from nsis.engine.reform_messages import reform_refused
from nsis.engine.refusal import Faults, Place, law_refused
from nsis.engine.rule import MARK
from nsis.engine.rule_text import check_name, mark_of, module_of, quantity_of
from nsis.engine.store import BranchText, Node, SchemeText
from nsis.terms.month import Month
from nsis.terms.provision import Status


def merged(text: SchemeText, reform: Node, name: str) -> SchemeText:
    """The texts of the scheme with the reform `name` in them; LawRefused with everything that cannot be."""
    return _Merging(text, reform, name).merged()


class _Merging:
    """One reform on its way into a scheme."""

    def __init__(self, text: SchemeText, reform: Node, name: str) -> None:
        self.text = text
        self.reform = reform
        self.name = name
        self.faults = Faults()

    def merged(self) -> SchemeText:
        """Instruments, values and rules, each checked as far as a reform is more than a law."""
        self._check_scheme()
        scheme = self.text.scheme.but(instruments=self._instruments())
        branches = self._with_values()
        added = self._added()
        self._check_strength(read_section(scheme, "instruments"), added)
        self.faults.refuse_if_any()
        return SchemeText(f"{self.text.name}+{self.name}", scheme, _joined(branches, added, self.text))

    def _section(self, node: Node, name: str) -> Mapping[str, Node]:
        with self.faults.gathered():
            return read_section(node, name)
        return {}

    def _check_scheme(self) -> None:
        other = self.text.name.partition("+")[0]
        if self.reform["scheme"] != other:
            place = Place(self.reform.place.file, self.reform.lines["scheme"])
            values = {"name": self.name, "scheme": self.reform["scheme"], "other": other}
            raise reform_refused("REFORM-001", place=place, **values)

    def _instruments(self) -> Node:
        """Those of the scheme, and the papers that the reform rests on."""
        known = self._section(self.text.scheme, "instruments")
        own = self._section(self.reform, "instruments")
        for name, node in own.items():
            if name in known:
                self.faults.note("LAW-014", place=node.place, name=name, first=known[name].place)
            if node.get("status") == Status.ENACTED.value:
                self._note("REFORM-003", node.place, text=name)
        return _node(self.reform, {**known, **own})

    def _with_values(self) -> tuple[BranchText, ...]:
        """The branches with the reform's values: from the first day of these, they hold and no others."""
        changes = dict(self._section(self.reform, "parameters"))
        changed, names = [], list[str]()
        for branch in self.text.branches:
            parameters = self._section(branch.declarations, "parameters")
            altered = {
                name: self._altered(name, node, changes.pop(name))
                for name, node in parameters.items()
                if name in changes
            }
            section = _node(branch.declarations, {**parameters, **altered})
            changed.append(replace(branch, declarations=branch.declarations.but(parameters=section)))
            names += parameters
        for name, node in changes.items():
            near = ", ".join(get_close_matches(name, names, n=3) or names)
            self._note("REFORM-002", node.place, name=name, near=near)
        return tuple(changed)

    def _altered(self, name: str, parameter: Node, change: Node) -> Node:
        """A parameter with the reform's values, and with its bounds where it sets others."""
        with self.faults.gathered():
            check_fields(change, name, "values", "least", "greatest")
            if not _values(change):
                raise law_refused("LAW-010", place=change.place, name=name, field="values")
            first = min(read_date(value, name, "in_force_from") for value in _values(change))
            kept = [value for value in _values(parameter) if _starts_before(value, name, first)]
            return parameter.but(**{**change, "values": [*kept, *_values(change)]})
        return parameter

    def _added(self) -> list[BranchText]:
        """The branches under `branches`."""
        added = []
        for name, node in self._section(self.reform, "branches").items():
            with self.faults.gathered():
                added.append(self._branch(name, node))
        return added

    def _branch(self, name: str, node: Node) -> BranchText:
        check_fields(node, name, *SECTIONS, "rules")
        for section in SECTIONS:
            for each, item in read_section(node, section).items():
                check_name(each, item.place)
        rules = node.get("rules", "")
        if not isinstance(rules, str):
            raise law_refused("LAW-010", place=node.place, name=name, field="rules: |")
        # Empty lines before the rules let these keep the line numbers of the reform's file.
        source = "\n" * (node.lines.get("rules", 1) - 1) + rules
        declarations = _node(node, {field: item for field, item in node.items() if field != "rules"})
        return BranchText(declarations, node.place.file, source, module_of(source, node.place.file))

    def _check_strength(self, instruments: Mapping[str, Node], added: list[BranchText]) -> None:
        """Nothing of a reform may pass for enacted law."""
        enacted = tuple(
            f"{name}, " for name, node in instruments.items() if node.get("status") == Status.ENACTED.value
        )
        for place, provision in self._provisions(added):
            if provision.startswith(enacted):
                self._note("REFORM-003", place, text=provision)

    def _provisions(self, added: list[BranchText]) -> Iterator[tuple[Place, str]]:
        """What each value and each rule of the reform cites, and where."""
        for node in (self.reform, *(branch.declarations for branch in added)):
            for parameter in self._section(node, "parameters").values():
                yield from ((value.place, str(value.get("provision"))) for value in _values(parameter))
        for branch in added:
            for function in _functions(branch):
                yield Place(branch.file, function.lineno), mark_of(function)["provision"]

    def _note(self, code: str, place: Place, **values: object) -> None:
        with self.faults.gathered():
            raise reform_refused(code, place=place, **values)


def _joined(
    branches: tuple[BranchText, ...], added: list[BranchText], text: SchemeText
) -> tuple[BranchText, ...]:
    """The branches and those added, whose rules take over from the month in which they start."""
    start = Month.of(read_date(text.scheme, text.name, "starts_on"))
    ends: dict[str, Month] = {}
    for branch in added:
        for function in _functions(branch):
            name, since = quantity_of(function), _month(branch, function, "since") or start
            ends[name] = min(since, ends.get(name, since))
    earlier = [_Ending(branch, ends, start).branch() for branch in branches]
    labels = _labels(branches)
    for name in _labels(earlier):  # what a quantity was the month before is declared once
        labels[name] = _node(labels[name], {k: v for k, v in labels[name].items() if k != "previous"})
    return (*earlier, *(_labelled(branch, labels) for branch in added))


def _labels(branches: Iterable[BranchText]) -> dict[str, Node]:
    """What the branches say of quantities."""
    return {
        name: node
        for branch in branches
        for name, node in read_section(branch.declarations, "quantities").items()
    }


class _Ending:
    """A branch some of whose quantities have other rules from a month on."""

    def __init__(self, branch: BranchText, ends: Mapping[str, Month], start: Month) -> None:
        self.text = branch
        self.ends = ends
        self.start = start

    def branch(self) -> BranchText:
        """Its rules end there; one that would start only then, or later, is gone, its lines left empty."""
        lines = self.text.source.splitlines(keepends=True)
        module = ModuleType(self.text.module.__name__)
        vars(module).update(vars(self.text.module))
        left = []
        for function in _functions(self.text):
            name = quantity_of(function)
            if name in self.ends and self._starts(function) >= self.ends[name]:
                first, last = function.decorator_list[0].lineno, function.end_lineno or function.lineno
                lines[first - 1 : last] = ["\n"] * (last - first + 1)
                continue
            left.append(name)
            if name in self.ends:
                setattr(module, function.name, self._ended(function, self.ends[name]))
        labels = read_section(self.text.declarations, "quantities")
        kept = {name: node for name, node in labels.items() if name in left or name not in self.ends}
        declarations = self.text.declarations.but(quantities=_node(self.text.declarations, kept))
        return replace(self.text, source="".join(lines), module=module, declarations=declarations)

    def _starts(self, function: ast.FunctionDef) -> Month:
        return _month(self.text, function, "since") or self.start

    def _ended(self, function: ast.FunctionDef, end: Month) -> FunctionType:
        """The same function under a mark that ends."""
        known = getattr(self.text.module, function.name)
        mark = getattr(known, MARK)
        until = _month(self.text, function, "until")
        ended = FunctionType(known.__code__, known.__globals__, known.__name__)
        setattr(ended, MARK, replace(mark, until=str(min(end, until or end))))
        return ended


def _labelled(branch: BranchText, labels: Mapping[str, Node]) -> BranchText:
    """The branch with the labels of those quantities that it replaces and does not name anew."""
    own = read_section(branch.declarations, "quantities")
    functions = {quantity_of(function): function for function in _functions(branch)}
    known = {name: _label(labels[name], functions[name]) for name in functions if name in labels}
    quantities = _node(branch.declarations, {**known, **own})
    return replace(branch, declarations=branch.declarations.but(quantities=quantities))


def _label(label: Node, function: ast.FunctionDef) -> Node:
    """The label of a quantity, with those of its reasons that the new rule still gives."""
    if not isinstance(label.get("reasons"), Node):
        return label
    named = {part.id for part in ast.walk(function) if isinstance(part, ast.Name)}
    reasons = {reason: wording for reason, wording in label["reasons"].items() if reason in named}
    return label.but(reasons=_node(label["reasons"], reasons))


def _functions(branch: BranchText) -> list[ast.FunctionDef]:
    """The marked functions of a branch."""
    tree = ast.parse(branch.source)
    return [item for item in tree.body if isinstance(item, ast.FunctionDef) and item.decorator_list]


def _month(branch: BranchText, function: ast.FunctionDef, field: str) -> Month | None:
    place = Place(branch.file, function.lineno)
    return read_month(mark_of(function).get(field), quantity_of(function), place)


def _node(like: Node, items: Mapping[str, Any]) -> Node:
    """A mapping that stands where another does."""
    node = Node(items)
    node.place, node.lines = like.place, like.lines
    return node


def _values(parameter: Node) -> list[Node]:
    """The dated values of a parameter, as far as they are written as such."""
    values = parameter.get("values")
    return [value for value in values if isinstance(value, Node)] if isinstance(values, list) else []


def _starts_before(value: Node, name: str, day: date) -> bool:
    return read_date(value, name, "in_force_from") < day
