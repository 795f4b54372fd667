"""Several months in a row: what a quantity was reaches the next month."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nsis.engine.periods import compute_months, evaluate_months
from nsis.terms.month import Month

START = Month(2020, 1)
TARGETS = ("savings", "interest")


def months(saved, start=START):
    """A month's facts for each amount saved."""
    return [(start + place, {"saved": amount}) for place, amount in enumerate(saved)]


def balances(scheme, given):
    return [values["savings"] for _, values in evaluate_months(scheme, ["savings"], given)]


def test_a_balance_is_carried_with_interest(lives):
    """1 % to February 2020, 2 % from March, each half up: as on paper."""
    found = list(evaluate_months(lives, TARGETS, months([10_000, 10_050, 0, 1])))
    assert [month for month, _ in found] == [START + place for place in range(4)]
    assert [tuple(values.values()) for _, values in found] == [
        (10_000, 0),  # nothing was before
        (20_150, 100),
        (20_553, 403),
        (20_965, 411),  # 2 % of 205.53 is 4.1106
    ]


def test_a_balance_may_be_given_for_the_first_month_only(lives):
    """What the facts of a later month say of it gives way to what was reckoned."""
    first, second, third = months([0, 0, 0])
    first[1]["previous_savings"] = 100_000
    third[1]["previous_savings"] = 5
    assert balances(lives, [first, second, third]) == [101_000, 102_010, 104_050]


def test_what_is_not_asked_for_is_carried_too(lives):
    """Interest rests on savings, which are no target."""
    found = [values for _, values in evaluate_months(lives, ["interest"], months([10_000, 0]))]
    assert found == [{"interest": 0}, {"interest": 100}]


@settings(max_examples=10)
@given(st.lists(st.lists(st.integers(0, 10**6), min_size=3, max_size=3), min_size=1, max_size=5))
def test_columns_give_what_each_case_gives(lives, saved):
    """Three persons, row by row."""
    tables = [(START + place, pa.table({"saved": row})) for place, row in enumerate(saved)]
    found = [computed.table["savings"].to_pylist() for _, computed in compute_months(lives, TARGETS, tables)]
    cases = [balances(lives, months(person)) for person in zip(*saved, strict=True)]
    assert [list(person) for person in zip(*found, strict=True)] == cases


def test_a_row_that_is_set_aside_stays_out_and_keeps_its_number(lives):
    """The second of four is wrong in January, the fourth in February; March has the first and third."""
    saved = [[1, -1, 3, 4], [10, 20, 30, -40], [100, 200, 300, 400]]
    tables = [
        (START + place, pa.table({"name": list("abcd"), "saved": row})) for place, row in enumerate(saved)
    ]
    found = [computed for _, computed in compute_months(lives, TARGETS, tables)]
    assert [each.table["name"].to_pylist() for each in found] == [["a", "c", "d"], ["a", "c"], ["a", "c"]]
    assert found[2].table["savings"].to_pylist() == [111, 334]
    rejected = [
        (row["row"], row["value"], row["month"]) for each in found for row in each.rejected.to_pylist()
    ]
    assert rejected == [(2, -1, "2020-01"), (4, -40, "2020-02")]


def test_a_column_of_a_later_month_gives_way_to_what_was_reckoned(lives):
    """As in one case."""
    table = pa.table({"saved": [0], "previous_savings": [100_000]})
    found = [each.table for _, each in compute_months(lives, TARGETS, [(START, table), (START + 1, table)])]
    assert [each["savings"].to_pylist() for each in found] == [[101_000], [102_010]]
    assert found[1].column_names.count("previous_savings") == 1


def test_a_balance_that_outgrows_its_bounds_is_refused(lives):
    """Ten lakh taka are the most that may be carried; the row drops out where it is more."""
    rows = pa.table({"saved": [10_000_000, 0], "previous_savings": [99_000_000, 0]})
    later = pa.table({"saved": [0, 0]})
    _, (_, found) = compute_months(lives, TARGETS, [(START, rows), (START + 1, later)])
    assert found.table.num_rows == 1
    assert [(row["row"], row["fact"]) for row in found.rejected.to_pylist()] == [(1, "previous_savings")]


@pytest.mark.parametrize("second", [START, START + 2, START - 1])
def test_months_follow_one_another(lives, second):
    """A month twice, left out or gone back to is refused, in cases and in columns."""
    with pytest.raises(ValueError, match=f"{second} does not follow 2020-01"):
        list(evaluate_months(lives, TARGETS, [(START, {}), (second, {})]))
    tables = [(month, pa.table({"saved": [1]})) for month in (START, second)]
    with pytest.raises(ValueError, match=f"{second} does not follow 2020-01"):
        list(compute_months(lives, TARGETS, tables))


def test_a_quantity_that_starts_later_begins_with_its_initial_value(altered):
    """Nothing is carried from months in which it had no rule."""
    mark = '@rule(provision="Toy Pensions Act, section 6", unit="poisha")\ndef savings('
    law = altered("pension.py", mark, mark.replace('"poisha"', '"poisha", since="2020-02"'))
    found = list(evaluate_months(law, ["interest"], months([500, 10_000, 0])))
    assert [values["interest"] for _, values in found] == [0, 0, 200]
