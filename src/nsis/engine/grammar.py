"""What a rule may contain. It is checked when the law is loaded, with the line and the mend."""

import ast
from types import ModuleType

from nsis.engine.refusal import Faults, LawRefused, Place, law_refused
from nsis.engine.vocabulary import WORDS

BUILTINS = ("min", "max", "abs")

_EXPRESSIONS = (
    *(ast.Constant, ast.Name, ast.Call, ast.IfExp, ast.Compare, ast.BoolOp, ast.BinOp, ast.UnaryOp),
    *(ast.Add, ast.Sub, ast.Mult, ast.And, ast.Or, ast.Not, ast.USub, ast.Load),
    *(ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE),
)
_PACKAGES = ("nsis.engine", "nsis.terms")


def check_file(tree: ast.Module, file: str) -> None:
    """A law file holds its docstring, its imports and its rules, nothing else."""
    faults = Faults()
    for item in tree.body:
        allowed = isinstance(item, ast.FunctionDef) and item.decorator_list
        allowed = allowed or (isinstance(item, ast.ImportFrom) and (item.module or "").startswith(_PACKAGES))
        allowed = allowed or (item is tree.body[0] and ast.get_docstring(tree) is not None)
        if not allowed:
            with faults.gathered():
                raise law_refused("LAW-023", place=Place(file, item.lineno), text=_short(item))
    faults.refuse_if_any()


def check_rule(tree: ast.FunctionDef, *, name: str, file: str, module: ModuleType) -> None:
    """Refuse everything in a rule that the interpreter and the kernel do not both know."""
    _Check(name, file, module, {argument.arg for argument in tree.args.args}).rule(tree)


class _Check:
    """One rule under check, with the names that it may read so far."""

    def __init__(self, name: str, file: str, module: ModuleType, known: set[str]) -> None:
        self.name = name
        self.file = file
        self.module = module
        self.known = known
        self.faults = Faults()

    def rule(self, tree: ast.FunctionDef) -> None:
        """Check the whole rule and refuse with everything found."""
        if ast.get_docstring(tree) is None:
            self._note("LAW-028", tree)
        arguments = tree.args
        plain = ast.arguments(args=arguments.args, posonlyargs=[], kwonlyargs=[], kw_defaults=[], defaults=[])
        if ast.dump(arguments) != ast.dump(plain):
            self._note("LAW-021", tree, text=ast.unparse(arguments))
        body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
        self._block(body)
        if not returns(body):
            self._note("LAW-022", tree)
        self.faults.refuse_if_any()

    def _block(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            match statement:
                case ast.Assign(targets=[ast.Name(id=local)], value=value) if self._is_free(local):
                    self._expression(value)
                    self.known.add(local)
                case ast.Return(value=ast.expr() as value):
                    self._expression(value)
                case ast.If(test=test, body=body, orelse=orelse):
                    self._expression(test)
                    self._block(body)
                    self._block(orelse)
                case _:
                    self._note("LAW-021", statement, text=_short(statement))

    def _is_free(self, local: str) -> bool:
        return not hasattr(self.module, local) and local not in BUILTINS

    def _expression(self, expression: ast.expr) -> None:
        called = {id(node.func) for node in ast.walk(expression) if isinstance(node, ast.Call)}
        for node in ast.walk(expression):
            if id(node) not in called:
                self._node(node)

    def _node(self, node: ast.AST) -> None:
        match node:
            case ast.Constant(value=value) if type(value) is not int:
                self._note("LAW-021", node, text=repr(value))
            case ast.Constant(value=value) if value not in (0, 1):
                self._note("LAW-020", node, value=value)
            case ast.Name(id=name) if name not in self.known and not self._is_constant(name):
                self._note("LAW-021", node, text=name)
            case ast.Call() if not self._is_word(node):
                self._note("LAW-021", node, text=_short(node))
            case _ if not isinstance(node, _EXPRESSIONS):
                self._note("LAW-021", node, text=_short(node))

    def _is_constant(self, name: str) -> bool:
        return name.isupper() and type(getattr(self.module, name, None)) is int

    def _is_word(self, call: ast.Call) -> bool:
        if call.keywords or not isinstance(call.func, ast.Name):
            return False
        name = call.func.id
        if name in BUILTINS:
            return not hasattr(self.module, name)
        return name in WORDS and getattr(self.module, name, None) is WORDS[name]

    def _note(self, code: str, node: ast.AST, **values: object) -> None:
        place = Place(self.file, getattr(node, "lineno", 1))
        refused: LawRefused = law_refused(code, place=place, name=self.name, words=", ".join(WORDS), **values)
        with self.faults.gathered():
            raise refused


def returns(statements: list[ast.stmt]) -> bool:
    """Whether every path through the statements ends with a return."""
    last = statements[-1] if statements else None
    if isinstance(last, ast.If):
        return returns(last.body) and returns(last.orelse)
    return isinstance(last, ast.Return)


def _short(node: ast.AST) -> str:
    return ast.unparse(node).splitlines()[0]
