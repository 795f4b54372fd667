"""Budgets, names and habits that keep the project readable."""

import ast
import re
import subprocess

import pytest
from tests.architecture.source import CORE, PACKAGE, ROOT, Module, modules

FILE_LINES = 400
LAW_FILE_LINES = 160
FUNCTION_LINES = 70
BANNED_FOLDERS = {
    "util",
    "utils",
    "helper",
    "helpers",
    "misc",
    "service",
    "services",
    "common",
    "manager",
    "managers",
}
CLOCK = re.compile(r"\.(today|now|utcnow|localdate|localtime)\(|\btime\.time\(")
MAY_READ_THE_CLOCK = {"commands", "site", "portals"}
# The stored progress and sign-in machinery meet the clock of the world, not of the law.
MAY_READ_THE_CLOCK_TOO = {"foundation/jobs.py", "foundation/database.py"}
CORE_MAY_READ_FILES = {
    f"engine/{name}.py"
    for name in ("store", "cache", "parquet", "cluster", "cluster_work", "cluster_messages")
}
CORE_MAY_READ_FILES_IN = ("projection/inputs/", "projection/report/")
FILES = re.compile(
    r"\bopen\(|\.read_text\(|\.read_bytes\(|\.write_|import_module|importlib\.(resources|util)|Parquet|tempfile"
)
FORBIDDEN_TEXT = re.compile(
    r"https?://[a-z.]*(pyth[o]nhosted|pyp[i]|npm[j]s|deb[i]an)\.|(^|[^A-Za-z0-9._-])/(wor[k]|far[m]|roo[t])/|TOD[O]|FIXM[E]|XX[X]"
)


def written() -> list[Module]:
    """The modules that people wrote, without Django's migrations."""
    return [module for module in modules() if not module.is_migration]


def functions(module: Module) -> list[ast.FunctionDef]:
    """Every function and method of a module."""
    return [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef)]


def test_files_are_small_enough_to_see_whole():
    """No file over 400 lines; a file of law at most 160."""
    sins = []
    for module in written():
        limit = LAW_FILE_LINES if module.top == "law" else FILE_LINES
        lines = module.text.count("\n")
        if lines > limit:
            sins.append(f"{module.name}: {lines} lines, at most {limit}")
    assert not sins, "\n".join(sins)


def test_functions_are_small_enough_to_see_whole():
    """No function over 70 lines."""
    sins = [
        f"{module.name}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for module in written()
        for node in functions(module)
        if node.end_lineno - node.lineno >= FUNCTION_LINES
    ]
    assert not sins, "\n".join(sins)


def test_no_folder_for_odds_and_ends():
    """Every file has a subject: no utils, helpers, services, common, misc."""
    sins = [
        module.name
        for module in modules()
        if BANNED_FOLDERS & set(module.name.removesuffix(".py").split("/"))
    ]
    assert not sins


def test_the_map_is_written_down():
    """Each top folder's docstring is its line in docs/ARCHITECTURE.md."""
    architecture = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for folder in sorted(path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()):
        docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
        assert f"| `{folder.name}/` | {docstring} |" in architecture, folder.name


def test_only_the_edges_read_the_clock():
    """Below portals and commands, dates are passed in."""
    sins = [
        f"{module.name}:{number}: {line.strip()}"
        for module in written()
        if module.top not in MAY_READ_THE_CLOCK and module.name not in MAY_READ_THE_CLOCK_TOO
        for number, line in enumerate(module.text.splitlines(), 1)
        if CLOCK.search(line)
    ]
    assert not sins, "\n".join(sins)


def test_the_core_reads_files_in_one_place():
    """In the core only the texts of the law, the cache of kernels and Parquet touch files."""
    sins = [
        f"{module.name}:{number}"
        for module in written()
        if module.top in CORE and module.name not in CORE_MAY_READ_FILES
        if not module.name.startswith(CORE_MAY_READ_FILES_IN)
        for number, line in enumerate(module.text.splitlines(), 1)
        if FILES.search(line)
    ]
    assert not sins, "\n".join(sins)


def unwanted_words() -> set[str]:
    """The last column of the glossary: words that the code's names avoid."""
    rows = (ROOT / "docs" / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    cells = [row.split("|")[3] for row in rows if row.startswith("| ") and row.count("|") == 4]
    words = {word.strip() for cell in cells for word in cell.split(",")}
    return {word for word in words if re.fullmatch(r"[a-z]+", word)} - {"not"}


def names(module: Module) -> set[str]:
    """Names that a module gives: functions, classes, arguments, variables."""
    given = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            given.add(node.name)
        elif isinstance(node, ast.arg):
            given.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            given.add(node.id)
    return given


def words_of(name: str) -> set[str]:
    """The words in a name, whether written_so or WrittenSo."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)}


def test_names_are_the_glossarys():
    """No name uses a word that the glossary replaces."""
    unwanted = unwanted_words()
    assert {"salary", "disbursement", "vesting"} <= unwanted
    sins = [
        f"{module.name}: {name}"
        for module in written()
        for name in sorted(names(module))
        if words_of(name) & unwanted
    ]
    assert not sins, "\n".join(sins)


def test_migrations_are_named():
    """A migration's name says what it does: none is called auto."""
    sins = [module.name for module in modules() if module.is_migration and "_auto_" in module.name]
    assert not sins


@pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="not a git checkout: the tracked files are not known"
)
def test_no_leftovers_in_tracked_files():
    """No registry hosts, no paths of one machine, nothing marked as left undone."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    sins = []
    for name in filter(None, tracked):
        path = ROOT / name
        if name.startswith(".ci") or not path.is_file():
            continue
        content = path.read_bytes()
        if b"\0" in content[:8000]:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if FORBIDDEN_TEXT.search(line) and len(line) < 2000:
                sins.append(f"{name}:{number}: {line.strip()[:120]}")
    assert not sins, "\n".join(sins)
