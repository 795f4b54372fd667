"""Records and members as lists in columns: every layout gives one result, every bad row is named."""

import pyarrow as pa
import pytest

from nsis.engine.compute import Computation, compute
from nsis.engine.refusal import FactsRefused
from nsis.terms.month import Month

EARNED = [[300], [100, 200, 300, 400], [], [500, 700]]
INSURED = [[1], [1, 0, 1, 1], [], [1, 0]]
REFERENCE = [300, 267, 0, 500]  # the mean of the last three insured months; (100 + 300 + 400) / 3 = 266.67
TARGETS = ["reference_wage", "insured_months"]


@pytest.fixture(scope="module")
def law(lives):
    return lives.on(Month.parse("2021-01"))


def table(earned=EARNED, insured=INSURED, kind=None, **more):
    """A record for each row."""
    kind = kind or pa.list_(pa.int64())
    columns = {"earned_by_month": pa.array(earned, kind), "insured_by_month": pa.array(insured, kind)}
    return pa.table({**columns, **more})


def reference(law, rows):
    return compute(law, rows, TARGETS).table["reference_wage"].to_pylist()


def rejected(computed):
    """What is said of each row that is set aside."""
    names = ("row", "code", "fact", "value", "least", "greatest")
    return sorted(tuple(row[name] for name in names) for row in computed.rejected.to_pylist())


@pytest.mark.parametrize("number", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64"])
@pytest.mark.parametrize("list_of", [pa.list_, pa.large_list])
def test_every_width_of_number_and_list_gives_one_result(law, number, list_of):
    """Small numbers in narrow columns, sums in 64 bits: a hundred months of 250 do not fit eight bits."""
    largest = {"int8": 120, "uint8": 250}.get(number, 250)
    rows = table([[largest] * 100], [[1] * 100], list_of(pa.type_for_alias(number)))
    computed = compute(law, rows, ["best_wage", *TARGETS], compact=True)
    assert [
        computed.table[name].to_pylist() for name in ("reference_wage", "insured_months", "best_wage")
    ] == [
        [largest],
        [100],
        [largest],
    ]


def test_lists_of_one_length_may_be_of_a_fixed_size(law):
    """A type of its own in Arrow; a missing one has places, but they are not read."""
    kind = pa.list_(pa.int64(), 2)
    rows = table([[100, 200], None, [300, 401]], [[1, 1], None, [1, 1]], kind)
    computed = compute(law, rows, TARGETS)
    assert computed.table["reference_wage"].to_pylist() == [150, 351]
    assert rejected(computed) == [
        (2, "FACT-001", "earned_by_month", None, None, None),
        (2, "FACT-001", "insured_by_month", None, None, None),
    ]


def test_a_slice_is_a_table_of_its_own(law):
    """Rows before and after it, whatever they hold, are not read."""
    rows = table([[1, None], *EARNED, [None]], [[1], *INSURED, [7]])
    assert reference(law, rows.slice(1, 4)) == REFERENCE
    for first in range(4):
        assert reference(law, table().slice(first, 2)) == REFERENCE[first : first + 2]


def test_columns_in_pieces_and_of_different_layouts_meet(law):
    """Chunks cut at different rows, a plain list beside a large one, and beside hidden values."""
    earned = pa.chunked_array([pa.array(EARNED[:1]), pa.array(EARNED[1:], pa.list_(pa.int64()))])
    hidden = pa.ListArray.from_arrays([2, 3, 7, 7, 9], pa.array([9, 9, 1, 1, 0, 1, 1, 1, 0]))
    insured = hidden.cast(pa.large_list(pa.int64()))
    rows = pa.table({"earned_by_month": earned, "insured_by_month": insured})
    assert reference(law, rows) == REFERENCE


def test_what_lies_under_a_missing_list_is_not_read(law):
    """Arrow may keep values where a list is missing."""
    mask = pa.array([False, True, False])
    earned = pa.ListArray.from_arrays([0, 1, 3, 4], pa.array([100, -5, -5, 300]), mask=mask)
    rows = pa.table({"earned_by_month": earned, "insured_by_month": pa.array([[1], [1], [1]])})
    computed = compute(law, rows, TARGETS)
    assert computed.table["reference_wage"].to_pylist() == [100, 300]
    assert rejected(computed) == [
        (2, "FACT-001", "earned_by_month", None, None, None),
        (2, "FACT-009", "earned_by_month", 0, None, 1),
    ]


def test_a_row_of_unequal_columns_leaves_the_others_right(law):
    """The second row lacks a month in one column; the third and fourth are reckoned as if alone."""
    insured = [INSURED[0], INSURED[1][:3], *INSURED[2:]]
    computed = compute(law, table(insured=insured), TARGETS)
    assert computed.table["reference_wage"].to_pylist() == [REFERENCE[0], *REFERENCE[2:]]
    assert rejected(computed) == [(2, "FACT-009", "earned_by_month", 4, None, 3)]
    longer = compute(law, table(insured=[[1, 1, 1], *INSURED[1:]]), TARGETS)
    assert longer.table["reference_wage"].to_pylist() == REFERENCE[1:]


def test_every_value_out_of_bounds_is_named(law):
    """Two in one list, one in another; the good row stays."""
    earned = [[300], [-1, 200, 10_000_001, 400], [], [500, -2]]
    computed = compute(law, table(earned), TARGETS)
    assert computed.table["reference_wage"].to_pylist() == [300, 0]
    assert rejected(computed) == [
        (2, "FACT-003", "earned_by_month", -1, 0, 10_000_000),
        (2, "FACT-003", "earned_by_month", 10_000_001, 0, 10_000_000),
        (4, "FACT-003", "earned_by_month", -2, 0, 10_000_000),
    ]


def test_a_list_that_is_too_long_is_named_and_not_read_beyond(law):
    """A record of 5,000 months: longer than every path of an index, and nothing is read outside of it."""
    months = 5_000
    computed = compute(law, table([[100] * months, [100]], [[1] * months, [1]]), ["career_wage"])
    assert computed.table["career_wage"].to_pylist() == [200]
    assert rejected(computed) == [
        (1, "FACT-008", "earned_by_month", months, None, 120),
        (1, "FACT-008", "insured_by_month", months, None, 120),
    ]


def test_members_beyond_the_block_are_named(law):
    """Five heirs where three may be; a debt out of bounds."""
    rows = pa.table({"estate": [100, 100], "heir_kind": [[1] * 5, [1]], "debt": [[], [100_001]]})
    computed = compute(law, rows, ["heir_share"])
    assert computed.table.num_rows == 0
    assert rejected(computed) == [
        (1, "FACT-008", "heir_kind", 5, None, 3),
        (2, "FACT-003", "debt", 100_001, 0, 100_000),
    ]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (pa.array([[1, None]]), "list<item: int64>, with gaps"),
        (pa.array([[1.0]]), "list<item: double>"),
        (pa.array([[1]], pa.list_(pa.uint64())), "list<item: uint64>"),
        (pa.array([[[1]]]), "list<item: list<item: int64>>"),
        (pa.array([1]), "int64"),
        (pa.array(["1"]), "string"),
    ],
)
def test_a_column_that_holds_no_lists_of_whole_numbers_is_refused(law, column, kind):
    """As a whole, with what it holds and what it must hold, in both languages."""
    with pytest.raises(FactsRefused) as refused:
        compute(law, pa.table({"insured_by_month": column}), ["insured_months"])
    (fault,) = refused.value.faults
    assert fault.wording.en == (
        f"The column `insured_by_month` (Insured months by month) holds {kind}; "
        "it must hold lists of whole numbers, without gaps."
    )
    assert "পূর্ণ সংখ্যার তালিকা" in fault.wording.bn


