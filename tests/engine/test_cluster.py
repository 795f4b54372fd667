"""The law on a Spark cluster: a standalone master with two workers on loopback, one session for all tests."""

import os
import re
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.engine import dying_worker
from tests.engine.conftest import LAND, TOY
from tests.engine.equality import FACTS, as_table, drawn_facts
from tests.engine.spark_master import spark_or_skip, standalone

from nsis.engine import cluster, cluster_work
from nsis.engine.cluster import Distribution, session
from nsis.engine.cluster_work import Job, splits_of
from nsis.engine.compute import compute
from nsis.engine.parquet import Counted
from nsis.engine.refusal import FactsRefused, LawRefused, Refused
from nsis.law import scheme, schemes
from nsis.terms.month import Month

NSIS = "bangladesh/nsis"
ROOT = Path(__file__).parents[2]
TARGETS = ("grant", "everything")
GRANTS = Job("toylaw", "toyland/grants", None, TARGETS)
INTERPRETED = 200  # rows of each month that are interpreted again
_numbers = count(1)


@pytest.fixture(scope="module")
def laws(tmp_path_factory):
    """A folder in which workers look for packages of law, and this process does not."""
    return tmp_path_factory.mktemp("laws")


@pytest.fixture(scope="module")
def spark(tmp_path_factory, laws):
    """A session with a standalone master and two workers, which share this process's cache of kernels."""
    spark_or_skip()
    folder = tmp_path_factory.mktemp("spark")
    with (
        standalone(folder, paths=(laws, TOY, ROOT)) as master,
        session(master, {"spark.executor.memory": "512m"}) as context,
    ):
        yield context


@pytest.fixture
def wages(tmp_path, toy, monkeypatch):
    """Two files of a thousand rows each, in splits of at most four hundred; some rows are out of bounds."""
    monkeypatch.setattr(cluster_work, "ROWS", 300)
    folder = tmp_path / "wages"
    (folder / "second").mkdir(parents=True)
    draw = np.random.default_rng(3)
    for name in ("first.parquet", "second/more.parquet"):
        pq.write_table(drawn_wages(draw, 1_000), folder / name, row_group_size=200)
    return folder


def drawn_wages(draw, rows):
    """Wages and months as they come: now and then a wage below zero, none, or a month before the law."""
    months = draw.choice(["2019-12", "2020-02", "2021-04", "2022-01"], rows, p=[0.01, 0.33, 0.33, 0.33])
    wage = pa.array(draw.integers(-20_000, 1_000_000, rows), mask=draw.random(rows) < 0.01)
    columns = {"name": [f"person {number}" for number in range(rows)], "month": months, "wage": wage}
    return pa.table(columns)


def files_of(folder):
    return [pq.read_table(folder / name) for name in ("first.parquet", "second/more.parquet")]


def parts(folder):
    return [pq.ParquetFile(path) for path in sorted(folder.iterdir())]


def table_of(folder):
    return pa.concat_tables(part.read() for part in parts(folder)).replace_schema_metadata()


def unheard(done, total):
    """Progress that nobody follows."""


def codes(refused):
    return [fault.code for fault in refused.value.faults]


@pytest.mark.spark
def test_the_parts_are_the_rows_in_their_order(spark, toy, wages, tmp_path):
    """What one machine computes, in parts; what is rejected by file and row in it; nothing left over."""
    told = []
    distribution = Distribution(GRANTS, wages)
    counted = distribution.write(spark, tmp_path / "out", progress=lambda *done: told.append(done))
    computed = [compute(toy, table, TARGETS) for table in files_of(wages)]
    expected = pa.concat_tables(each.table for each in computed)
    rejected = [
        {"file": name, **row}
        for name, each in zip(("first.parquet", "second/more.parquet"), computed, strict=True)
        for row in each.rejected.to_pylist()
    ]
    assert table_of(tmp_path / "out/rows").equals(expected.replace_schema_metadata())
    in_order = [(row["file"], row["row"], row["code"]) for row in rejected]
    found = table_of(tmp_path / "out/rejected").to_pylist()
    assert sorted((row["file"], row["row"], row["code"]) for row in found) == sorted(in_order)
    assert all(row in found for row in rejected)
    assert rejected
    assert counted == Counted(2_000, expected.num_rows, len(rejected))
    assert len(parts(tmp_path / "out/rows")) == len(distribution.splits) == told[-1][0] == 6
    assert (
        b"toyland/grants@2020-02#" in parts(tmp_path / "out/rows")[0].metadata.metadata[b"nsis.law_version"]
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "wages"]


