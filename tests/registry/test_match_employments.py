"""Lines of a return meet the spells of the registry: found, opened, closed, corrected or refused."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.registry.conftest import AT

from nsis.foundation.fields import new_id
from nsis.registry.faults import EMPLOYMENT_REASONS
from nsis.registry.models import Employment
from nsis.registry.operations.match_employments import match_employments
from nsis.registry.operations.open_employment import open_employment
from nsis.terms.month import Month

JULY, AUGUST = Month(2026, 7), Month(2026, 8)
OLD = date(2024, 1, 10)


def july(day: int) -> date:
    return date(2026, 7, day)


def match(place, month, *lines, source=None):
    """Match lines of (person, joined, left, establishment); gives (reason, start, end) of each."""
    source = source or new_id()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS sent")
        cursor.execute("""CREATE TEMP TABLE sent (line int, person_id uuid, joined_on date, left_on date,
                          establishment_id uuid, reason int, period int, risk_class int)""")
        for number, line in enumerate(lines, 1):
            row = [number, *line, *[None] * (4 - len(line))]
            cursor.execute("INSERT INTO sent VALUES (%s, %s, %s, %s, %s)", row)
        match_employments(
            cursor=cursor, staging="sent", employer_id=place.employer_id, month=month, source=source, at=AT
        )
        cursor.execute("SELECT reason, starts_on, ends_on FROM sent_employment ORDER BY line")
        return cursor.fetchall()


def recorded() -> list[tuple[date, date | None]]:
    """Every spell in the registry, by start."""
    spells = Employment.objects.order_by("period", "person_id")
    return [(spell.period.lower, spell.period.upper) for spell in spells]


@pytest.fixture
def karim(make_person):
    return make_person()


def opened(place, person_id, starts_on, ends_on=None):
    return open_employment(
        person_id=person_id,
        employer_id=place.employer_id,
        establishment_id=place.establishment_id,
        starts_on=starts_on,
        ends_on=ends_on,
        at=AT,
    )


def test_a_missing_spell_is_opened(workplace, make_person):
    """From the joining date if there is one, else from the first of the month; until the leaving date."""
    a, b, c = make_person(), make_person(), make_person()
    assert match(workplace, JULY, (a,), (b, OLD), (c, july(10), july(20)), (None,)) == [
        ("", july(1), None),
        ("", OLD, None),
        ("", july(10), july(21)),
    ]
    assert recorded() == [(OLD, None), (july(1), None), (july(10), july(21))]


def test_a_known_spell_is_found_and_left_alone(workplace, karim):
    """With the same or an earlier joining date, or none, nothing changes."""
    opened(workplace, karim, OLD)
    for joined_on in (None, OLD, date(2023, 1, 1)):
        assert match(workplace, JULY, (karim, joined_on)) == [("", OLD, None)]
    assert recorded() == [(OLD, None)]


def test_leaving_closes_the_spell_and_a_correction_moves_its_end(workplace, karim):
    """The end is the day after the last; a corrected return of the same month may move it either way."""
    opened(workplace, karim, OLD)
    for day in (20, 10, 25):
        assert match(workplace, JULY, (karim, None, july(day))) == [("", OLD, july(day + 1))]
    assert match(workplace, JULY, (karim,)) == [("", OLD, july(26))]
    assert recorded() == [(OLD, july(26))]


def test_a_correction_moves_a_start_within_its_month(workplace, karim):
    """What July's return opened, July's corrected return may date otherwise; August's may not."""
    match(workplace, JULY, (karim, july(10)))
    assert match(workplace, JULY, (karim, july(5))) == [("", july(5), None)]
    assert match(workplace, JULY, (karim, july(12))) == [("", july(12), None)]
    assert match(workplace, AUGUST, (karim, OLD)) == [("", july(12), None)]
    assert match(workplace, JULY, (karim, OLD)) == [("", OLD, None)]
    assert recorded() == [(OLD, None)]


def test_leaving_and_joining_again_within_the_month(workplace, karim):
    """Two lines of one person with separate days are two spells, in whichever order they stand."""
    opened(workplace, karim, OLD)
    lines = [(karim, july(20)), (karim, OLD, july(5))]
    for _ in range(2):
        assert match(workplace, JULY, *lines) == [("", july(20), None), ("", OLD, july(6))]
    assert recorded() == [(OLD, july(6)), (july(20), None)]


def test_a_late_return_begins_the_spell_earlier(workplace, karim):
    """August's return was first and supposed that the person joined on its first day: July's knows better."""
    match(workplace, AUGUST, (karim,))
    assert match(workplace, JULY, (karim, july(10))) == [("", july(10), None)]
    assert recorded() == [(july(10), None)]


