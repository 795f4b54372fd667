"""Employment spells: half-open, never two of one person and employer on one day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.registry.conftest import AT, Workplace

from nsis.registry import queries
from nsis.registry.models import Employment
from nsis.registry.operations.close_employment import close_employment
from nsis.registry.operations.open_employment import open_employment
from nsis.registry.operations.open_employments import NewEmployment, UnknownPersonError, open_employments
from nsis.terms.month import Month
from nsis.terms.period import Period

pytestmark = pytest.mark.django_db
JULY = date(2026, 7, 1)


def spell(person_id, place, starts_on, ends_on=None):
    return open_employment(
        person_id=person_id,
        employer_id=place.employer_id,
        establishment_id=place.establishment_id,
        starts_on=starts_on,
        ends_on=ends_on,
        at=AT,
    )


spells = st.tuples(st.booleans(), st.booleans(), st.integers(0, 20), st.none() | st.integers(1, 10))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=st.lists(spells, max_size=12))
def test_the_database_keeps_spells_apart(make_workplace, make_person, wanted):
    """A spell is refused exactly when it shares a day with one of the same person and the same employer."""
    with transaction.atomic():
        persons, places = [make_person(), make_person()], [make_workplace(), make_workplace()]
        kept: dict[tuple[bool, bool], list[Period]] = {}
        for person, place, start, length in wanted:
            starts_on = JULY + timedelta(start)
            period = Period(starts_on, None if length is None else starts_on + timedelta(length))
            same = kept.setdefault((person, place), [])
            is_free = not any(period.overlaps(other) for other in same)
            try:
                with transaction.atomic():
                    spell(persons[person], places[place], period.start, period.end)
            except IntegrityError:
                assert not is_free
            else:
                assert is_free
                same.append(period)
        transaction.set_rollback(True)


def test_two_employers_in_one_month(make_workplace, make_person):
    """A person may work for two employers at once, and each sees the person in that month only."""
    first, second, person_id = make_workplace(), make_workplace(), make_person()
    spell(person_id, first, JULY, date(2026, 7, 16))
    spell(person_id, second, date(2026, 7, 10))
    for place in (first, second):
        assert [row.person_id for row in queries.employees(place.employer_id, Month(2026, 7))] == [person_id]
    assert queries.employees(first.employer_id, Month(2026, 8)) == []
    assert queries.employees(second.employer_id, Month(2026, 6)) == []


def test_leaving_and_joining_again(workplace, make_person):
    """After the last day a new spell may begin the next day; the end is the first day after the spell."""
    person_id = make_person()
    first = spell(person_id, workplace, JULY)
    close_employment(employment_id=first, ends_on=date(2026, 7, 20))
    spell(person_id, workplace, date(2026, 7, 20))
    rows = queries.employees(workplace.employer_id, Month(2026, 7))
    assert [(row.starts_on, row.ends_on) for row in rows] == [
        (JULY, date(2026, 7, 20)),
        (date(2026, 7, 20), None),
    ]
    with pytest.raises(ValueError, match="cannot end"):
        close_employment(employment_id=first, ends_on=JULY)


def test_an_employment_is_in_the_employers_own_establishment(make_workplace, make_person):
    """The database refuses a spell in another employer's establishment."""
    place, other, person_id = make_workplace(), make_workplace(), make_person()
    mixed = Workplace(place.employer_id, other.establishment_id)
    with pytest.raises(IntegrityError, match="own_establishment"), transaction.atomic():
        spell(person_id, mixed, JULY)


def test_many_are_opened_or_none(workplace, make_person):
    """Bulk opening takes insured numbers; one that nobody has, or an overlap, and none is opened."""
    numbers = [queries.person(make_person()).insured_number for _ in range(3)]

    def rows(*those):
        return [
            NewEmployment(
                insured_number=number,
                employer_id=workplace.employer_id,
                establishment_id=workplace.establishment_id,
                starts_on=JULY,
            )
            for number in those
        ]

    with pytest.raises(UnknownPersonError):
        open_employments(rows=rows(*numbers, "10000000009"), at=AT)
    with pytest.raises(IntegrityError):
        open_employments(rows=rows(*numbers, numbers[0]), at=AT)
    assert not Employment.objects.exists()
    assert open_employments(rows=rows(*numbers), at=AT) == 3
    assert Employment.objects.count() == 3
    assert open_employments(rows=[], at=AT) == 0
