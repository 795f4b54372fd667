"""
The rules of some targets as rules of single numbers alone, which are proved and compiled.

What a word over months finds in a person's record becomes a fact beside the others, a tally, found before the
rules are run. A rule about a member becomes one rule for each place of the block.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nsis.engine.career import MONTH_WORDS, MonthWord
from nsis.engine.facts import Fact
from nsis.engine.interval import Interval
from nsis.engine.kinds import names_in, uses_of, word_of
from nsis.engine.members import BLOCK_WORDS, Block
from nsis.engine.parameters import Parameter
from nsis.engine.refusal import Place, law_refused
from nsis.engine.rewriting import Rewriting
from nsis.engine.rule import Rule
from nsis.engine.wiring import Closure
from nsis.terms.rate import PARTS

GREATEST = 2**63 - 1  # of the numbers that a machine reckons with
ROUNDINGS = Interval(0, PARTS - 1)


@dataclass(frozen=True, slots=True)
class Tally:
    """What one word finds in a record: the same for every rule that asks for it with the same arguments."""

    name: str
    word: MonthWord
    columns: tuple[str, ...]
    others: tuple[str | int, ...]  # values of the law, by name, or 0 and 1

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the law that it asks for."""
        return tuple(other for other in self.others if isinstance(other, str))


@dataclass(frozen=True, slots=True)
class Lowered:
    """Single facts, tallies among them, and rules; `closure` names them as the law's own closure does."""

    closure: Closure
    facts: Mapping[str, Fact]
    tallies: tuple[Tally, ...]
    widths: Mapping[str, int]  # of every member's fact and quantity, how many places stand for it
    blocks: Mapping[str, str]  # and the block that they belong to

    def places(self, name: str) -> tuple[str, ...]:
        """The single names that stand for a name of the law."""
        return places_of(name, self.widths)


def places_of(name: str, widths: Mapping[str, int]) -> tuple[str, ...]:
    """The names of a member's places; any other name is its own."""
    return tuple(f"{name}__{place}" for place in range(1, widths[name] + 1)) if name in widths else (name,)


def lower(
    closure: Closure,
    *,
    facts: Mapping[str, Fact],
    parameters: Mapping[str, Parameter],
    blocks: Mapping[str, Block],
    block_of: Mapping[str, str],
) -> Lowered:
    """The closure in single numbers; LawRefused where a tally may leave the machine's numbers."""
    named = (*closure.facts, *(rule.name for rule in closure.rules))
    widths = {name: blocks[block_of[name]].most for name in named if name in block_of}
    tallies: dict[str, Tally] = {}
    single: dict[str, Fact] = {}
    for name in closure.facts:
        if facts[name].by_month is None:
            for place in places_of(name, widths):
                single[place] = replace(facts[name], name=place, member_of=None)
    rules: list[Rule] = []
    for rule in closure.rules:
        for call in uses_of(rule.tree).months:
            tally = _tally(call)
            if tally.name not in tallies:
                tallies[tally.name] = tally
                single[tally.name] = _fact_of(tally, rule, call, facts, parameters)
        rules += _unrolled(rule, widths, rule.name in widths)
    needed = {name for rule in rules for name in rule.inputs}
    return Lowered(
        Closure(tuple(single), tuple(name for name in closure.parameters if name in needed), tuple(rules)),
        single,
        tuple(tallies.values()),
        widths,
        {name: block_of[name] for name in widths},
    )


def _tally(call: ast.Call) -> Tally:
    word = MONTH_WORDS[word_of(call)]
    given = [each.id if isinstance(each, ast.Name) else ast.literal_eval(each) for each in call.args]
    columns, others = given[: word.columns], given[word.columns :]
    name = "__".join([word.name, *map(str, given)])
    return Tally(name, word, tuple(columns), tuple(others))