@pytest.mark.spark
def test_totals_are_exact_and_nothing_is_written(spark, toy, wages, tmp_path):
    """The sums over all rows within bounds, wide or compact."""
    tables = [compute(toy, table, TARGETS).table for table in files_of(wages)]
    expected = {name: sum(sum(table[name].to_pylist()) for table in tables) for name in TARGETS}
    for compact in (False, True):
        job = Job(GRANTS.package, GRANTS.scheme, None, TARGETS, compact)
        counted, totals = Distribution(job, wages).totals(spark, progress=unheard)
        assert totals == expected
        assert counted.kept == sum(table.num_rows for table in tables)
    assert [path.name for path in tmp_path.iterdir()] == ["wages"]


@pytest.mark.spark
def test_an_empty_file_gives_an_empty_result(spark, tmp_path):
    """No rows, but the columns; nothing rejected."""
    pq.write_table(
        pa.table({"month": pa.array([], pa.string()), "wage": pa.array([], pa.int64())}), tmp_path / "in"
    )
    counted = Distribution(GRANTS, tmp_path / "in").write(spark, tmp_path / "out", progress=unheard)
    assert counted == Counted(0, 0, 0)
    assert table_of(tmp_path / "out/rows").column_names == ["month", "wage", *TARGETS]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["rows"]


@pytest.mark.spark
def test_a_worker_killed_over_its_part_changes_nothing(spark, toy, wages, tmp_path, monkeypatch):
    """Spark runs the task anew; its part is there once, and the unfinished file is gone."""
    monkeypatch.setattr(cluster, "write_part", dying_worker.write_part_after_a_death)
    Distribution(GRANTS, wages).write(spark, tmp_path / "out", progress=unheard)
    assert (tmp_path / "somebody-died").exists()
    expected = pa.concat_tables(compute(toy, table, TARGETS).table for table in files_of(wages))
    assert table_of(tmp_path / "out/rows").equals(expected.replace_schema_metadata())
    assert len(list((tmp_path / "out").glob("*/.*"))) == 0


