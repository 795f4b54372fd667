"""
Proof that no step of a rule leaves the 64-bit numbers that a machine reckons with, whatever the facts.

Every fact and parameter has declared bounds; each step's bounds follow from them, and a branch of an `if` is
entered only with the values that its condition lets in. A law that may leave the numbers is refused.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nsis.engine import vocabulary
from nsis.engine.facts import MONTH_ANSWERS, Fact
from nsis.engine.interval import TRUTH, Interval, greatest_of, joined, least_of
from nsis.engine.lowering import GREATEST
from nsis.engine.narrowing import Known, Table, narrowed
from nsis.engine.opening import SHORT_TREES, WORD_TREES, Position, position_of
from nsis.engine.parameters import Parameter
from nsis.engine.refusal import Faults, LawRefused, Place, law_refused
from nsis.engine.rule import Rule
from nsis.terms.unit import Value

EXACT_IN_FLOATS = 2**51  # below it floats reckon as whole numbers do, the floored quotient too


@dataclass(frozen=True, slots=True)
class Proof:
    """
    Between what every named value lies, how far each rule's steps reach, and which calls may be short.

    A member's name has its first place `stands_for` it: what is proved of one place holds of all.
    """

    bounds: Mapping[str, Interval | Table]
    reach: Mapping[str, int]
    short: Mapping[str, frozenset[Position]]
    stands_for: Mapping[str, str]

    def interval(self, name: str) -> Interval:
        """The bounds of a number, or of the entries of a table, a column or a block."""
        bounds = self.bounds[self.stands_for.get(name, name)]
        return bounds.entries if isinstance(bounds, Table) else bounds

    def reach_of(self, rule: str) -> int | None:
        """The largest magnitude of the rule's steps; None for what is no rule."""
        return self.reach.get(self.stands_for.get(rule, rule))

    def is_carried(self, name: str) -> bool:
        """Whether every value of the name is exact in a float."""
        return self.interval(name).reach < EXACT_IN_FLOATS

    def is_fast(self, rule: str) -> bool:
        """Whether every step of the rule is exact in floats."""
        return self.reach[self.stands_for.get(rule, rule)] < EXACT_IN_FLOATS


def prove(
    facts: Mapping[str, Fact],
    parameters: Mapping[str, Parameter],
    values: Mapping[str, Value],
    rules: Sequence[Rule],
    *,
    stands_for: Mapping[str, str],
) -> Proof:
    """The bounds of everything, rules each after its inputs; LawRefused with every step that may go wrong."""
    known: Known = {}
    for name, fact in facts.items():
        known[name] = _bounds_of_fact(fact, known)
    for name, value in values.items():
        known[name] = _bounds_of_value(parameters[name], value)
    faults, provings = Faults(), [_Proving(rule) for rule in rules]
    for proving in provings:
        if known.keys() >= set(proving.rule.inputs):  # else it rests on a rule that is refused already
            with faults.gathered():
                known[proving.rule.name] = proving.quantity(known)
    faults.refuse_if_any()
    return Proof(
        bounds=known,
        reach={proving.rule.name: proving.reach for proving in provings},
        short={proving.rule.name: frozenset(proving.short - proving.long) for proving in provings},
        stands_for=stands_for,
    )


def _bounds_of_fact(fact: Fact, known: Known) -> Interval:
    greatest = known[fact.greatest] if isinstance(fact.greatest, str) else fact.greatest
    if isinstance(greatest, Interval):
        greatest = greatest.greatest
    if isinstance(greatest, Table) or fact.least > greatest:
        raise law_refused("LAW-034", place=fact.place, name=fact.name, least=fact.least, greatest=greatest)
    bounds = Interval(fact.least, greatest)
    for default in _defaults_of(fact):
        if not bounds.holds(default):
            limits = {"least": bounds.least, "greatest": bounds.greatest}
            raise law_refused("LAW-030", place=fact.place, name=fact.name, text=default, **limits)
    return bounds


def _defaults_of(fact: Fact) -> tuple[int, ...]:
    """The numbers that it may take when it is left out: the least and the greatest."""
    if isinstance(fact.default, str) and fact.default in MONTH_ANSWERS:
        answers = MONTH_ANSWERS[fact.default][1]
        return answers.least, answers.greatest
    return (fact.default,) if isinstance(fact.default, int) else ()


def _bounds_of_value(parameter: Parameter, value: Value) -> Interval | Table:
    bounds = Interval(parameter.least, parameter.greatest)
    return Table(bounds, len(value)) if isinstance(value, tuple) else bounds