@pytest.mark.parametrize("is_returns_word", [False, True])
def test_a_late_return_opens_up_to_the_next_spell(workplace, karim, is_returns_word):
    """What begins later, or on the first of the next month by the registry's own word, stays by itself."""
    begins = date(2026, 8, 5 if is_returns_word else 1)
    match(workplace, AUGUST, (karim, begins)) if is_returns_word else opened(workplace, karim, begins)
    assert match(workplace, JULY, (karim,)) == [("", july(1), begins)]
    assert recorded() == [(july(1), begins), (begins, None)]


@pytest.mark.parametrize(
    ("spell", "line", "reason"),
    [
        # Joined after the month, left before it, left before joining.
        ((OLD, None), (date(2026, 8, 1), None), "outside"),
        ((OLD, None), (None, date(2026, 6, 30)), "outside"),
        ((OLD, None), (july(9), july(8)), "outside"),
        # The registry knows that the person left: the old joining date does not bring them back.
        ((OLD, date(2026, 6, 15)), (OLD, None), "ended"),
        # "Joined in July" against a spell that has been running since 2024.
        ((OLD, None), (july(3), None), "overlap"),
        # "Left in July" against an end that is known to be in a later month.
        ((OLD, date(2026, 9, 1)), (None, july(20)), "overlap"),
    ],
)
def test_what_contradicts_the_registry_is_refused(workplace, karim, spell, line, reason):
    """A line that contradicts a spell gets a reason and no spell; the registry is not touched."""
    opened(workplace, karim, *spell)
    assert match(workplace, JULY, (karim, *line)) == [(reason, None, None)]
    assert recorded() == [spell]


def test_a_moved_end_may_not_run_into_the_next_spell(workplace, karim):
    """The left day of the first spell is moved into the second: refused, both stay."""
    opened(workplace, karim, OLD, july(6))
    opened(workplace, karim, july(20))
    assert match(workplace, JULY, (karim, OLD, july(25))) == [("overlap", None, None)]
    assert recorded() == [(OLD, july(6)), (july(20), None)]


def test_the_second_line_about_one_employment_is_refused(workplace, karim, make_person):
    """Whether the spell was known or is opened by the first line."""
    opened(workplace, karim, OLD)
    other = make_person()
    assert match(workplace, JULY, (karim,), (other,), (karim, OLD), (other,)) == [
        ("", OLD, None),
        ("", july(1), None),
        ("twice", None, None),
        ("twice", None, None),
    ]


def test_the_establishment_is_known_or_stated(workplace, make_workplace, make_person):
    """With two establishments a new employment states which, of the same employer; a spell keeps its own."""
    second = make_workplace(workplace.employer_id, risk_class=5)
    strange = make_workplace()
    a, b, c, d = (make_person() for _ in range(4))
    opened(workplace, d, OLD)
    assert match(
        workplace,
        JULY,
        (a, None, None, second.establishment_id),
        (b,),
        (c, None, None, strange.establishment_id),
        (d, None, None, second.establishment_id),
    ) == [
        ("", july(1), None),
        ("no_establishment", None, None),
        ("no_establishment", None, None),
        ("elsewhere", None, None),
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT line, risk_class, employment_id FROM sent_employment WHERE reason = ''")
        assert cursor.fetchall() == [(1, 5, Employment.objects.get(person_id=a).id)]


def test_other_employers_spells_do_not_matter(workplace, make_workplace, karim):
    """A spell with another employer is neither found nor in the way."""
    opened(make_workplace(), karim, OLD)
    assert match(workplace, JULY, (karim, OLD)) == [("", OLD, None)]


days = st.integers(-40, 70).map(lambda number: july(1) + timedelta(number))
lines = st.lists(st.tuples(st.integers(0, 2), st.none() | days, st.none() | days), max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(known=lines, sent=lines)
def test_any_return_meets_any_registry(workplace, make_person, known, sent):
    """Never an error; every line has a spell with a day in the month, or a reason; no employment serves two
    lines; and a return that was taken whole finds the same when it comes again, and changes nothing."""
    with transaction.atomic():
        persons = [make_person() for _ in range(3)]
        match(workplace, Month(2026, 6), *((persons[who], *dates) for who, *dates in known))
        those = [(persons[who], *dates) for who, *dates in sent]
        found = match(workplace, JULY, *those)
        after = recorded()
        assert len(found) == len(sent)
        for reason, starts_on, ends_on in found:
            if reason:
                assert reason in EMPLOYMENT_REASONS
                assert starts_on is ends_on is None
            else:
                assert starts_on <= july(31)
                assert ends_on is None or ends_on > july(1)
                assert (starts_on, ends_on) in after
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(employment_id), count(DISTINCT employment_id) FROM sent_employment")
            [(every, distinct)] = cursor.fetchall()
        assert every == distinct
        if not any(reason for reason, *_ in found):
            assert match(workplace, JULY, *those) == found
            assert recorded() == after
        transaction.set_rollback(True)
