"""
Persons followed by hand: what the lives asked the law of them, asked again of the interpreted law.

The second way keeps each person's whole record, what is carried and what is drawn in books of its own, from
nothing but the biography: who earned what, when which day of which spell. Every answer has to be the same.
"""

from collections import defaultdict

import numpy as np
import pytest
from tests.projection.lives_world import small_world

from nsis.engine.declarations import PREVIOUS
from nsis.projection.lives.lives import run_block
from nsis.projection.lives.questions import FAMILY
from nsis.terms.reason import QUALIFIED

pytestmark = pytest.mark.slow

YEARS, OF_EACH = 13, 3
COLUMNS = (
    *("insured_by_month", "employee_by_month", "informal_by_month", "matched_by_month", "earnings_by_month"),
    *("sickness_days_by_month", "unemployment_days_by_month", "hospital_nights_by_month"),
)
SPELLS = ("sickness", "injury", "unemployment")


@pytest.fixture(scope="module")
def world():
    return small_world(YEARS, 0.0003, 1, seed=5)


@pytest.fixture(scope="module")
def asked(world):
    """Of some persons of every question, by month: the name, the single facts, the answers."""
    first = defaultdict(dict)
    run_block(
        world, 0, lambda name, month, rows, *_: first[name].update(dict.fromkeys(rows[-OF_EACH:].tolist()))
    )
    chosen = {row for rows in first.values() for row in list(rows)[-OF_EACH:]}
    lives = defaultdict(lambda: defaultdict(list))

    def keep(name, month, rows, columns, results):
        for place in np.flatnonzero(np.isin(rows, list(chosen))):
            facts = {key: int(column[place]) for key, column in columns.items()}
            answers = {key: int(column[place]) for key, column in results.items()}
            lives[int(rows[place])][month].append((name, facts, answers))

    run_block(world, 0, keep)
    return lives


def test_every_question_was_put_to_somebody(world, asked):
    put = {name for life in asked.values() for month in life.values() for name, *_ in month}
    assert put == set(world.questions.targets) - {"price"}


def test_every_answer_is_that_of_the_interpreted_law(world, asked):
    checked = 0
    for life in asked.values():
        checked += By(world).follow(life)
    assert checked > 3_000


