"""One rule as statements for the machine: below 2^51 in floats, beyond it in exact 64-bit whole numbers."""

import ast
from collections.abc import Mapping, Sequence
from functools import reduce

from nsis.engine.opening import opened
from nsis.engine.proof import Proof
from nsis.engine.rule import Rule

SHORT_TABLE = 32  # places


def statements(rule: Rule, tables: Mapping[str, int], proof: Proof) -> list[str]:
    """The rule's lines; what it takes and gives is carried as a float wherever that is exact."""
    module = opened(rule, {}, short=proof.short[rule.name])
    if proof.is_fast(rule.name):
        return _text(_InFloats(tables, rule.name).straight(module))
    carried = frozenset(name for name in rule.inputs if proof.is_carried(name))
    lines = _text(_Exactly(tables, carried).visit(module))
    return [*lines, f"{rule.name} = _carried({rule.name})"] if proof.is_carried(rule.name) else lines


def entry(table: str, place: int) -> str:
    """The name of one place of a short table."""
    return f"_{table}_{place}"


class _Machine(ast.NodeTransformer):
    """Expressions as Numba knows them."""

    def __init__(self, tables: Mapping[str, int]) -> None:
        self.tables = tables
        self.lines: list[ast.stmt] = []

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        """Numba knows no naming inside an expression: it comes before, as no step of a rule can go wrong."""
        self.lines.append(ast.Assign([node.target], self.visit(node.value)))
        return _name(node.target.id)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """The least, the greatest, the size: of the same numbers as everything else."""
        node.args = [self.visit(argument) for argument in node.args]
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """A short table becomes a choice among its entries, which the machine makes for many rows at once."""
        table, place = ast.unparse(node.value), self.visit(node.slice)
        last = self.tables[table] - 1
        if last >= SHORT_TABLE:
            return self._read(table, place, last)
        choice = self._entry(table, last)
        for each in reversed(range(last)):
            test = ast.Compare(place, [ast.Eq()], [ast.Constant(each)])
            choice = self._choice(test, self._entry(table, each), choice)
        return choice

    def _entry(self, table: str, place: int) -> ast.expr:
        """One place of a short table."""
        return _name(entry(table, place))

    def _choice(self, test: ast.expr, one: ast.expr, other: ast.expr) -> ast.expr:
        return ast.IfExp(test, one, other)

    def _read(self, table: str, place: ast.expr, last: int) -> ast.expr:
        """
        One place of a long table.

        The place is kept within it: a row out of bounds, whose results are dropped, must not read beyond.
        """
        within = _call("max", _call("min", place, ast.Constant(last)), ast.Constant(0))
        return ast.Subscript(_name(table), within, ast.Load())