@pytest.mark.spark
def test_a_worker_with_another_law_is_refused(spark, laws, wages, tmp_path, monkeypatch):
    """Both versions are named, in both languages, and no result stands."""
    package = f"changed{next(_numbers)}"
    for folder, rate in ((tmp_path / "here", "10 %"), (laws, "11 %")):
        home = shutil.copytree(LAND / "grants", folder / package / "toyland/grants")
        text = (home / "grant.yaml").read_text(encoding="utf-8")
        (home / "grant.yaml").write_text(text.replace("value: 10 %", f"value: {rate}"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "here")
    distribution = Distribution(Job(package, GRANTS.scheme, None, TARGETS), wages)
    with pytest.raises(Refused, match="another law") as refused:
        distribution.write(spark, tmp_path / "out", progress=unheard)
    assert codes(refused) == ["CLUSTER-010"]
    versions = re.findall(r"toyland/grants@2020-01#\w+", refused.value.in_language("bn"))
    assert len(set(versions)) == 2
    assert distribution.versions[0] in versions
    assert not list(tmp_path.glob("out*"))


@pytest.mark.spark
def test_a_file_that_a_worker_cannot_see_is_named(spark, wages, tmp_path):
    """What failed on the worker is told in a line, with the mend; no result stands."""
    distribution = Distribution(GRANTS, wages)
    (wages / "second/more.parquet").unlink()
    with pytest.raises(
        Refused, match=r"FileNotFoundError: .*second/more.parquet.*must see the files"
    ) as refused:
        distribution.write(spark, tmp_path / "out", progress=unheard)
    assert codes(refused) == ["CLUSTER-008"]
    assert not list(tmp_path.glob("out*"))


@pytest.mark.spark
@pytest.mark.parametrize("name", schemes())
def test_every_rule_of_a_scheme_gives_on_spark_what_it_gives_interpreted(spark, name, tmp_path, monkeypatch):
    """
    In every month in which the law changes: all rows equal the kernel's here, and a sample the interpreter's.

    Of the NSIS the facts are those on which `test_one_result` holds the kernel against the interpreter, row
    by row, so that on all of them Spark gives what the interpreter gives. Of a neighbour the first structure.
    """
    monkeypatch.setattr(cluster_work, "ROWS", 2_000)
    months = len(scheme(name).months_of_change())
    facts, most = (max(200, FACTS // months), None) if name == NSIS else (200, 1)
    for place, ((inputs, targets), laws) in enumerate([*alike(scheme(name)).items()][:most]):
        drawn = [drawn_facts(law, inputs, np.random.default_rng(law.month.index), facts) for law in laws]
        tables = map(as_table, laws, drawn)
        rows = pa.concat_tables(map(in_month, tables, laws), promote_options="permissive")
        pq.write_table(rows, tmp_path / "in.parquet", row_group_size=2_000)
        distribution = Distribution(Job("nsis.law", name, None, targets), tmp_path / "in.parquet")
        counted = distribution.write(spark, tmp_path / str(place), progress=unheard)
        assert counted == Counted(rows.num_rows, rows.num_rows, 0)
        found = table_of(tmp_path / str(place) / "rows")
        assert found.equals(compute(scheme(name), rows, targets).table.replace_schema_metadata())
        for start, law, columns in zip(count(0, facts), laws, drawn, strict=False):
            cases = list(zip(*columns.values(), strict=True))
            for row in range(0, facts, max(1, facts // INTERPRETED)):
                expected = law.evaluate(targets, dict(zip(inputs, cases[row], strict=True)))
                assert case_of(found, start + row, expected) == expected, (law.version, row)


def alike(whole):
    """The law of every month of change, by the facts and rules that it has."""
    groups = {}
    for law in map(whole.on, whole.months_of_change()):
        groups.setdefault((law.closure(law.rules).facts, tuple(law.rules)), []).append(law)
    return groups


def in_month(table, law):
    return table.append_column("month", pa.repeat(str(law.month), table.num_rows))


def case_of(table, row, expected):
    """The results of one row as the interpreter says them: of a block, only the members that the case has."""
    cells = {name: table[name][row].as_py() for name in expected}
    return {
        name: tuple(cell[: len(expected[name])]) if isinstance(cell, list) else cell
        for name, cell in cells.items()
    }


@pytest.mark.spark
def test_the_command_writes_the_parts_and_tells_what_it_did(tmp_path):
    """On two cores of this machine, in Bangla: rows, rejects, where they are."""
    spark_or_skip()
    wages = {"gross_wage": [1_850_000, 2_000_000, -1], "risk_class": [3, 1, 1]}
    pq.write_table(pa.table(wages), tmp_path / "wages.parquet")
    targets = ("insurable_earnings", "employment_injury_contribution_employer")
    names = ["--in", tmp_path / "wages.parquet", "--out", tmp_path / "dues", "--on", "2026-07"]
    done = told([*targets, *names, "--master", "local[2]", "--lang", "bn"])
    assert done.returncode == 0, done.stderr
    assert "3টি সারির মধ্যে 2টির হিসাব হয়েছে" in done.stdout
    assert "1টি সারি আলাদা রাখা হয়েছে, ত্রুটি 1টি" in done.stdout
    assert f"{tmp_path}/dues/rejected" in done.stdout
    rows = compute(scheme("bangladesh/nsis").on(Month(2026, 7)), pa.table(wages), targets).table
    assert table_of(tmp_path / "dues/rows").equals(rows.replace_schema_metadata())
    (rejected,) = table_of(tmp_path / "dues/rejected").to_pylist()
    assert [rejected[key] for key in ("file", "row", "fact")] == ["wages.parquet", 3, "gross_wage"]


def test_the_command_asks_where_the_result_goes(tmp_path):
    """Without --out and without --totals nothing is begun."""
    done = told(["insurable_earnings", "--in", tmp_path, "--lang", "bn"])
    assert done.returncode == 2
    assert "--out" in done.stderr
    assert "যোগফলের" in done.stderr


def told(arguments):
    """What `nsis law distribute` says of the reference design."""
    command = [Path(sys.executable).with_name("nsis"), "law", "distribute", "bangladesh/nsis", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"COLUMNS": "200"}
    )


def test_a_task_run_twice_writes_its_part_once(toy, wages, tmp_path):
    """As by speculation, or when an answer was lost: the same part, whole, and nothing beside it."""
    for name in ("rows", "rejected"):
        (tmp_path / name).mkdir()
    split = splits_of(wages)[1]
    outcomes = [cluster_work.write_part(tmp_path, GRANTS, 1, split) for _ in range(2)]
    assert outcomes[0] == outcomes[1]
    assert [path.name for path in (tmp_path / "rows").iterdir()] == ["part-000001.parquet"]
    assert [path.name for path in (tmp_path / "rejected").iterdir()] == ["part-000001.parquet"]


def test_sums_beyond_64_bits_are_exact():
    """Ten amounts of nine quintillion, positive and negative."""
    large = pa.chunked_array([[2**63 - 1] * 10, [-(2**63)] * 3])
    assert cluster_work.total_of(large) == 10 * (2**63 - 1) - 3 * 2**63
    assert cluster_work.total_of(pa.chunked_array([pa.array([[1, 2], [3, 4]], pa.list_(pa.int8(), 2))])) == 10


def test_row_groups_are_split_by_rows_and_by_bytes(tmp_path, monkeypatch):
    """Enough together, never cut, their first rows counted; long rows sooner."""
    pq.write_table(pa.table({"wage": range(1_000)}), tmp_path / "in.parquet", row_group_size=100)
    monkeypatch.setattr(cluster_work, "ROWS", 250)
    splits = splits_of(tmp_path)
    assert [(each.groups, each.first_row, each.rows) for each in splits] == [
        (range(3), 1, 300),
        (range(3, 6), 301, 300),
        (range(6, 9), 601, 300),
        (range(9, 10), 901, 100),
    ]
    monkeypatch.setattr(cluster_work, "BYTES", 10)
    assert len(splits_of(tmp_path)) == 10


def test_what_cannot_be_computed_is_refused_before_spark_is_asked(toy, wages, tmp_path):
    """A missing fact, an unknown quantity, other columns, no Parquet, nothing at all."""
    with pytest.raises(LawRefused, match="nothing"):
        Distribution(Job(GRANTS.package, GRANTS.scheme, None, ("nothing",)), wages)
    pq.write_table(pa.table({"month": ["2020-01"]}), tmp_path / "month.parquet")
    with pytest.raises(FactsRefused) as refused:
        Distribution(GRANTS, tmp_path / "month.parquet")
    assert codes(refused) == ["FACT-001"]
    (tmp_path / "none").mkdir()
    (tmp_path / "bad.parquet").write_text("no Parquet", encoding="utf-8")
    shutil.copy(tmp_path / "month.parquet", wages / "third.parquet")
    for source, code in (("none", "004"), ("bad.parquet", "005"), ("missing", "005"), ("wages", "006")):
        with pytest.raises(Refused) as refused:
            splits_of(tmp_path / source)
        assert codes(refused) == [f"CLUSTER-{code}"]


def test_a_result_that_stands_is_never_overwritten(toy, wages):
    """Refused before Spark is asked for anything."""
    with pytest.raises(Refused, match="nothing is overwritten") as refused:
        Distribution(GRANTS, wages).write(None, wages, progress=unheard)
    assert codes(refused) == ["CLUSTER-007"]


def test_without_pyspark_or_java_it_is_said_what_to_install(monkeypatch, tmp_path):
    """In both languages, and before anything is started."""
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "pyspark", None)
        with pytest.raises(Refused, match=re.escape("pip install nsis[cluster]")), session("local[1]"):
            pass
    pytest.importorskip("pyspark")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(Refused, match="openjdk-17-jre-headless") as refused, session("local[1]"):
        pass
    assert str(tmp_path) in refused.value.in_language("bn")


def test_the_engine_does_not_wait_for_spark():
    """Nothing of Spark is imported with the engine's module for it."""
    code = "import sys, nsis.engine.cluster; sys.exit('pyspark' in sys.modules or 'py4j' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