class By:
    """One person's books."""

    def __init__(self, world):
        self.world = world
        self.record = {name: [0] * (12 * YEARS) for name in COLUMNS}
        self.carried = defaultdict(int)
        self.pensions = []  # (benefit, amount)
        self.bases = []
        self.begun = {}  # month in which each open spell began
        self.last = {}  # month and days of the last answer of a spell

    def follow(self, life):
        """Every month in order; gives how many answers were compared."""
        checked = 0
        for month in sorted(life):
            self.put, self.next, self.granted = [], {}, []
            # The accounts are asked last, once it is known what was drawn from them.
            for name, facts, answers in sorted(life[month], key=lambda each: each[0] == "in_payment"):
                checked += self.compare(name, month, facts, answers)
            for column, value in self.put:
                self.record[column][month] += value
            self.carried.update(self.next)
        return checked

    def compare(self, name, month, facts, answers):
        law = self.world.laws[month]
        targets = [target for target in self.world.questions.targets[name] if target in law.rules]
        given = self.facts(name, month, facts, law, targets)
        for target, value in law.evaluate(targets, given).items():
            places = law.lowered([target]).places(target)
            values = value if isinstance(value, tuple) else (value,)
            assert [answers[place] for place in places[: len(values)]] == list(values), (name, month, target)
        self.note(name, month, facts, answers)
        return len(targets)

    def facts(self, name, month, facts, law, targets):
        """What this person's case is, of which the record, what is carried and what is drawn are our own."""
        given, start = of_numbers(self.world, law, targets), self.start_of(name, month, facts)
        for fact in law.closure(targets).facts:
            value = self.fact(fact, name, month, start, facts, law.lowered(targets).places(fact))
            if value is not None:
                given[fact] = value
        if name == "idle":
            given["gross_wage"] = 0
        return given

    def fact(self, fact, name, month, start, facts, places):
        """One of them; None where the law's default holds."""
        of, family = self.world.scheme_map, name.startswith(FAMILY)
        if fact in COLUMNS:
            running = name in SPELLS and any(fact in each.record for each in of.of(name))
            return [] if family else self.record[fact][: month if running else start]
        if fact.startswith(PREVIOUS):
            return self.previous(fact, facts)
        if fact in of.drawn and not family:
            return sum(amount for benefit, amount in self.pensions if benefit in of.drawn[fact])
        if len(places) > 1:
            return [facts[place] for place in places] if places[0] in facts else None
        return facts.get(fact)

    def start_of(self, name, month, facts):
        """The month of the contingency: a spell's is that in which it began."""
        if name not in SPELLS:
            return month
        then, days = self.last.get(name, (None, 0))
        day = next(facts[fact] for fact in facts if fact.endswith("_day_from"))
        # A spell of sickness goes on where the month before was full; the others say which day it is.
        goes_on = then == month - 1 and days >= FULL if name == "sickness" else day > 1
        if not goes_on:
            self.begun[name] = month
        return self.begun[name]

    def previous(self, fact, facts):
        """What was carried; of pensions, it must be one that was paid the month before, or none."""
        if fact == f"{PREVIOUS}{self.world.scheme_map.in_payment}":
            known = [amount for _, amount in self.pensions] + self.bases
            assert facts[fact] in (*known, 0)
            return facts[fact]
        return self.carried[fact.removeprefix(PREVIOUS)]

    def note(self, name, month, facts, answers):
        """Into the books, for the months after."""
        of = self.world.scheme_map
        if name in ("employee", "idle"):
            self.next |= {each: answers[each] for each in of.employee.carried}
        elif name == "recorded":
            self.put += [("insured_by_month", 1), ("employee_by_month", 1)]
            self.put.append(("earnings_by_month", answers["recorded_earnings"]))
        elif name == "informal":
            self.next |= {each: answers[each] for each in of.informal.carried}
            self.put += [(column, answers[quantity]) for column, quantity in of.informal.record.items()]
        elif name == "in_payment":
            self.move(facts, answers[of.in_payment])
        if name in SPELLS:
            days = next(facts[fact] for fact in facts if fact.endswith("_days_in_month"))
            self.last[name] = (month, days)
        for benefit in of.of(name):
            self.note_benefit(benefit, answers)
        if name == "old_age" and any(answers[each.name] for each in of.of(name)):
            self.next |= dict.fromkeys(of.employee.carried, 0)

    def note_benefit(self, benefit, answers):
        """Days paid, and what is granted for longer."""
        self.put += [(column, answers[quantity]) for column, quantity in benefit.record.items()]
        if benefit.pension and answers.get(benefit.name, 0):
            self.granted.append((benefit.name, answers[benefit.name]))
        if benefit.base and answers[benefit.base.qualified] == QUALIFIED:
            self.granted.append((None, answers[benefit.base.quantity]))

    def move(self, facts, amount):
        """A pension or a base after this month: it was granted now, or paid the month before."""
        before, awarded = facts[f"{PREVIOUS}{self.world.scheme_map.in_payment}"], facts["pension_awarded"]
        if awarded:
            (benefit,) = [name for name, granted in self.granted if granted == awarded][:1]
        else:
            (benefit,) = [
                name
                for name, paid in [*self.pensions, *((None, base) for base in self.bases)]
                if paid == before
            ][:1]
        if benefit is None:
            self.bases = [base for base in self.bases if base != before] + [amount]
        else:
            self.pensions = [each for each in self.pensions if each != (benefit, before)] + [
                (benefit, amount)
            ]


FULL = 26  # working days of a month


def of_numbers(world, law, targets):
    """Facts that are the same for everybody, as far as they are asked."""
    asked = law.closure(targets).facts
    return {name: number for name, number in world.scheme_map.numbers.items() if name in asked}
