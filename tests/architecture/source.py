"""The project's own text, as the architecture tests read it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "nsis"
# The import order of the apps, lowest first: what stands further down may be used, never the other way.
APPS = ("foundation", "registry", "ledger", "contributions", "portals")
SIBLINGS = frozenset({"registry", "ledger"})
CORE = ("terms", "engine", "law", "projection", "comparison")


@dataclass(frozen=True)
class Module:
    """One Python file: where it stands, its text and its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path below `src/nsis`, as a reader would write it."""
        return self.path.relative_to(PACKAGE).as_posix()

    @property
    def top(self) -> str:
        """The top folder: an app, or a folder of the core."""
        return self.name.split("/")[0]

    @property
    def is_migration(self) -> bool:
        """Whether Django wrote the greater part of it."""
        return "/migrations/" in self.name


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the package, in order of path."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Module(path, text, ast.parse(text)))
    return tuple(found)


def strings(module: Module) -> Iterator[tuple[int, str]]:
    """Every string constant but docstrings, with its line; an f-string is joined, its holes as `{}`."""
    parts = {id(statement.value) for statement in ast.walk(module.tree) if isinstance(statement, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.JoinedStr):
            parts.update(id(part) for part in node.values)
            yield node.lineno, "".join(_part(part) for part in node.values)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.lineno, node.value


def _part(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return "{}"


def may_use(app: str, other: str) -> bool:
    """Whether an app stands above another in the map."""
    if {app, other} <= SIBLINGS:
        return app == other
    return APPS.index(other) <= APPS.index(app)
