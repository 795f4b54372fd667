"""The import contracts hold, and each of them catches a planted sin."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.architecture.source import PACKAGE, ROOT

CONTRIBUTIONS = "contributions/queries/__init__.py"
# contract name -> (file to sin in, the import that is the sin, how the report names it)
SINS = {
    "The map": (
        "registry/queries.py",
        "import nsis.contributions.queries",
        "nsis.registry is not allowed to import nsis.contributions",
    ),
    "The core knows": ("terms/money.py", "import django.db", "nsis.terms.money -> django"),
    "The foundation imports": ("foundation/keys.py", "import nsis.law", "nsis.foundation.keys -> nsis.law"),
    "The registry knows": ("ledger/queries.py", "import nsis.engine", "nsis.ledger.queries -> nsis.engine"),
    "Only the registry": (CONTRIBUTIONS, "import nsis.registry.models", "nsis.registry.models"),
    "Only the ledger": (CONTRIBUTIONS, "import nsis.ledger.models", "nsis.ledger.models"),
    "Only contributions": (
        "portals/access.py",
        "import nsis.contributions.models",
        "nsis.contributions.models",
    ),
    "Only the foundation": (
        "registry/queries.py",
        "import nsis.foundation.models",
        "nsis.foundation.models",
    ),
    "A portal knows": (
        "portals/member/urls.py",
        "import nsis.portals.officer.urls",
        "nsis.portals.officer",
    ),
    "Spark is met": ("engine/compute.py", "import pyspark", "nsis.engine.compute -> pyspark"),
    "No knots": ("terms/digits.py", "import nsis.terms.money", "nsis.terms"),
}


def lint_imports(folder: Path) -> tuple[int, str]:
    """Runs the contracts over the package in a folder; gives the exit code and the report."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache", "--config", folder / ".importlinter"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package to sin in."""
    shutil.copytree(
        PACKAGE, tmp_path / "src" / "nsis", ignore=shutil.ignore_patterns("__pycache__", "static")
    )
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_contracts_hold():
    """The package keeps every contract of the map."""
    code, report = lint_imports(ROOT)
    assert code == 0, report


def test_every_contract_catches_its_sin(copy: Path):
    """With one sin of each kind planted, every contract is broken and the report names the sin."""
    for file, line, _ in SINS.values():
        path = copy / "src" / "nsis" / file
        path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    code, report = lint_imports(copy)
    assert code == 1, report
    kept = [line for line in report.splitlines() if line.rstrip().endswith("KEPT")]
    assert not kept, f"contracts that did not see their sin: {kept}"
    named = {contract: sin in report for contract, (_, _, sin) in SINS.items()}
    assert all(named.values()), report


def test_a_folder_outside_the_map_is_refused(copy: Path):
    """A new top folder has no place until the map names it."""
    folder = copy / "src" / "nsis" / "misc"
    folder.mkdir()
    (folder / "__init__.py").write_text("import nsis.terms\n", encoding="utf-8")
    code, report = lint_imports(copy)
    assert code == 1
    assert "misc" in report
