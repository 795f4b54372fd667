"""From a scheme's texts to a scheme: every rule, value and fact checked, every fault told at once."""

import ast
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

from nsis.engine.declarations import (
    PREVIOUS,
    Instruments,
    check_fields,
    check_unit,
    read_block,
    read_date,
    read_fact,
    read_instrument,
    read_mapping,
    read_month,
    read_parameter,
    read_previous,
    read_provision,
    read_reasons,
    read_section,
    read_wording,
)
from nsis.engine.facts import Fact
from nsis.engine.grammar import BUILT_IN, check_rule
from nsis.engine.in_force import LawInForce
from nsis.engine.members import Block
from nsis.engine.parameters import Parameter
from nsis.engine.refusal import Faults, Place, law_refused
from nsis.engine.rule import MARK, Mark, Rule
from nsis.engine.rule_text import quantity_of
from nsis.engine.scheme import Scheme
from nsis.engine.store import BranchText, Node, SchemeText, read_scheme, schemes_in
from nsis.engine.vocabulary import WORDS
from nsis.terms.month import Month
from nsis.terms.reason import REASONS
from nsis.terms.wording import Wording

SECTIONS = ("blocks", "facts", "parameters", "quantities")


def load_scheme(package: str, name: str) -> Scheme:
    """The scheme `country/scheme` of a package of law; LawRefused with every fault found."""
    return load_text(scheme_text(package, name))


def scheme_text(package: str, name: str) -> SchemeText:
    """What is written about the scheme `country/scheme`; LawRefused, with those known, if it is none."""
    known = schemes_in(package)
    if name not in known:
        raise law_refused("LAW-001", name=name, known=", ".join(known))
    return read_scheme(package, name)


def load_text(text: SchemeText) -> Scheme:
    """The scheme that the texts say; LawRefused with every fault found."""
    return _Loading(text).scheme()


