"""The records of the lives against the law's words over the whole record, as a lawyer reads them."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.equality import examples

from nsis.engine.career import MONTH_WORDS, Index
from nsis.engine.lowering import Tally
from nsis.projection.lives.record import Record, wanted_by

MONTHS = 40
COLUMNS = ("insured", "employee", "earnings", "days")
BOUNDS = {"insured": (0, 1), "employee": (0, 1), "earnings": (0, 10**10), "days": (0, 31)}


def tally(word, *names, columns):
    """A word with its columns and the values of the law that it asks for."""
    return Tally("__".join([word, *names]), MONTH_WORDS[word], names[:columns], names[columns:])


TALLIES = [
    tally("sum_of_all", "insured", columns=1),
    tally("sum_of_last", "insured", "short", columns=1),
    tally("sum_of_last", "insured", "middle", columns=1),
    tally("sum_of_last", "employee", "long", columns=1),
    tally("sum_of_last", "days", "middle", columns=1),
    tally("mean_of_last", "earnings", "employee", "short", "rounding", columns=2),
    tally("mean_of_last", "earnings", "employee", "middle", "rounding", columns=2),
    tally("career_average", "earnings", "employee", "index", "rounding", columns=2),
    tally("best_years", "earnings", "years", "rounding", columns=1),
]
VALUES = {"short": 3, "middle": 12, "long": 70, "years": 2, "rounding": 500_000}


def law_with(index):
    """As much of a law as a record asks: the values of a month, and the bounds of its columns."""
    facts = {name: SimpleNamespace(least=least, greatest=most) for name, (least, most) in BOUNDS.items()}
    values = {**VALUES, "index": index}
    return SimpleNamespace(plain_values=values, number=values.__getitem__, facts=facts)


@st.composite
def careers(draw):
    """Two persons' lines by month: an employee earns, whoever is insured may have days; gaps in between."""
    kinds = st.sampled_from(["employee", "informal", "nothing"])
    lives = []
    for _ in range(2):
        first = draw(st.integers(0, 12))
        lines = []
        for month in range(MONTHS):
            kind = draw(kinds) if month >= first else "nothing"
            employee = int(kind == "employee")
            earned = draw(st.integers(1, 10**8)) if employee else 0
            lines.append({
                "insured": int(kind != "nothing"),
                "employee": employee,
                "earnings": earned,
                "days": draw(st.integers(0, 26)) if kind != "nothing" else 0,
            })  # fmt: skip
        lives.append(lines)
    return lives


@settings(max_examples=examples(60))
@given(lives=careers(), indices=st.lists(st.integers(10**5, 10**8), min_size=MONTHS, max_size=MONTHS))
def test_every_word_finds_what_it_finds_in_the_whole_record(lives, indices):
    laws = [law_with(index) for index in indices]
    record = Record(len(lives), wanted_by(laws[:1], [TALLIES]))
    for month, law in enumerate(laws):
        for each in TALLIES:
            found = record.read(each, month, np.arange(2, dtype=np.int32), law)
            assert found.tolist() == [by_hand(each, life[:month], indices[: month + 1]) for life in lives]
        for columns in (("insured", "employee", "earnings"), ("days",)):
            put(record, month, lives, columns, law)


def put(record, month, lives, columns, law):
    """The month's lines of whoever has any of some columns."""
    rows = [person for person, life in enumerate(lives) if any(life[month][name] for name in columns)]
    lines = {name: np.array([lives[row][month][name] for row in rows], np.int64) for name in columns}
    record.put(month, np.array(rows, np.int32), lines, law)


def by_hand(each, lines, indices):
    """The word as it is written, over all lines; a record begins with its first month that is not empty."""
    while lines and not any(lines[0].values()):
        lines = lines[1:]
    columns = [[line[name] for line in lines] for name in each.columns]
    values = {**VALUES, "index": Index.of(indices[-1], indices[:-1])}
    return each.word.word(*columns, *(values[name] for name in each.others))


def test_a_word_that_reaches_further_later_has_its_storage_from_the_start():
    early, late = law_with(10**6), law_with(10**6)
    late.plain_values["short"] = 50
    (wanted,) = wanted_by([early, late], [TALLIES[1:2], TALLIES[1:2]]).values()
    assert wanted.length == 50
    assert wanted.flags
