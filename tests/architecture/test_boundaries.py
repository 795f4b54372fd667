"""What imports cannot show: SQL texts and string foreign keys keep to the map too."""

import ast
import re

import pytest
from tests.architecture.source import APPS, Module, may_use, modules, strings

SQL = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|JOIN|COPY|TRUNCATE)\b")
NAME = re.compile(rf"\b(({'|'.join(APPS)})_[a-z0-9_]+)\b(\s*\()?")
QUOTED = re.compile(r"'[^']*'")  # values, such as an account's code, name no table
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def foreign_sql(app: str, text: str) -> list[str]:
    """The names in an SQL text that the app may not use: others' tables, and functions of apps above it."""
    found = []
    for name, owner, call in NAME.findall(QUOTED.sub("''", text)):
        if owner == app or (call and may_use(app, owner)):
            continue
        found.append(name)
    return found


def called(node: ast.Call) -> str:
    """The last part of the name of what is called."""
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def relations(module: Module) -> list[tuple[int, str]]:
    """Line and target app of every relation that names its model by a string."""
    found = []
    for node in ast.walk(module.tree):
        if (
            not isinstance(node, ast.Call)
            or getattr(node.func, "attr", getattr(node.func, "id", "")) not in RELATIONS
        ):
            continue
        targets = node.args[:1] + [word.value for word in node.keywords if word.arg == "to"]
        for target in targets:
            if isinstance(target, ast.Constant) and "." in str(target.value):
                found.append((node.lineno, str(target.value).split(".")[0].lower()))
    return found


@pytest.mark.parametrize(
    ("app", "text", "sinful"),
    [
        ("contributions", "SELECT 1 FROM ledger_transfer", ["ledger_transfer"]),
        (
            "contributions",
            "SELECT ledger_reference_total(a.id, code, branch) FROM contributions_assessment a",
            [],
        ),
        ("ledger", "SELECT 1 FROM ledger_account WHERE code = 'contributions_receivable'", []),
        ("ledger", "SELECT 1 FROM contributions_assessment", ["contributions_assessment"]),
        ("registry", "SELECT ledger_reference_total(a.id)", ["ledger_reference_total"]),
    ],
)
def test_the_reader_of_sql_sees_sins(app, text, sinful):
    """The check itself tells a foreign table from a lower app's function."""
    assert foreign_sql(app, text) == sinful


def test_sql_names_only_its_own_tables():
    """An app's SQL names its own tables and lower apps' functions, never another app's table."""
    sins = [
        f"{module.name}:{line}: {name}"
        for module in modules()
        if module.top in APPS
        for line, text in strings(module)
        if SQL.search(text)
        for name in foreign_sql(module.top, text)
    ]
    assert not sins, "\n".join(sins)


def test_string_foreign_keys_point_down():
    """A relation may name a model of the same app or of one further down the map."""
    sins = [
        f"{module.name}:{line}: {target}"
        for module in modules()
        if module.top in APPS
        for line, target in relations(module)
        if target in APPS and not may_use(module.top, target)
    ]
    assert not sins, "\n".join(sins)


def test_the_relations_are_seen():
    """The check of relations reads at least the known ones, so that it cannot pass by reading nothing."""
    seen = {(module.top, target) for module in modules() for _, target in relations(module)}
    assert ("contributions", "registry") in seen