class _Loading:
    """One scheme on its way in."""

    def __init__(self, text: SchemeText) -> None:
        self.text = text
        self.faults = Faults()
        self.places: dict[str, Place] = {}
        self.written: set[str] = set()  # quantities that have a label, whether or not their rules hold
        self.start = Month.of(read_date(text.scheme, text.name, "starts_on"))

    def scheme(self) -> Scheme:
        """Everything declared, then everything checked against each other."""
        instruments = self._each(self._section(self.text.scheme, "instruments"), read_instrument)
        blocks: dict[str, Block] = {}
        for branch in self.text.branches:
            blocks |= self._declared(branch, "blocks", read_block)
        facts: dict[str, Fact] = {}
        parameters: dict[str, Parameter] = {}
        for branch in self.text.branches:
            with self.faults.gathered():
                check_fields(branch.declarations, branch.file, *SECTIONS)
            facts |= self._declared(branch, "facts", lambda name, node: read_fact(name, node, blocks))
            parameters |= self._declared(
                branch, "parameters", lambda name, node: read_parameter(name, node, instruments)
            )
        rules = [rule for branch in self.text.branches for rule in self._rules(branch, instruments)]
        for branch in self.text.branches:
            facts |= self._previous(branch, rules)
        self._check_names(rules)
        self._check_references(rules)
        facts = self._in_order(facts)
        self.faults.refuse_if_any()
        scheme = Scheme(
            name=self.text.name,
            label=read_wording(self.text.scheme, self.text.name, "label"),
            start=self.start,
            facts=facts,
            blocks=blocks,
            parameters=parameters,
            rules=tuple(rules),
        )
        self._check_wiring(scheme)
        return scheme

    def _each[Item](self, nodes: Mapping[str, Node], read: Callable[[str, Node], Item]) -> dict[str, Item]:
        items = {}
        for name, node in nodes.items():
            with self.faults.gathered():
                items[name] = read(name, node)
        return items

    def _declared[Item](
        self, branch: BranchText, section: str, read: Callable[[str, Node], Item]
    ) -> dict[str, Item]:
        nodes = self._section(branch.declarations, section)
        for name, node in nodes.items():
            self._declare(name, node.place)
        return self._each(nodes, read)

    def _previous(self, branch: BranchText, rules: list[Rule]) -> dict[str, Fact]:
        """What quantities of the branch were the month before, where the law asks for it."""
        facts = {}
        for name, node in self._section(branch.declarations, "quantities").items():
            rule = next((rule for rule in rules if rule.name == name), None)
            if "previous" in node and rule is not None:
                with self.faults.gathered():
                    fact = read_previous(name, read_mapping(node, name, "previous"), rule)
                    facts[fact.name] = fact
                    self._declare(fact.name, fact.place)
        return facts

    def _declare(self, name: str, place: Place) -> None:
        if name.startswith("_") or "__" in name or name in WORDS or name in BUILT_IN:
            self.faults.note("LAW-039", place=place, text=name)
        if name in self.places:
            self.faults.note("LAW-014", place=place, name=name, first=self.places[name])
        self.places.setdefault(name, place)

    def _rules(self, branch: BranchText, instruments: Instruments) -> list[Rule]:
        tree = ast.parse(branch.source)
        labels = self._section(branch.declarations, "quantities")
        functions = [item for item in tree.body if isinstance(item, ast.FunctionDef)]
        rules = []
        for function in functions:
            with self.faults.gathered():
                rules.append(self._rule(branch, function, labels, instruments))
        self._check_labels(labels, functions)
        return rules

    def _section(self, node: Node, name: str) -> Mapping[str, Node]:
        with self.faults.gathered():
            return read_section(node, name)
        return {}

    def _rule(
        self, branch: BranchText, tree: ast.FunctionDef, labels: Mapping[str, Node], instruments: Instruments
    ) -> Rule:
        place = Place(branch.file, tree.lineno)
        function: Any = getattr(branch.module, tree.name, None)
        if getattr(function, MARK, None) is None:
            raise law_refused("LAW-023", place=place, text=f"def {tree.name}")
        if function.__code__.co_firstlineno != tree.decorator_list[0].lineno:
            raise law_refused("LAW-025", place=place, name=tree.name)
        mark: Mark = getattr(function, MARK)
        name = mark.quantity or tree.name
        check_rule(tree, name=name, file=branch.file, names=vars(branch.module))
        if name not in labels:
            raise law_refused("LAW-010", place=place, name=name, field="label")
        check_fields(labels[name], name, "label", "previous", "reasons")
        since = read_month(mark.since, name, place) or self.start
        until = read_month(mark.until, name, place)
        if until is not None and until <= since:
            raise law_refused("LAW-046", place=place, name=name, since=since, until=until)
        return Rule(
            name=name,
            label=read_wording(labels[name], name, "label"),
            unit=check_unit(mark.unit, name, place),
            provision=read_provision(mark.provision, name, place, instruments),
            since=since,
            until=until,
            function=function,
            inputs=tuple(argument.arg for argument in tree.args.args),
            tree=tree,
            source=ast.get_source_segment(branch.source, tree) or "",
            place=place,
            reasons=self._reasons(name, mark.unit, tree, labels[name], place),
        )

    def _reasons(
        self, name: str, unit: str, tree: ast.FunctionDef, node: Node, place: Place
    ) -> tuple[tuple[int, Wording], ...]:
        """What each reason means that the rule gives, if it gives reasons."""
        if unit != "reason":
            return ()
        return read_reasons(name, node, _reasons_in([tree]), place)

    def _check_labels(self, labels: Mapping[str, Node], functions: list[ast.FunctionDef]) -> None:
        """Each label has a rule, each wording of a reason a rule that gives the reason."""
        for name, node in labels.items():
            rules = [function for function in functions if quantity_of(function) == name]
            self.written.add(name)
            if not rules:
                self.faults.note("LAW-026", place=node.place, name=name)
            elif isinstance(node.get("reasons"), Node):
                given = sorted(_reasons_in(rules) - {"QUALIFIED"})
                with self.faults.gathered():
                    check_fields(node["reasons"], f"{name}.reasons", *given)

    def _check_names(self, rules: list[Rule]) -> None:
        """One meaning a name, one rule a month."""
        for earlier, later in combinations(rules, 2):
            if earlier.name == later.name and earlier.meets(later):
                self.faults.note("LAW-016", place=later.place, name=later.name, first=earlier.place)
        quantities = {rule.name: rule.place for rule in rules}
        for name, place in quantities.items():
            self._declare(name, place)

    def _check_references(self, rules: list[Rule]) -> None:
        """No rule may name what is not declared; a rule that is refused itself is not told twice."""
        for rule in rules:
            for argument in rule.inputs:
                if argument not in self.places and argument not in self.written:
                    self.faults.note("LAW-017", place=rule.place, name=rule.name, argument=argument)

    def _in_order(self, facts: Mapping[str, Fact]) -> dict[str, Fact]:
        """The facts as they are declared, but each after those that it leans on."""
        ordered: dict[str, Fact] = {}

        def take(fact: Fact, path: tuple[str, ...]) -> None:
            if fact.name in ordered:
                return
            for other in fact.leans_on:
                if other not in facts or facts[other].is_list or other in (*path, fact.name):
                    self.faults.note("LAW-029", place=fact.place, name=fact.name, other=other)
                else:
                    take(facts[other], (*path, fact.name))
            ordered[fact.name] = fact

        for fact in facts.values():
            take(fact, ())
        return ordered

    def _check_wiring(self, scheme: Scheme) -> None:
        """The law of every month in which something changes holds together; each structure is proved once."""
        proved: list[object] = []
        blocks: dict[str, str | None] = {}  # of each quantity, as first met
        for month in scheme.months_of_change():
            with self.faults.gathered():
                law = scheme.on(month)
                if law.structure not in proved:
                    proved.append(law.structure)
                    self._check_previous(law)
                    self._check_blocks(law, blocks)
                    _ = law.proof
        self.faults.refuse_if_any()

    def _check_blocks(self, law: LawInForce, blocks: dict[str, str | None]) -> None:
        """A quantity is a member's in all months or in none."""
        for name, rule in law.rules.items():
            if blocks.setdefault(name, law.block_of.get(name)) != law.block_of.get(name):
                self.faults.note("LAW-045", place=rule.place, name=name)

    def _check_previous(self, law: LawInForce) -> None:
        """No quantity of a member is carried from month to month."""
        for name in law.block_of:
            carried = law.facts.get(f"{PREVIOUS}{name}")
            if carried is not None:
                self.faults.note("LAW-042", place=carried.place, name=name)


def _reasons_in(functions: Iterable[ast.FunctionDef]) -> set[str]:
    """The reasons that the rules name."""
    parts = (part for function in functions for part in ast.walk(function))
    return {part.id for part in parts if isinstance(part, ast.Name) and part.id in REASONS}
