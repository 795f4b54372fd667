"""The law over columns: months together, bad rows set aside, kernels compiled once."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from tests.engine.conftest import TOY
from tests.engine.equality import assert_one_result

from nsis.engine.cache import load_kernel
from nsis.engine.compute import Computation, compute
from nsis.engine.loading import load_scheme
from nsis.engine.refusal import FactsRefused, LawRefused
from nsis.terms.month import Month

MONTHS = ["2022-01", "2020-02", "2021-04", "2020-02"]
ROWS = {"name": ["d", "a", "c", "b"], "month": MONTHS, "wage": [100_000, 100_000, 100_000, 0]}


def on(toy, text):
    return toy.on(Month.parse(text))


@pytest.mark.parametrize("month", ["2020-01", "2021-04", "2022-01"])
def test_the_kernel_gives_what_the_interpreter_gives(toy, month):
    """Edges, figures of the law and random facts, in wide and in narrow columns."""
    assert_one_result(on(toy, month), seed=7)


@pytest.mark.parametrize("month", ["2021-01", "2025-01"])
def test_records_and_members_give_it_too(lives, month):
    """Months, members of two blocks, reasons and what was before, in each structure of that law."""
    assert len(lives.structures()) == 2
    assert_one_result(on(lives, month), seed=11)


def test_short_words_give_it_too(toy):
    """The measured book multiplies before it divides, as is proved to be safe there."""
    law = load_scheme("toylaw", "toyland/insurance").on(Month.parse("2020-01"))
    assert law.proof.short["contribution_worker"]
    assert not law.proof.short["maternity_benefit"]
    assert_one_result(law, seed=9)


def test_every_form_of_choice_gives_it_too(altered):
    """Truths as numbers, parts that settle an answer, chains, choices within choices, names given anew."""
    law = altered(
        "grant.py",
        "    return share(wage, rate, rounding)\n",
        "    full = share(wage, rate, rounding)\n"
        "    some = (wage and full) + (full or rounding) - (0 < full <= rounding < wage)\n"
        "    if not full:\n"
        "        some = -full - (not wage)\n"
        "    elif full > rounding or (wage == full and some):\n"
        "        full = some if wage != rounding else full - 1\n"
        "        if full < some:\n"
        "            some = 0\n"
        "    return full + some\n",
    ).on(Month.parse("2022-01"))
    assert law.proof.is_fast("grant")
    assert_one_result(law, seed=15)


def test_a_long_table_is_read_in_place(altered):
    """Beyond the length that is laid out as a choice, the kernel reads the table itself."""
    rates = ", ".join(f"{place}: {place / 10} %" for place in range(1, 41))
    law = altered("grant.yaml", "{1: 5 %, 2: 7.5 %, 3: 9 %}", f"{{{rates}}}").on(Month.parse("2020-01"))
    assert law.table_lengths == {"child_rates": 40}
    assert_one_result(law, seed=10)
    computed = compute(law, {"wage": [1, 1], "children": [4, -(10**12)]}, ["everything"])
    assert computed.rejected["value"].to_pylist() == [4, -(10**12)]


def test_the_exact_path_gives_it_too(altered):
    """Where steps pass 2^51 a floored floating-point division would be wrong."""
    law = altered("grant.yaml", "greatest: 1,00,000 taka", "greatest: 7,00,00,00,00,00,000 taka")
    assert not law.on(Month.parse("2020-01")).proof.is_fast("grant")
    assert_one_result(law.on(Month.parse("2020-01")), seed=8)


def test_rows_of_several_months_keep_their_order(toy):
    """Each row by its own month's law; other columns stay; the law's versions go with the table."""
    table = compute(toy, pa.table(ROWS), ["grant"]).table
    assert table["name"].to_pylist() == ROWS["name"]
    assert table["grant"].to_pylist() == [12_346, 10_000, 12_346, 0]
    versions = table.schema.metadata[b"nsis.law_version"].decode().split()
    assert versions == [on(toy, month).version for month in dict.fromkeys(MONTHS)]
    days = pa.array([date.fromisoformat(f"{month}-01") for month in MONTHS])
    assert compute(toy, pa.table({**ROWS, "month": days}), ["grant"]).table["grant"] == table["grant"]


def test_rows_out_of_bounds_are_set_aside_and_named(toy):
    """A row for each fault, with row, fact, value and bounds; the others are reckoned as if alone."""
    rows = pa.table(
        {
            "wage": pa.array([100_000, -1, None, 100_000, 5, 5], pa.int32()),
            "days": pa.array([29, 29, 29, 30, None, 1], pa.int8()),
            "month": ["2020-02", "2020-02", "2020-02", "2020-02", "2020-02", "2019-12"],
        }
    )
    computed = compute(toy, rows, ["grant"])
    assert computed.table["grant"].to_pylist() == [10_000, 0]
    rejected = [tuple(row.values()) for row in computed.rejected.to_pylist()]
    assert sorted(rejected, key=lambda row: row[0]) == [
        (2, "FACT-003", "wage", -1, 0, 10_000_000, "2020-02"),
        (3, "FACT-001", "wage", None, None, None, "2020-02"),
        (4, "FACT-003", "days", 30, 0, 29, "2020-02"),
        (6, "LAW-002", "month", None, None, None, "2019-12"),
    ]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"month": MONTHS, "days": [1, 2, 3, 4]}, "FACT-001"),
        ({"month": MONTHS, "wage": [1.0, 2.0, 3.0, 4.0]}, "FACT-005"),
        ({"wage": [1, 2, 3, 4]}, "FACT-006"),
    ],
)
def test_columns_that_cannot_be_used_are_refused_as_a_whole(toy, columns, code):
    """A missing fact, a fact that is no whole number, no month."""
    with pytest.raises(FactsRefused) as refused:
        compute(toy, pa.table(columns), ["grant"])
    assert [fault.code for fault in refused.value.faults] == [code]
    with pytest.raises(LawRefused, match="nothing"):
        compute(toy, pa.table(ROWS), ["nothing"])


def test_months_that_lack_a_quantity_are_set_aside(altered):
    """A quantity that the law knows from 2021 is computed for those months; earlier rows are named."""
    section = 'provision="Toy Act, section 5"'
    law = altered("grant.py", section, f'{section}, since="2021-01"')
    computed = compute(law, pa.table(ROWS), ["everything"])
    assert computed.table["name"].to_pylist() == ["d", "c"]
    assert [(row["row"], row["code"]) for row in computed.rejected.to_pylist()] == [
        (2, "LAW-003"),
        (4, "LAW-003"),
    ]


def test_compact_results_are_as_narrow_as_the_proof_allows(toy):
    """The grant fits 32 bits, a rate-free flag would fit 8; without the wish all are 64 bits."""
    law = on(toy, "2020-02")
    assert compute(law, {"wage": [1]}, ["grant"], compact=True).table.schema.field("grant").type == pa.int32()
    assert compute(law, {"wage": [1]}, ["grant"]).table.schema.field("grant").type == pa.int64()


def test_a_changed_rate_counts_at_once_without_compiling(toy, altered):
    """Values go in at run time: same rules, same kernel, other amounts."""
    other = altered("grant.yaml", "value: 10 %", "value: 20 %")
    kernels, grants = [], []
    for scheme in (toy, other):
        law = on(scheme, "2020-02")
        kernels.append(Computation(law, ["grant"]).prepare(law, {"wage": "int64"}).code)
        grants.append(compute(law, {"wage": [100_000]}, ["grant"]).table["grant"].to_pylist())
    assert kernels[0] is kernels[1]
    assert grants == [[10_000], [20_000]]


def test_a_changed_rule_is_another_kernel(toy, altered):
    """The kernel is named by its text, so that nothing stale is ever taken."""
    other = altered("grant.py", "share(wage + 1, rate", "share(wage, rate")
    kernels = [
        Computation(on(scheme, "2020-02"), ["grant"]).prepare(on(scheme, "2020-02"), {"wage": "int64"}).code
        for scheme in (toy, other)
    ]
    assert kernels[0] is not kernels[1]


@pytest.mark.slow
def test_of_processes_that_want_a_kernel_at_once_one_compiles_it(tmp_path):
    """The others, however their hashes are seeded, wait and take it from the cache."""
    code = (
        "from nsis.engine.compute import Computation; from nsis.engine.loading import load_scheme;"
        "from nsis.terms.month import Month;"
        "law = load_scheme('toylaw', 'toyland/grants').on(Month(2020, 1));"
        "print(Computation(law, ['everything']).prepare(law, {'wage': 'int64'}).was_cached)"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            env={"NSIS_CACHE": str(tmp_path), "PYTHONPATH": str(TOY), "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2", "3")
    ]
    answers = [process.communicate()[0].strip() for process in processes]
    assert sorted(answers) == ["False", "True", "True"]


def test_a_spoilt_kernel_is_written_anew(tmp_path, monkeypatch):
    """A file in the cache that is not the generated text is never run."""
    monkeypatch.setenv("NSIS_CACHE", str(tmp_path))
    text = "kernel = 'as generated'\n"
    path = Path(str(load_kernel(text, made_with="nothing").__file__))
    path.write_text("kernel = 'by somebody else'\n", encoding="utf-8")
    del sys.modules[path.stem]
    assert load_kernel(text, made_with="nothing").kernel == "as generated"
    assert [each.name for each in tmp_path.glob("*.*")] == [path.name]
