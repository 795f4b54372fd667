"""The engine's only reading of files: the texts of a scheme, from a package of law."""

import ast
import importlib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import yaml
from yaml.composer import Composer

from nsis import terms
from nsis.engine.grammar import check_file, check_marks
from nsis.engine.refusal import Faults, Place, law_refused

SCHEME_FILE = "scheme.yaml"
EXAMPLES_FILE = "examples.yaml"
REFORMS = "reforms"


class Node(dict[str, Any]):
    """
    A mapping of the law's YAML that knows its place; every scalar in it is text, to be read exactly.

    `lines` are those of the file on which each value begins, a block of text after its `|`.
    """

    place: Place
    lines: dict[str, int]

    def but(self, **changed: Any) -> "Node":
        """The same mapping at the same place, with some values other or more."""
        node = Node(self | changed)
        node.place, node.lines = self.place, self.lines
        return node


@dataclass(frozen=True, slots=True)
class BranchText:
    """One branch of a scheme: its declarations, and its rules as text and as a module."""

    declarations: Node
    file: str
    source: str
    module: ModuleType


@dataclass(frozen=True, slots=True)
class SchemeText:
    """Everything that is written about a scheme."""

    name: str
    scheme: Node
    branches: tuple[BranchText, ...]


def schemes_in(package: str) -> tuple[str, ...]:
    """The schemes of a package of law, as `country/scheme`: the folders that hold a `scheme.yaml`."""
    return tuple(
        f"{country.name}/{scheme.name}"
        for country in _folders(files(package))
        for scheme in _folders(country)
        if scheme.joinpath(SCHEME_FILE).is_file()
    )


def read_scheme(package: str, name: str) -> SchemeText:
    """Read and import the texts of the scheme `country/scheme`; rules and their YAML share a name."""
    folder = files(package).joinpath(name)
    names = sorted(
        item.name.removesuffix(".py")
        for item in folder.iterdir()
        if item.name.endswith(".py") and not item.name.startswith("_")
    )
    scheme, faults, branches = _read_yaml(folder.joinpath(SCHEME_FILE), f"{name}/{SCHEME_FILE}"), Faults(), []
    for branch in names:
        with faults.gathered():
            branches.append(_read_branch(package, name, branch))
    faults.refuse_if_any()
    return SchemeText(name, scheme, tuple(branches))


def reforms_of(package: str, scheme: str) -> tuple[str, ...]:
    """The names of the reforms that stand with the scheme, in its folder `reforms`."""
    folder = files(package).joinpath(scheme, REFORMS)
    if not folder.is_dir():
        return ()
    names = (item.name for item in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def reform_of(package: str, scheme: str, name: str) -> str:
    """The text of a reform that stands with the scheme."""
    return files(package).joinpath(scheme, REFORMS, f"{name}.yaml").read_text(encoding="utf-8")


def examples_of(package: str, scheme: str) -> Node | None:
    """The example persons that stand with the scheme, if there are any."""
    path = files(package).joinpath(scheme, EXAMPLES_FILE)
    return _read_yaml(path, f"{scheme}/{EXAMPLES_FILE}") if path.is_file() else None


def read_beside(package: str, path: str) -> Node | None:
    """The mapping in a YAML file that stands with a package, by its path in it; None if it is not there."""
    file = files(package).joinpath(path)
    return _read_yaml(file, path) if file.is_file() else None


def names_beside(package: str, folder: str) -> tuple[str, ...]:
    """The YAML files in a folder of a package, by name without the ending."""
    names = (item.name for item in files(package).joinpath(folder).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def read_text(path: Path) -> str:
    """The text of a person's file; OSError or ValueError (not UTF-8) where it cannot be read."""
    return path.read_text(encoding="utf-8")


def save_text(path: Path, text: str) -> None:
    """Write a text to a person's file; OSError where that cannot be."""
    path.write_text(text, encoding="utf-8")


def constant_of_terms(module: str, name: str) -> int | None:
    """The whole number that `nsis.terms` calls `name` in the module, or None if there is none."""
    if module not in [f"{terms.__name__}.{each.name}" for each in iter_modules(terms.__path__)]:
        return None
    value = vars(importlib.import_module(module)).get(name)
    return value if name.isupper() and type(value) is int else None


def source_of(module: str) -> str:
    """The text of one of the engine's own modules."""
    return files(__package__).joinpath(f"{module}.py").read_text(encoding="utf-8")


def functions_of(module: ModuleType) -> dict[str, ast.FunctionDef]:
    """The functions of a module, by name, as they are written."""
    package, _, name = module.__name__.rpartition(".")
    tree = ast.parse(files(package).joinpath(f"{name}.py").read_text(encoding="utf-8"))
    return {item.name: item for item in tree.body if isinstance(item, ast.FunctionDef)}


def _folders(parent: Traversable) -> list[Traversable]:
    return sorted((item for item in parent.iterdir() if item.is_dir()), key=lambda item: item.name)


def _read_branch(package: str, scheme: str, branch: str) -> BranchText:
    """A branch; its rules are imported only once they are known to be nothing but marked functions."""
    folder, file = files(package).joinpath(scheme), f"{scheme}/{branch}.py"
    declarations = _read_yaml(folder.joinpath(f"{branch}.yaml"), f"{scheme}/{branch}.yaml")
    source = folder.joinpath(f"{branch}.py").read_text(encoding="utf-8")
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise law_refused("LAW-043", place=Place(file, error.lineno or 1), reason=error.msg) from error
    check_file(tree, file)
    check_marks(tree, file)
    module = importlib.import_module(f"{package}.{scheme.replace('/', '.')}.{branch}")
    return BranchText(declarations, file, source, module)


def _read_yaml(path: Traversable, file: str) -> Node:
    if not path.is_file():
        raise law_refused("LAW-008", place=Place(file, 1))
    return parse_yaml(path.read_text(encoding="utf-8"), file)


def parse_yaml(text: str, file: str) -> Node:
    """The mapping that the text holds; `file` is what messages call it. LawRefused for anything else."""
    try:
        data = _Loader(text, file).get_single_data()
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file, mark.line + 1 if mark else 1)
        raise law_refused("LAW-009", place=place) from error
    if not isinstance(data, Node):
        raise law_refused("LAW-009", place=Place(file, 1))
    return data


class _Loader(Composer, yaml.CBaseLoader):
    """
    YAML with every scalar as text, every mapping with its place, and no key twice.

    libyaml parses, and Python composes: text nested too deep for that is an error, for libyaml a crash.
    """

    def __init__(self, text: str, file: str) -> None:
        yaml.CBaseLoader.__init__(self, text)
        Composer.__init__(self)
        self.file = file


def _construct(loader: _Loader, mapping: yaml.MappingNode) -> Node:
    node = Node()
    node.place = Place(loader.file, mapping.start_mark.line + 1)
    node.lines = {}
    for key_node, value_node in mapping.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in node:
            place = Place(node.place.file, key_node.start_mark.line + 1)
            raise law_refused("LAW-025", place=place, name=key)
        node[key] = value = loader.construct_object(value_node, deep=True)
        node.lines[key] = value_node.start_mark.line + 1 + (getattr(value_node, "style", None) == "|")
        if isinstance(value, Node):
            value.place = Place(node.place.file, key_node.start_mark.line + 1)
    return node


_Loader.add_constructor("tag:yaml.org,2002:map", _construct)
