"""
A reform is a value: the text of what it changes in one scheme, from which day on.

It is merged with the texts of the scheme and then loaded as any law is, so that every check, proof and
message holds for it too. What it rests on is a paper of its own, draft or illustrative: never enacted law.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nsis.engine.declarations import check_fields, read_wording
from nsis.engine.loading import load_text, scheme_text
from nsis.engine.merging import merged
from nsis.engine.reform_messages import reform_refused
from nsis.engine.refusal import Place, law_refused
from nsis.engine.scheme import Scheme
from nsis.engine.store import parse_yaml, read_text, reform_of, reforms_of, save_text
from nsis.terms.wording import Wording

_SPECIAL = re.compile(r"[\s@#+/]+")  # what a law's version is parted by


@dataclass(frozen=True, slots=True)
class Reform:
    """A reform as it is written; `name` is what versions of the law and messages call it."""

    name: str
    label: Wording
    scheme: str
    text: str

    def as_yaml(self) -> str:
        """The text, as it was read."""
        return self.text

    def save(self, path: Path) -> None:
        """Write it to a file; LawRefused where that cannot be."""
        try:
            save_text(path, self.text)
        except OSError as error:
            raise _bad_file(path, error) from error


def parse_reform(text: str, name: str) -> Reform:
    """The reform that the text says; LawRefused if it is none. What it changes is checked by `apply`."""
    name = _SPECIAL.sub("-", name)
    node = parse_yaml(text, f"{name}.yaml")
    check_fields(node, name, "label", "scheme", "instruments", "parameters", "branches")
    scheme = node.get("scheme")
    if not isinstance(scheme, str):
        raise law_refused("LAW-010", place=node.place, name=name, field="scheme")
    return Reform(name, read_wording(node, name, "label"), scheme, text)


def read_reform(path: Path) -> Reform:
    """The reform in a file, named for it; LawRefused if it cannot be read."""
    try:
        return parse_reform(read_text(path), path.stem)
    except (OSError, UnicodeDecodeError) as error:
        raise _bad_file(path, error) from error


def write_reform(name: str, content: Mapping[str, Any]) -> Reform:
    """The reform that plain data say: mappings, lists and texts in the form of its file."""
    return parse_reform(yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False), name)


def known_reform(package: str, scheme: str, name: str) -> Reform:
    """The reform that stands with the scheme under the name; LawRefused, with those known, if it is none."""
    known = reforms_of(package, scheme)
    if name not in known:
        raise reform_refused("REFORM-008", name=name, scheme=scheme, known=", ".join(known) or "–")
    return parse_reform(reform_of(package, scheme, name), name)


def apply(package: str, name: str, *reforms: Reform) -> Scheme:
    """The scheme `country/scheme` with the reforms, in order; LawRefused with every fault found."""
    text = scheme_text(package, name)
    for reform in reforms:
        text = merged(text, parse_yaml(reform.text, f"{reform.name}.yaml"), reform.name)
    try:
        return load_text(text)
    except RecursionError as error:  # rules that rest on each other in a chain of a thousand
        raise reform_refused("REFORM-011", place=Place(f"{reforms[-1].name}.yaml", 1)) from error


class _Dumper(yaml.SafeDumper):
    """YAML in which a text of several lines is written line by line, as rules are."""


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _write_text)


def _bad_file(path: Path, error: Exception) -> Exception:
    reason = getattr(error, "strerror", None) or str(error)
    return reform_refused("REFORM-009", name=str(path), reason=reason)
