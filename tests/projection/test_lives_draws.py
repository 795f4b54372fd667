"""Numbers by place: as they are published, evenly spread, and the same wherever they are drawn."""

import numpy as np
import pytest
from numba import njit

from nsis.projection.lives import draws
from nsis.projection.lives.draws import PHILOX, SPLITMIX, mixed, philox, stream_of, uniform


@njit
def splitmix(state):
    return mixed(state)


@njit
def of_philox(stream, place):
    return philox(stream, place)


@njit
def many(generator, persons, months):
    """Numbers [person, month] of one draw."""
    found = np.empty((persons, months))
    for person in range(persons):
        for month in range(months):
            found[person, month] = uniform(generator, stream_of(np.uint64(7), person), month, 3)
    return found


def test_splitmix_gives_the_first_numbers_of_the_published_stream():
    golden, state = 0x9E3779B97F4A7C15, 1234567
    states = [np.uint64((state + golden * place) % 2**64) for place in (1, 2, 3)]
    found = [splitmix(each) for each in states]
    assert found == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_philox_gives_the_known_answers_of_its_authors():
    # Random123, kat_vectors: philox4x32-10 of counter and key 0.
    assert of_philox(np.uint64(0), np.uint64(0)) == 0xE169C58D_6627E8D5


@pytest.mark.parametrize("generator", [SPLITMIX, PHILOX])
def test_numbers_are_evenly_spread_over_persons_and_over_months(generator):
    found = many(generator, 1000, 200)
    counts, _ = np.histogram(found, bins=64, range=(0, 1))
    expected = found.size / 64
    assert ((counts - expected) ** 2 / expected).sum() < 120  # chi square of 63 degrees, beyond 1 in 10,000
    for columns in (found[:, :-1].ravel(), found[:-1].ravel()):
        others = found[:, 1:].ravel() if len(columns) == 1000 * 199 else found[1:].ravel()
        assert abs(np.corrcoef(columns, others)[0, 1]) < 0.01


def test_draws_of_a_month_have_places_of_their_own():
    of_month = [name for name, place in vars(draws).items() if name.isupper() and type(place) is int]
    places = {name: vars(draws)[name] for name in of_month}
    monthly = [places[name] for name in MONTHLY]
    assert len(set(monthly)) == len(monthly)
    assert max(monthly) < places["CHILD"]
    assert places["CHILD"] + 21 <= places["PER_MONTH"]


MONTHLY = (
    *("MOVE", "BIRTH", "SICKNESS", "SICK_DAYS", "INJURY", "INJURY_KIND", "INJURY_DAYS", "INJURY_DEGREE"),
    *("ATTENDANCE", "JOB_LOSS", "HOSPITAL", "NIGHTS", "PAYING", "CAUSE_OF_DEATH", "ACCIDENT", "MARRIED"),
    *("SPOUSE_DEATH", "REMARRIAGE", "EDUCATION"),
)
