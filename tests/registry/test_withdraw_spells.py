"""What a return said about joining and leaving is taken back with it, exactly."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.registry.test_match_employments import AUGUST, JULY, OLD, july, match, opened, recorded

from nsis.foundation.fields import new_id
from nsis.registry import queries
from nsis.registry.models import Employment
from nsis.registry.operations.withdraw_spells import Support, withdraw_spells

MONTHS = (JULY, AUGUST, AUGUST + 1)


class Returns:
    """The returns of one employer that stand: each with its month and the spells that it stands on."""

    def __init__(self, place) -> None:
        self.place = place
        self.standing: dict = {}

    def send(self, month, *lines):
        """Match a return; one that contradicts the registry leaves nothing. Its id, or None."""
        source = new_id()
        with transaction.atomic():
            if any(reason for reason, *_ in match(self.place, month, *lines, source=source)):
                transaction.set_rollback(True)
                return None
            with connection.cursor() as cursor:
                cursor.execute("SELECT employment_id FROM sent_employment")
                self.standing[source] = month, {row[0] for row in cursor.fetchall()}
        return source

    def withdraw(self, source) -> None:
        """Take a return back, and say which of the others stand on its spells."""
        del self.standing[source]
        supports = [
            Support(employment_id=spell, source=other, month=month)
            for spell in queries.spells_begun_by(self.place.employer_id, source)
            for month, other in sorted((m, o) for o, (m, spells) in self.standing.items() if spell in spells)[
                :1
            ]
        ]
        withdraw_spells(employer_id=self.place.employer_id, source=source, supports=supports)


@pytest.fixture
def returns(workplace) -> Returns:
    return Returns(workplace)


@pytest.fixture
def karim(make_person):
    return make_person()


def spells() -> list[tuple]:
    """Every spell that has a day, with whose word its dates are."""
    told = Employment.objects.exclude(period__isempty=True).order_by("person_id", "period")
    return list(
        told.values_list(
            *("id", "person_id", "period", "start_told_by", "start_before", "end_told_by", "end_before")
        )
    )


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (None, (july(10), july(20))),
        ((OLD, None), (None, july(20))),
        ((OLD, july(16)), (None, july(20))),
        ((july(5), None), (july(10), None)),
    ],
)
def test_one_return_leaves_no_trace(returns, workplace, karim, known, line):
    """What it opened is gone; what it moved is where the registry itself had it."""
    if known:
        opened(workplace, karim, *known)
    before = spells()
    source = returns.send(JULY, (karim, *line))
    assert spells() != before
    returns.withdraw(source)
    assert spells() == before


def test_the_next_return_keeps_the_spell_from_its_own_month_on(returns, karim):
    """August stands on a spell that July opened: without July it begins in August; July may date it anew."""
    first = returns.send(JULY, (karim, july(10)))
    august = returns.send(AUGUST, (karim,))
    returns.withdraw(first)
    assert recorded() == [(date(2026, 8, 1), None)]
    again = returns.send(JULY, (karim,))
    assert recorded() == [(july(1), None)]
    returns.withdraw(august)
    assert recorded() == [(july(1), None)]
    returns.withdraw(again)
    assert spells() == []


def test_what_another_return_said_since_stays(returns, karim):
    """July opened, August closed: without July the end is August's still."""
    first = returns.send(JULY, (karim, july(10)))
    returns.send(AUGUST, (karim, None, date(2026, 8, 15)))
    returns.withdraw(first)
    assert recorded() == [(date(2026, 8, 1), date(2026, 8, 16))]


def test_leaving_and_joining_again_is_one_employment_once_more(returns, workplace, karim):
    """Both spells are made one again, though on the way they would have shared days."""
    opened(workplace, karim, OLD)
    source = returns.send(JULY, (karim, july(20)), (karim, OLD, july(5)))
    assert len(spells()) == 2
    returns.withdraw(source)
    assert recorded()[-1] == (OLD, None) or recorded()[0] == (OLD, None)
    assert len(spells()) == 1


days = st.integers(-40, 100).map(lambda number: july(1) + timedelta(number))
lines = st.lists(st.tuples(st.integers(0, 1), st.none() | days, st.none() | days), max_size=3)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(known=lines, sent=st.lists(st.tuples(st.sampled_from(MONTHS), lines), max_size=5), order=st.randoms())
def test_in_whatever_order_returns_come_and_go(workplace, make_person, known, sent, order):
    """Returns of any months, one a month, sent and taken back in any order: never an error, and once the last
    is gone the registry says what it said by itself, to the day."""
    with transaction.atomic():
        persons, returns = [make_person(), make_person()], Returns(workplace)
        match(workplace, JULY - 1, *((persons[who], *dates) for who, *dates in known))
        Employment.objects.update(start_told_by=None, start_before=None, end_told_by=None, end_before=None)
        before = spells()
        for month, those in sent:
            for other in [source for source, (its, _) in returns.standing.items() if its == month]:
                returns.withdraw(other)
            returns.send(month, *((persons[who], *dates) for who, *dates in those))
        for source in order.sample(list(returns.standing), len(returns.standing)):
            returns.withdraw(source)
        assert spells() == before
        transaction.set_rollback(True)
