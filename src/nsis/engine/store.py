"""The engine's only reading of files: the texts of a scheme, from a package of law."""

import ast
import importlib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import ModuleType
from typing import Any

import yaml

from nsis.engine.refusal import Place, law_refused

SCHEME_FILE = "scheme.yaml"


class Node(dict[str, Any]):
    """A mapping of the law's YAML that knows its place; every scalar in it is text, to be read exactly."""

    place: Place


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
    return SchemeText(
        name=name,
        scheme=_read_yaml(folder.joinpath(SCHEME_FILE), f"{name}/{SCHEME_FILE}"),
        branches=tuple(_read_branch(package, name, branch) for branch in names),
    )


def functions_of(module: ModuleType) -> dict[str, ast.FunctionDef]:
    """The functions of a module, by name, as they are written."""
    package, _, name = module.__name__.rpartition(".")
    tree = ast.parse(files(package).joinpath(f"{name}.py").read_text(encoding="utf-8"))
    return {item.name: item for item in tree.body if isinstance(item, ast.FunctionDef)}


def _folders(parent: Traversable) -> list[Traversable]:
    return sorted((item for item in parent.iterdir() if item.is_dir()), key=lambda item: item.name)


def _read_branch(package: str, scheme: str, branch: str) -> BranchText:
    folder = files(package).joinpath(scheme)
    return BranchText(
        declarations=_read_yaml(folder.joinpath(f"{branch}.yaml"), f"{scheme}/{branch}.yaml"),
        file=f"{scheme}/{branch}.py",
        source=folder.joinpath(f"{branch}.py").read_text(encoding="utf-8"),
        module=importlib.import_module(f"{package}.{scheme.replace('/', '.')}.{branch}"),
    )


def _read_yaml(path: Traversable, file: str) -> Node:
    if not path.is_file():
        raise law_refused("LAW-008", place=Place(file, 1))
    loader = _Loader(path.read_text(encoding="utf-8"))
    loader.name = file
    try:
        data = loader.get_single_data()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file, mark.line + 1 if mark else 1)
        raise law_refused("LAW-009", place=place) from error
    if not isinstance(data, Node):
        raise law_refused("LAW-009", place=Place(file, 1))
    return data


class _Loader(yaml.BaseLoader):
    """YAML with every scalar as text, every mapping with its place, and no key twice."""


def _construct(loader: _Loader, mapping: yaml.MappingNode) -> Node:
    node = Node()
    node.place = Place(str(loader.name), mapping.start_mark.line + 1)
    for key_node, value_node in mapping.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in node:
            place = Place(node.place.file, key_node.start_mark.line + 1)
            raise law_refused("LAW-025", place=place, name=key)
        node[key] = value = loader.construct_object(value_node, deep=True)
        if isinstance(value, Node):
            value.place = Place(node.place.file, key_node.start_mark.line + 1)
    return node


_Loader.add_constructor("tag:yaml.org,2002:map", _construct)