def _fact_of(
    tally: Tally, rule: Rule, call: ast.Call, facts: Mapping[str, Fact], parameters: Mapping[str, Parameter]
) -> Fact:
    """The tally as a fact, with the bounds that follow from those of its columns."""
    columns = [facts[name] for name in tally.columns]
    held = [Interval(fact.least, int(fact.greatest)) for fact in columns]
    held += [
        Interval(parameters[other].least, parameters[other].greatest)
        if isinstance(other, str)
        else Interval(other, other)
        for other in tally.others
    ]
    place, text = Place(rule.place.file, call.lineno), ast.unparse(call)
    rounding = tally.word.rounding
    if rounding is not None and ROUNDINGS.join(held[rounding]) != ROUNDINGS:
        raise law_refused("LAW-044", place=place, name=rule.name, text=text)
    most = max(fact.by_month or 0 for fact in columns)
    try:
        bounds, reach = tally.word.bounds(most, *held)
    except ZeroDivisionError as error:
        raise law_refused("LAW-032", place=place, name=rule.name, text=text) from error
    if reach > GREATEST:
        raise law_refused("LAW-031", place=place, name=rule.name, text=text, reach=reach, limit=GREATEST)
    label = columns[0].label
    return Fact(tally.name, label, columns[0].unit, bounds.least, bounds.greatest, None, place)


def _unrolled(rule: Rule, widths: Mapping[str, int], of_member: bool) -> list[Rule]:
    """The rule itself, or one for each place of the block of which it speaks."""
    uses = uses_of(rule.tree)
    if not of_member:
        return [_rewritten(rule, rule.name, None, widths)] if uses.months or uses.members else [rule]
    names = places_of(rule.name, widths)
    return [_rewritten(rule, name, place, widths) for place, name in enumerate(names)]


def _rewritten(rule: Rule, name: str, place: int | None, widths: Mapping[str, int]) -> Rule:
    rewriting = _Placed(place, {each: width for each, width in widths.items() if each in rule.inputs})
    tree = rewriting.visit(rule.tree)
    ast.fix_missing_locations(tree)
    plain = {each.id for each in uses_of(rule.tree).plain}
    kept = [each for each in rule.inputs if each in plain and each not in widths]
    inputs = tuple(dict.fromkeys([*kept, *rewriting.taken]))
    return replace(rule, name=name, inputs=inputs, tree=tree)


class _Placed(Rewriting):
    """A rule's text for one place of a block, or none; `taken` is what it names instead."""

    def __init__(self, place: int | None, widths: Mapping[str, int]) -> None:
        self.place = place
        self.widths = widths
        self.taken: list[str] = []

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A tally for a word over months, a sum or a count for a word over a block."""
        if word_of(node) in MONTH_WORDS:
            return self._name(_tally(node).name)
        if word_of(node) not in BLOCK_WORDS:
            rewritten: ast.expr = self.generic_visit(node)
            return rewritten
        all_places = places_of(names_in(node)[0], self.widths)
        if word_of(node) == "total_of":
            return _total([self._name(name) for name in all_places], node)
        return self._rank(all_places, node)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A member's name is that of the place."""
        if self.place is not None and node.id in self.widths and isinstance(node.ctx, ast.Load):
            return self._name(places_of(node.id, self.widths)[self.place])
        return node

    def _rank(self, all_places: Sequence[str], node: ast.Call) -> ast.expr:
        """One, and one for each other place that goes before."""
        own = self.place or 0
        before: list[ast.expr] = []
        for place in [place for place in range(len(all_places)) if place != own]:
            comparison: ast.cmpop = ast.GtE() if place < own else ast.Gt()
            other, mine = self._name(all_places[place]), self._name(all_places[own])
            test = ast.Compare(other, [comparison], [mine])
            before.append(ast.IfExp(test, ast.Constant(1), ast.Constant(0)))
        return _total([ast.Constant(1), *before], node)

    def _name(self, name: str) -> ast.expr:
        self.taken.append(name)
        return ast.Name(name, ast.Load())


def _total(parts: Sequence[ast.expr], node: ast.Call) -> ast.expr:
    return ast.copy_location(ast.Call(ast.Name("total", ast.Load()), list(parts), []), node)
