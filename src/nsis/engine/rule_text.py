"""
Rules from a text that need not be trusted, such as one from a form on a page.

Nothing of the text runs before all of it is checked. Its imports are looked up, never executed. What is
executed is marks of plain texts and functions of checked statements, which find `min`, `max` and `abs` alone.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from keyword import iskeyword
from types import CodeType, ModuleType

from nsis.engine.grammar import check_file, check_rule
from nsis.engine.reform_messages import reform_refused
from nsis.engine.refusal import Faults, Place
from nsis.engine.rule import rule
from nsis.engine.store import constant_of_terms
from nsis.engine.vocabulary import WORDS

_BUILT_IN = {"min": min, "max": max, "abs": abs}
_MARK = inspect.signature(rule).parameters
_DEPTH = 60  # of statements and expressions within each other
_MOST_IFS = 12  # of a rule: compiled, what follows one is written out in both of its branches
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)


def module_of(source: str, file: str) -> ModuleType:
    """The rules as a module; LawRefused, with nothing run, for anything that is no rule."""
    tree = _parsed(source, file)
    faults = Faults()
    with faults.gathered():
        check_file(tree, file)
    names = {rule.__name__: rule} | _imported(tree, file, faults)
    functions = [item for item in tree.body if isinstance(item, ast.FunctionDef)]
    for function in functions:
        with faults.gathered():
            _check_function(function, file, names)
    faults.refuse_if_any()
    module = ModuleType(file)
    vars(module).update(names, __builtins__=_BUILT_IN)
    code = _compiled(ast.Module(body=list[ast.stmt](functions), type_ignores=[]), file)
    exec(code, vars(module))  # noqa: S102 - checked above: marks of plain texts, functions of checked statements
    return module


def quantity_of(function: ast.FunctionDef) -> str:
    """The quantity that a marked function gives."""
    return mark_of(function).get("quantity", function.name)


def mark_of(function: ast.FunctionDef) -> dict[str, str]:
    """What its mark says in plain texts."""
    call = function.decorator_list[0]
    keywords = call.keywords if isinstance(call, ast.Call) else []
    return {
        word.arg: word.value.value
        for word in keywords
        if word.arg is not None and isinstance(word.value, ast.Constant) and isinstance(word.value.value, str)
    }


def check_name(name: str, place: Place) -> None:
    """Refuse what is no plain name: names are written into generated text."""
    if not _NAME.fullmatch(name) or iskeyword(name) or name in _BUILT_IN or name in WORDS or name == "rule":
        raise reform_refused("REFORM-007", place=place, text=name)


def _parsed(source: str, file: str) -> ast.Module:
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise reform_refused("REFORM-004", place=Place(file, error.lineno or 1), reason=error.msg) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise reform_refused("REFORM-004", place=Place(file, 1), reason=str(error)) from error
    if _is_deep(tree):
        raise reform_refused("REFORM-004", place=Place(file, 1), reason="it is nested too deeply")
    return tree


def _is_deep(node: ast.AST, left: int = _DEPTH) -> bool:
    """Whether it is nested deeper than any reader, or the checks that recurse, could follow."""
    return left == 0 or any(_is_deep(child, left - 1) for child in ast.iter_child_nodes(node))


def _compiled(tree: ast.Module, file: str) -> CodeType:
    """The code of the functions; what only the compiler sees, such as an argument named twice, is refused."""
    try:
        return compile(tree, file, "exec")
    except SyntaxError as error:
        raise reform_refused("REFORM-004", place=Place(file, error.lineno or 1), reason=error.msg) from error


def _imported(tree: ast.Module, file: str, faults: Faults) -> dict[str, object]:
    """What the imports bring, looked up."""
    names: dict[str, object] = {}
    for item in tree.body:
        if isinstance(item, ast.ImportFrom):
            for alias in item.names:
                found = None if item.level or alias.asname else _meant(str(item.module), alias.name)
                if found is None:
                    text = f"{'.' * item.level}{item.module}.{alias.name}"
                    place = Place(file, item.lineno)
                    with faults.gathered():
                        raise reform_refused("REFORM-005", place=place, text=text, words=", ".join(WORDS))
                names[alias.name] = found
    return names


def _meant(module: str, name: str) -> object:
    """What `name` of the module is, if a reform may use it."""
    if module == rule.__module__:
        return rule if name == rule.__name__ else None
    if module == "nsis.engine.vocabulary":
        return WORDS.get(name)
    return constant_of_terms(module, name)


def _check_function(function: ast.FunctionDef, file: str, names: dict[str, object]) -> None:
    """Its mark, names and statements."""
    place = Place(file, function.lineno)
    for text in _odd_parts(function):
        raise reform_refused("REFORM-006", place=place, name=function.name, text=text)
    ifs = sum(isinstance(part, ast.If) for part in ast.walk(function))
    if ifs > _MOST_IFS:
        raise reform_refused("REFORM-010", place=place, name=function.name, ifs=ifs, most=_MOST_IFS)
    arguments = [each.arg for each in function.args.args]
    for name in (function.name, quantity_of(function), *arguments, *_locals(function)):
        check_name(name, place)
    check_rule(function, name=quantity_of(function), file=file, names=names)


def _locals(function: ast.FunctionDef) -> Iterator[str]:
    """The names to which it gives values."""
    for part in ast.walk(function):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            yield part.id


def _odd_parts(function: ast.FunctionDef) -> Iterator[str]:
    """What stands in a mark or a signature and would be run where the function is made."""
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    annotations = [each.annotation for each in every] + [function.returns]
    run = [*annotations, *arguments.defaults, *arguments.kw_defaults, *function.type_params]
    yield from (ast.unparse(part) for part in run if part is not None)
    if len(function.decorator_list) != 1 or not isinstance(function.decorator_list[0], ast.Call):
        yield from (ast.unparse(each) for each in function.decorator_list)
        return
    call, said = function.decorator_list[0], mark_of(function)
    yield from (ast.unparse(each) for each in call.args)
    yield from (ast.unparse(word) for word in call.keywords if word.arg not in said or word.arg not in _MARK)
    needed = [name for name, each in _MARK.items() if each.default is each.empty]
    yield from (f"no {name}=" for name in needed if name not in said)
