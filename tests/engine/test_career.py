"""Words over a person's months: by hand, and three forms that give one result."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.equality import examples

from nsis.engine.career import (
    MONTH_WORDS,
    Index,
    best_years,
    career_average,
    mean_of_last,
    sum_of_all,
    sum_of_last,
)
from nsis.engine.interval import Interval
from nsis.engine.lowering import GREATEST
from nsis.engine.month_scans import SCANS
from nsis.engine.running import RUNNING, empty
from nsis.engine.vocabulary import WORDS

DOWN, HALF_UP, UP = 0, 500_000, 999_999
LONGEST = 40  # months of a random record: more than three years and every window
NOW = LONGEST  # the place in a path of an index at which it stands now

ROUNDINGS = st.sampled_from([DOWN, 1, HALF_UP, UP])
EARNED, INSURED, INDEX = Interval(-(10**6), 10**6), Interval(0, 1), Interval(1, 10**7)
LINES = st.tuples(st.integers(EARNED.least, EARNED.greatest), st.integers(0, 1))
RECORDS = st.lists(LINES, max_size=LONGEST)
WINDOWS = st.sampled_from([-1, 0, 1]) | st.integers(2, LONGEST + 2)
PATHS = st.lists(st.integers(INDEX.least, INDEX.greatest), min_size=LONGEST + 1, max_size=LONGEST + 1)
OTHERS = {
    "sum_of_all": st.just(()),
    "sum_of_last": st.tuples(WINDOWS),
    "mean_of_last": st.tuples(WINDOWS, ROUNDINGS),
    "best_years": st.tuples(st.integers(1, 5), ROUNDINGS),
    "career_average": st.tuples(ROUNDINGS),
}


def test_every_word_has_its_three_forms_and_a_trial():
    """No word over months stands without a scan, a running form and the trials below."""
    assert MONTH_WORDS.keys() == SCANS.keys() == RUNNING.keys() == OTHERS.keys()
    assert MONTH_WORDS.keys() <= WORDS.keys()


@pytest.mark.parametrize("name", MONTH_WORDS)
@settings(max_examples=examples(40))
@given(st.data())
def test_a_word_its_scan_and_its_running_form_agree(name, data):
    """Records of any length, any window, rounding and index: one result to the last unit."""
    records = data.draw(st.lists(RECORDS, min_size=1, max_size=4))
    path, others = data.draw(PATHS), data.draw(OTHERS[name])
    expected = [whole(name, record, path, others) for record in records]
    assert scanned(name, records, path, others) == expected
    bounds, reach = bounds_of(name, others)
    assert all(bounds.holds(value) for value in expected)
    assert reach <= GREATEST
    assert [running(name, record, path, others)[-1] for record in records] == expected


@pytest.mark.parametrize("name", MONTH_WORDS)
@settings(max_examples=10)
@given(st.data())
def test_the_running_form_is_right_after_every_month(name, data):
    """Month by month it gives what the word gives over the record so far."""
    record, path, others = data.draw(RECORDS), data.draw(PATHS), data.draw(OTHERS[name])
    path = path[-len(record) - 1 :]  # as if each month in turn were the last
    so_far = [whole(name, record[:months], path[: months + 1], others) for months in range(len(record) + 1)]
    assert running(name, record, path, others) == so_far


@pytest.mark.parametrize(
    ("name", "others", "numbers"),
    [
        ("sum_of_all", (), 1),
        ("sum_of_last", (12,), 14),
        ("mean_of_last", (3, HALF_UP), 5),
        ("best_years", (5, HALF_UP), 7),
        ("career_average", (1, HALF_UP), 2),
    ],
)
def test_the_state_does_not_grow_with_the_career(name, others, numbers):
    """As many numbers after fifty years as before the first month."""
    state = empty(name, *others)
    columns = MONTH_WORDS[name].columns
    for _ in range(600):
        RUNNING[name].advance(state, *(1,) * columns, *others)
    assert (len(state), state.dtype) == (numbers, np.int64)


def test_a_record_longer_than_its_index_is_read_within_it():
    """Such a row is set aside later; until then nothing beyond the path may be read, compiled or not."""
    edges, result, path = np.array([0, 5]), np.zeros(1, np.int64), np.array([100, 200])
    for scan in (SCANS["career_average"], SCANS["career_average"].py_func):
        scan(edges, result, np.full(5, 100), np.ones(5, np.int64), path, 200, DOWN)
        assert result.tolist() == [150]  # of the last two months: one at 100, one at 200


def test_the_mean_of_the_last_three_leaves_gaps_out():
    """Insured in months 1, 2, 5 and 7: the last three earned 200, 500 and 701, together 1,401."""
    earned = [100, 200, 300, 400, 500, 600, 701, 0]
    insured = [1, 1, 0, 0, 1, 0, 1, 0]
    assert mean_of_last(earned, insured, 3, DOWN) == 467
    assert mean_of_last(earned, insured, 9, DOWN) == 375  # four months are all there are: 1,501 / 4 = 375.25
    assert mean_of_last(earned, insured, 9, UP) == 376
    assert mean_of_last(earned, [0] * 8, 3, UP) == 0
    assert mean_of_last([], [], 3, UP) == 0


def test_windows_look_back_over_calendar_months():
    """The last three of 1, 2, 4, 8 are 14; a window longer than the record is the record."""
    assert [sum_of_last([1, 2, 4, 8], months) for months in (0, 1, 3, 4, 99)] == [0, 8, 14, 15, 15]
    assert sum_of_all([1, 2, 4, 8]) == 15


def test_the_best_years_are_twelve_months_each():
    """Years of 12, 36 and 24, and half a year of 18: the best two are 36 and 24, 60 / 24 = 2.5 a month."""
    earned = [1] * 12 + [3] * 12 + [2] * 12 + [3] * 6
    assert best_years(earned, 2, DOWN) == 2
    assert best_years(earned, 2, HALF_UP) == 3
    assert best_years(earned, 1, DOWN) == 3
    assert best_years(earned, 5, HALF_UP) == 2  # 90 / 60 = 1.5: the fifth year lacks, and counts as 0
    assert best_years([-60] * 12, 1, DOWN) == 0  # a year that lacks is better than a loss


def test_the_career_average_revalues_by_an_index_that_doubles():
    """Half of the average then is half of it now: 50 of 100, and 150 of 200, are a mean of 5/8 of 200."""
    index = Index.of(200, (100, 100, 200))
    assert career_average([50, 999, 150], [1, 0, 1], index, DOWN) == 125
    assert career_average([150], [1], index, DOWN) == 150  # the last month alone: the path ends with it
    assert career_average([50, 50], [0, 0], index, UP) == 0
    assert career_average([], [], index, UP) == 0
    third = Index.of(1_000_000, (3,))
    assert career_average([1], [1], third, DOWN) == 333_333  # a month's share is in whole millionths


def whole(name, record, path, others):
    """The word over the whole record."""
    word, now = MONTH_WORDS[name], len(path) - 1
    if word.index is not None:
        others = (Index.of(path[now], path[:now]), *others)
    return word.word(*columns_of(name, record), *others)


def bounds_of(name, others):
    """What is proved of the word for such records."""
    word = MONTH_WORDS[name]
    index = [] if word.index is None else [INDEX]
    values = [Interval(value, value) for value in others]
    return word.bounds(LONGEST, *(EARNED, INSURED)[: word.columns], *index, *values)


def scanned(name, records, path, others):
    """The same over columns, all records one after the other."""
    if MONTH_WORDS[name].index is not None:
        others = (np.array(path[:NOW], np.int64), path[NOW], *others)
    edges = np.cumsum([0, *map(len, records)])
    lines = [line for record in records for line in record]
    result = np.empty(len(records), np.int64)
    columns = [np.array(column, np.int64) for column in columns_of(name, lines)]
    SCANS[name](edges, result, *columns, *others)
    return result.tolist()


def running(name, record, path, others):
    """The same kept up month by month: its value before the first month and after each."""
    word, form = MONTH_WORDS[name], RUNNING[name]
    path = path[-len(record) - 1 :]

    def at(month):
        return others if word.index is None else (path[month], *others)

    state = empty(name, *at(0))
    values = [form.read(state, *at(0))]
    for month in range(len(record)):
        line = (column[month] for column in columns_of(name, record))
        form.advance(state, *line, *at(month))
        values.append(form.read(state, *at(month + 1)))
    return values


def columns_of(name, lines):
    """The columns that a word takes: earnings, and whether insured."""
    columns = [[earned for earned, _ in lines], [insured for _, insured in lines]]
    return columns[: MONTH_WORDS[name].columns]