def test_columns_without_any_value_have_no_type_and_are_taken(law):
    """All lists empty, no list at all, no number at all: as a file written elsewhere may have them."""
    assert reference(law, table([[], []], [[], []], pa.list_(pa.null()))) == [0, 0]
    none = pa.table({"insured_by_month": pa.nulls(2), "wage": pa.nulls(2)})
    computed = compute(law, none, ["insured_months", "festival_bonus"])
    assert rejected(computed) == [(row, "FACT-001", "insured_by_month", None, None, None) for row in (1, 2)]


def test_an_empty_cell_of_a_narrow_column_is_missing_and_nothing_more(altered):
    """Where the least that a fact may be does not fit the column's numbers."""
    law = altered(
        "grant.yaml", "least: 0 taka\n    greatest: 1,00,000", "least: 10 taka\n    greatest: 1,00,000"
    )
    rows = pa.table({"wage": pa.array([None], pa.int8())})
    assert rejected(compute(law.on(Month.parse("2020-01")), rows, ["grant"])) == [
        (1, "FACT-001", "wage", None, None, None)
    ]


def test_rows_of_several_months_are_reckoned_each_by_its_own(lives):
    """The average doubles in 2021: 100 is 200 then, and each row keeps its place and its number."""
    rows = table([[100], [100], [-1], [100]], [[1]] * 4, month=["2021-01", "2020-06", "2020-06", "2021-01"])
    computed = Computation(lives, ["career_wage"]).of(rows, first_row=11)
    assert computed.table["career_wage"].to_pylist() == [200, 100, 200]
    assert computed.table["month"].to_pylist() == ["2021-01", "2020-06", "2021-01"]
    assert rejected(computed) == [(13, "FACT-003", "earned_by_month", -1, 0, 10_000_000)]


def test_many_rows_on_many_threads_are_those_of_one(law):
    """More than one block of rows, each of its own length."""
    lengths = [row % 7 for row in range(150_000)]
    rows = table([[length] * length for length in lengths], [[1] * length for length in lengths])
    found = [Computation(law, TARGETS, threads=threads).of(rows).table for threads in (1, 2)]
    assert found[0] == found[1]
    assert found[0]["reference_wage"].to_pylist() == lengths
    assert found[0]["insured_months"].to_pylist() == lengths
