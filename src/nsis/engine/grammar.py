"""What a rule may contain. It is checked when the law is loaded, with the line and the mend."""

import ast
import inspect
from collections.abc import Iterable, Mapping

from nsis.engine.refusal import Faults, Place
from nsis.engine.rule import rule
from nsis.engine.vocabulary import WORDS

_MARK = inspect.signature(rule).parameters
BUILT_IN = {"min": 2, "max": 2, "abs": 1}  # with the fewest arguments that each takes
_OPERATORS = (
    *(ast.Add, ast.Sub, ast.Mult, ast.USub, ast.And, ast.Or, ast.Not),
    *(ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE),
)
_IMPORTS = ("nsis.engine.rule", "nsis.engine.vocabulary")
_TERMS = "nsis.terms."


def check_file(tree: ast.Module, file: str) -> None:
    """A law file holds its docstring, its imports and its rules, nothing else."""
    faults = Faults()
    for item in tree.body[ast.get_docstring(tree) is not None :]:
        match item:
            case ast.ImportFrom(module=str(module), names=names, level=0) if _may_import(module, names):
                continue
            case ast.FunctionDef(decorator_list=[ast.Call(func=ast.Name(id="rule"))]):
                continue
        faults.note("LAW-023", place=Place(file, item.lineno), text=_short(item))
    faults.refuse_if_any()


def _may_import(module: str, names: Iterable[ast.alias]) -> bool:
    """Whether a law may import these: by name, from the mark, the vocabulary or the terms."""
    known = module in _IMPORTS or module.startswith(_TERMS)
    return known and all(alias.name != "*" for alias in names)


def check_marks(tree: ast.Module, file: str) -> None:
    """The marks of a law file say what each needs, in plain texts, and nothing else."""
    faults = Faults()
    for function in [item for item in tree.body if isinstance(item, ast.FunctionDef)]:
        for call in [each for each in function.decorator_list if isinstance(each, ast.Call)]:
            _check_mark(call, function.name, Place(file, function.lineno), faults)
    faults.refuse_if_any()


def _check_mark(call: ast.Call, name: str, place: Place, faults: Faults) -> None:
    for word in (*call.args, *call.keywords):
        value = word.value if isinstance(word, ast.keyword) else None
        if not (isinstance(value, ast.Constant) and isinstance(value.value, str)):
            faults.note("LAW-023", place=place, text=ast.unparse(word))
    given = [word.arg for word in call.keywords]
    for field in given:
        if field not in _MARK:
            faults.note("LAW-024", place=place, name=name, field=field, known=", ".join(_MARK))
    for field in [field for field, each in _MARK.items() if each.default is each.empty]:
        if field not in given:
            faults.note("LAW-010", place=place, name=name, field=field)


def check_rule(tree: ast.FunctionDef, *, name: str, file: str, names: Mapping[str, object]) -> None:
    """Refuse everything in a rule that interpreter and kernel do not both know, all at once."""
    _Check(name, file, names).rule(tree)


def returns(statements: list[ast.stmt]) -> bool:
    """Whether every path through the statements ends with a return."""
    last = statements[-1] if statements else None
    if isinstance(last, ast.If):
        return returns(last.body) and returns(last.orelse)
    return isinstance(last, ast.Return)


class _Check:
    """One rule under check."""

    def __init__(self, name: str, file: str, names: Mapping[str, object]) -> None:
        self.name = name
        self.file = file
        self.names = names  # what the file of rules has imported or defined
        self.arguments: frozenset[str] = frozenset()
        self.faults = Faults()

    def rule(self, tree: ast.FunctionDef) -> None:
        """Check signature, docstring and body."""
        plain = ast.arguments(args=tree.args.args, posonlyargs=[], kwonlyargs=[], kw_defaults=[], defaults=[])
        if ast.dump(tree.args) != ast.dump(plain):
            self._note("LAW-021", tree, text=ast.unparse(tree.args))
        if ast.get_docstring(tree) is None:
            self._note("LAW-028", tree)
        body = tree.body[ast.get_docstring(tree) is not None :]
        self.arguments = frozenset(argument.arg for argument in tree.args.args)
        self._block(body, self.arguments)
        if not returns(body):
            self._note("LAW-022", tree)
        self.faults.refuse_if_any()

    def _block(self, statements: list[ast.stmt], known: frozenset[str]) -> frozenset[str]:
        """Check the statements; the names that have a value wherever a path leaves them."""
        for place, statement in enumerate(statements):
            match statement:
                case _ if returns(statements[:place]):
                    self._note("LAW-021", statement, text=_short(statement))
                case ast.Assign(targets=[ast.Name(id=local)], value=value) if self._is_free(local):
                    self._expression(value, known)
                    known |= {local}
                case ast.Return(value=ast.expr() as value):
                    self._expression(value, known)
                case ast.If(test=test, body=body, orelse=other):
                    self._expression(test, known)
                    left = [(branch, self._block(branch, known)) for branch in (body, other)]
                    going_on = [names for branch, names in left if not returns(branch)]
                    known = frozenset.intersection(*going_on) if going_on else known
                case _:
                    self._note("LAW-021", statement, text=_short(statement))
        return known

    def _is_free(self, local: str) -> bool:
        taken = local in self.arguments or local in BUILT_IN or local in self.names
        return not taken

    def _expression(self, expression: ast.expr, known: frozenset[str]) -> None:
        match expression:
            case ast.Constant(value=value):
                if type(value) is not int:
                    self._note("LAW-021", expression, text=repr(value))
                elif value not in (0, 1):
                    self._note("LAW-020", expression, value=value)
            case ast.Name(id=name):
                if name not in known and not self._is_constant(name):
                    self._note("LAW-021", expression, text=name)
            case ast.Call(args=arguments) if self._is_word(expression):
                self._parts(expression, arguments, known)
            case ast.IfExp() | ast.Compare() | ast.BoolOp() | ast.BinOp() | ast.UnaryOp():
                self._parts(expression, ast.iter_child_nodes(expression), known)
            case _:
                self._note("LAW-021", expression, text=_short(expression))

    def _parts(self, whole: ast.expr, parts: Iterable[ast.AST], known: frozenset[str]) -> None:
        for part in parts:
            if isinstance(part, ast.expr):
                self._expression(part, known)
            elif not isinstance(part, _OPERATORS):
                self._note("LAW-021", whole, text=_short(whole))

    def _is_constant(self, name: str) -> bool:
        """A named constant of `nsis.terms`."""
        return name.isupper() and type(self.names.get(name)) is int

    def _is_word(self, call: ast.Call) -> bool:
        """A word of the vocabulary, or min, max or abs, with as many arguments as it takes."""
        name = ast.unparse(call.func)
        if call.keywords:
            return False
        if name in BUILT_IN:
            return name not in self.names and len(call.args) >= BUILT_IN[name]
        if name not in WORDS or self.names.get(name) is not WORDS[name]:
            return False
        try:
            inspect.signature(WORDS[name]).bind(*call.args)
        except TypeError:
            return False
        return True

    def _note(self, code: str, node: ast.AST, **values: object) -> None:
        place = Place(self.file, getattr(node, "lineno", 1))
        self.faults.note(code, place=place, name=self.name, words=", ".join(WORDS), **values)


def _short(node: ast.AST) -> str:
    return ast.unparse(node).splitlines()[0]