@dataclass
class _Proving:
    """
    One rule; `reach` is the largest magnitude of all its steps so far.

    A call is met more than once where paths meet: it is `short` only if it is never `long`.
    """

    rule: Rule
    reach: int = 0
    returned: list[Interval] = field(default_factory=list)
    short: set[Position] = field(default_factory=set)
    long: set[Position] = field(default_factory=set)
    call: ast.expr | None = None  # of the word that is being opened: the place that a person can mend

    def quantity(self, known: Known) -> Interval:
        """The bounds of what the rule gives."""
        self._block(self.rule.tree.body[1:], {name: known[name] for name in self.rule.inputs})
        return joined(self.returned)

    def _block(self, statements: Sequence[ast.stmt], known: Known | None) -> Known | None:
        """What is known after the statements, or None where no path goes on."""
        for statement in statements:
            if known is None:
                return None
            match statement:
                case ast.Return(value=ast.expr() as value):
                    self.returned.append(self._number(value, known))
                    return None
                case ast.Assign(targets=[ast.Name(id=local)], value=value):
                    known = {**known, local: self._number(value, known)}
                case ast.If(test=test, body=body, orelse=other):
                    self._number(test, known)
                    branches = ((body, True), (other, False))
                    known = _either(
                        *(
                            self._block(branch, self._narrowed(known, test, truth))
                            for branch, truth in branches
                        )
                    )
        return known

    def _narrowed(self, known: Known, test: ast.expr, truth: bool) -> Known | None:
        return narrowed(known, test, truth, lambda part: self._number(part, known))

    def _number(self, expression: ast.expr, known: Known) -> Interval:
        """The bounds of an expression; refused if it may leave the numbers or divide by zero."""
        try:
            bounds = self._bounds(expression, known)
        except ZeroDivisionError:
            raise self._refused("LAW-032", expression) from None
        if isinstance(bounds, Table):
            raise self._refused("LAW-033", expression)
        if bounds.reach > GREATEST:
            raise self._refused("LAW-031", expression, reach=bounds.reach)
        self.reach = max(self.reach, bounds.reach)
        return bounds

    def _bounds(self, expression: ast.expr, known: Known) -> Interval | Table:
        match expression:
            case ast.Constant(value=int(value)):
                return Interval(value, value)
            case ast.Name(id=name):
                return known[name] if name in known else self._constant(name)
            case ast.BinOp(left=left, op=operator, right=right):
                return _combined(operator, self._number(left, known), self._number(right, known))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self._number(operand, known)
            case ast.Call(func=ast.Name(id=word), args=arguments):
                return self._word(expression, word, arguments, known)
        return self._choice(expression, known)

    def _choice(self, expression: ast.expr, known: Known) -> Interval:
        """Bounds of what is true or not, and of what is one or the other."""
        match expression:
            case ast.UnaryOp(operand=operand):
                self._number(operand, known)
            case ast.Compare(left=left, comparators=comparators):
                for part in (left, *comparators):
                    self._number(part, known)
            case ast.BoolOp(op=operator, values=values):
                return self._in_turn(values, isinstance(operator, ast.And), known)
            case ast.IfExp(test=test, body=body, orelse=other):
                self._number(test, known)
                branches = ((branch, self._narrowed(known, test, branch is body)) for branch in (body, other))
                return joined(self._number(branch, each) for branch, each in branches if each is not None)
        return TRUTH

    def _constant(self, name: str) -> Interval:
        names = self.rule.function.__globals__ if name in self.rule.function.__globals__ else vars(vocabulary)
        return Interval(names[name], names[name])

    def _in_turn(self, values: Sequence[ast.expr], truth: bool, known: Known) -> Interval:
        """`and`, `or`: each part is reckoned only where those before it have not settled the answer."""
        held, going_on = [], known
        for value in values:
            held.append(self._number(value, going_on))
            further = self._narrowed(going_on, value, truth)
            if further is None:
                break
            going_on = further
        return joined(held)

    def _word(self, call: ast.expr, word: str, arguments: Sequence[ast.expr], known: Known) -> Interval:
        if word == "lookup":
            return self._entry(call, arguments, known)
        held = [self._number(argument, known) for argument in arguments]
        match word:
            case "min":
                return least_of(held)
            case "max":
                return greatest_of(held)
            case "abs":
                return abs(held[0])
            case "total":
                return sum(held, Interval(0, 0))
        return self._opened(call, word, held)

    def _opened(self, call: ast.expr, word: str, held: Sequence[Interval]) -> Interval:
        """A word of the vocabulary, step by step as it is written."""
        self.call = call
        bounds = self._number(*_expression_of(WORD_TREES[word], held))
        self.call = None
        if word not in SHORT_TREES:
            return bounds
        trial = _Proving(self.rule)
        try:
            trial._number(*_expression_of(SHORT_TREES[word], held))
        except LawRefused:
            trial.reach = GREATEST
        (self.short if trial.reach < EXACT_IN_FLOATS else self.long).add(position_of(call))
        return bounds

    def _entry(self, call: ast.expr, arguments: Sequence[ast.expr], known: Known) -> Interval:
        table, index = arguments
        held = self._bounds(table, known)
        if not isinstance(held, Table):
            raise self._refused("LAW-033", call)
        place = self._number(index, known)
        if place.least < 1 or place.greatest > held.length:
            values = {"table": ast.unparse(table), "index": ast.unparse(index), "length": held.length}
            raise self._refused("LAW-027", call, least=place.least, greatest=place.greatest, **values)
        return held.entries

    def _refused(self, code: str, expression: ast.expr, **values: object) -> LawRefused:
        shown = self.call or expression
        place = Place(self.rule.place.file, shown.lineno)
        text = ast.unparse(shown)
        return law_refused(code, place=place, name=self.rule.name, text=text, limit=GREATEST, **values)


def _expression_of(word: ast.FunctionDef, held: Sequence[Interval]) -> tuple[ast.expr, Known]:
    """What a word reckons, and what is known of its arguments."""
    step = word.body[-1]
    if not isinstance(step, ast.Return) or step.value is None:
        raise TypeError(f"the word {word.name} is not one expression")
    return step.value, dict(zip([argument.arg for argument in word.args.args], held, strict=True))


def _combined(operator: ast.operator, left: Interval, right: Interval) -> Interval:
    match operator:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.FloorDiv():
            return left // right
        case ast.Mod():
            return left % right
    raise TypeError(f"no bounds for {ast.dump(operator)}")


def _either(left: Known | None, right: Known | None) -> Known | None:
    """What is known wherever two paths meet."""
    if left is None or right is None:
        return left if right is None else right
    both: Known = {}
    for name in left:
        if name in right:
            one, other = left[name], right[name]
            both[name] = one if isinstance(one, Table) or isinstance(other, Table) else one.join(other)
    return both