class _InFloats(_Machine):
    """
    Whole numbers carried as floats: sums, products, comparisons as they are, quotients floored.

    All is reckoned, and then chosen from: no float traps, and what is not chosen is not looked at. So there
    are no branches, which would keep the machine from taking many rows at a time, and Numba busy for long.
    """

    def __init__(self, tables: Mapping[str, int], quantity: str) -> None:
        super().__init__(tables)
        self.quantity = quantity
        self.now: dict[str, ast.expr] = {}  # what each name that has been given a value stands for by now

    def straight(self, module: ast.Module) -> ast.Module:
        """The statements, one after the other, that give the quantity."""
        self._block(module.body)
        match self.lines[-1:], self.now[self.quantity]:
            case [ast.Assign(targets=[ast.Name(id=last)]) as line], ast.Name(id=name) if last == name:
                line.targets = [ast.Name(self.quantity, ast.Store())]
            case _, value:
                self.lines.append(_given(self.quantity, value))
        return ast.Module(self.lines, [])

    def _block(self, block: Sequence[ast.stmt]) -> None:
        for statement in block:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self.now[name] = self._kept(self.visit(value))
                case ast.If(test=test, body=body, orelse=other):
                    self._either(test, body, other)

    def _either(self, test: ast.expr, body: Sequence[ast.stmt], other: Sequence[ast.stmt]) -> None:
        """Both branches, then of each name that has a value in both the one that counts."""
        truth, before, branches = self._kept(self._truth(test)), self.now, []
        for branch in (body, other):
            self.now = dict(before)
            self._block(branch)
            branches.append(self.now)
        self.now = dict(before)
        for name in [name for name in branches[0] if name in branches[1]]:
            one, two = (branch[name] for branch in branches)
            if one is not two:
                self.now[name] = self._kept(self._choice(truth, one, two))

    def _kept(self, value: ast.expr) -> ast.expr:
        """The value, by a name that nothing else has."""
        if isinstance(value, ast.Name | ast.Constant):
            return value
        name = f"_{len(self.lines)}_{self.quantity}"
        self.lines.append(_given(name, value))
        return _name(name)

    def _choice(self, test: ast.expr, one: ast.expr, other: ast.expr) -> ast.expr:
        return _call("_chosen", test, one, other)

    def _truth(self, test: ast.expr) -> ast.expr:
        """Whether it holds, each part being looked at."""
        match test:
            case ast.BoolOp(op=operator, values=values):
                joint = ast.BitAnd() if isinstance(operator, ast.And) else ast.BitOr()
                return _folded(joint, [self._truth(value) for value in values])
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return ast.UnaryOp(ast.Not(), self._truth(operand))
            case ast.Compare(left=left, ops=signs, comparators=others):
                sides = [self.visit(side) for side in (left, *others)]
                pairs = zip(sides, signs, sides[1:], strict=False)
                return _folded(ast.BitAnd(), [ast.Compare(one, [sign], [two]) for one, sign, two in pairs])
        return ast.Compare(self.visit(test), [ast.NotEq()], [ast.Constant(0.0)])

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """A truth as a number."""
        return _call("_carried", self._truth(node))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        """The opposite, of a number or of a truth."""
        if isinstance(node.op, ast.Not):
            return _call("_carried", self._truth(node))
        return ast.UnaryOp(node.op, self.visit(node.operand))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        """The first part that settles it, or the last."""
        settled: ast.expr
        *parts, settled = (self.visit(value) for value in node.values)
        for part in reversed(parts):
            truth = ast.Compare(part, [ast.NotEq()], [ast.Constant(0.0)])
            either = (settled, part) if isinstance(node.op, ast.And) else (part, settled)
            settled = self._choice(truth, *either)
        return settled

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        """One or the other."""
        return self._choice(self._truth(node.test), self.visit(node.body), self.visit(node.orelse))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """What the name stands for by now."""
        return self.now.get(node.id, node)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """A number of the rule's own."""
        return ast.Constant(float(ast.literal_eval(node)))

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """A quotient, and a rest by way of it."""
        left, right = self.visit(node.left), self.visit(node.right)
        if not isinstance(node.op, ast.FloorDiv | ast.Mod):
            return ast.BinOp(left, node.op, right)
        quotient = _call("_floored", left, right)
        if isinstance(node.op, ast.FloorDiv):
            return quotient
        return ast.BinOp(left, ast.Sub(), ast.BinOp(quotient, ast.Mult(), right))

    def _read(self, table: str, place: ast.expr, last: int) -> ast.expr:
        return _call("_carried", super()._read(table, _call("_whole", place), last))


class _Exactly(_Machine):
    """64-bit whole numbers, also of what others carry as floats; in branches, as their divisions may trap."""

    def __init__(self, tables: Mapping[str, int], carried: frozenset[str]) -> None:
        super().__init__(tables)
        self.carried = carried

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        """The statement, after what it names on the way."""
        node.value = self.visit(node.value)
        return [*self._taken(), node]

    def visit_If(self, node: ast.If) -> list[ast.stmt]:
        """The condition's own names come before it."""
        node.test = self.visit(node.test)
        before = self._taken()
        node.body, node.orelse = (
            [part for statement in block for part in self.visit(statement)]
            for block in (node.body, node.orelse)
        )
        return [*before, node]

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A name that comes as a float."""
        return _call("_whole", node) if node.id in self.carried else node

    def _entry(self, table: str, place: int) -> ast.expr:
        short = super()._entry(table, place)
        return _call("_whole", short) if table in self.carried else short

    def _taken(self) -> list[ast.stmt]:
        taken, self.lines = self.lines, []
        return taken


def _text(module: ast.AST) -> list[str]:
    return ast.unparse(ast.fix_missing_locations(module)).splitlines()


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _call(function: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(_name(function), list(arguments), [])


def _given(name: str, value: ast.expr) -> ast.stmt:
    return ast.Assign([ast.Name(name, ast.Store())], value)


def _folded(operator: ast.operator, parts: Sequence[ast.expr]) -> ast.expr:
    return reduce(lambda one, other: ast.BinOp(one, operator, other), parts)
