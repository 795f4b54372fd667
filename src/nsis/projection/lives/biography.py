"""
A month of many lives: who works how, what befalls whom. No law is here.

Persons are rows of `person.PERSON`, of which `active` are of working age and were in the country when the
year began. Each kind of row (`person.EMPLOYED` and so on) is listed in its line of `found`, `many` says how
many there are. `now` is the state of each of the active in the month, GONE if they are there no more.
Arrays come singly and each pass is a loop of its own: so the compiler counts no references in it. Passes
go over some thousand of the active at a time, whose rows are still near when the next pass comes.
`compiled` takes this text into the cache of kernels. Equations: docs/theory/lives.md.
"""

from typing import Any

from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives import draws
from nsis.projection.lives.draws import uniform
from nsis.projection.lives.market import drawn_state, next_move, next_state
from nsis.projection.lives.person import (
    AGE,
    BAND,
    BECAME_INVALID,
    BORN,
    CELL,
    CELL_INFORMAL,
    CLAIMED,
    CLAIMS,
    CLAIMS_INFORMAL,
    COVERED,
    COVERS,
    DIED,
    DIED_OF_INJURY,
    DRAWN_INFORMAL,
    EARLIEST,
    EMPLOYED,
    EMPLOYEE,
    EMPLOYEES,
    FATHERED,
    FELL_SICK,
    FEMALE,
    FOUNDER,
    GONE,
    GROUP,
    HOLDS,
    HOLDS_INFORMAL,
    HURT,
    IDLE,
    IN_BAND,
    IN_HOSPITAL,
    INACTIVE,
    INFORMAL,
    INJURED,
    KNOWN,
    LABOUR_FORCE,
    LOST_JOB,
    OF_INFORMAL,
    ONCE_INSURED,
    PAYERS,
    PAYS,
    PERSONS,
    RECORDED,
    RISK,
    SICK,
    TRIED,
    UNDRAWN,
    UNEMPLOYED,
    WAGE,
    age_of,
    cell_of,
)

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")
_inline = njit(inline="always")

TILE = 8192


@_kernel
def move(
    month: int,
    generator: int,
    persons: Array,
    active: Array,
    initial: Array,
    before: Array,
    after: Array,
    involuntary: float,
    now: Array,
    found: Array,
    many: Array,
) -> None:
    """
    Who goes, and the state of those who stay.

    The chances of the twelve steps `before` lead to the month, those `after` from it on. The dead go at the
    start of the month, in the state of the month before.
    """
    died, lost = many[DIED], many[LOST_JOB]
    for place in range(len(active)):
        row = active[place]
        person = persons[row]
        if person.exit <= month:
            now[place] = GONE
            found[DIED, died] = row
            died += person.exit == month and person.dies and person.flags & RECORDED != 0
            continue
        state = person.state
        if state == UNDRAWN:
            person.state = drawn_state(month, generator, person, initial)
        elif person.moves == month:
            person.state = next_state(month, generator, person, before)
        if month % 12 == 0 or person.moves == month:
            person.moves = next_move(month, generator, person, after)
        now[place] = INACTIVE if month > person.invalid else person.state
        if state == EMPLOYEE and now[place] == UNEMPLOYED:
            found[LOST_JOB, lost] = row
            lost += uniform(generator, person.stream, month, draws.JOB_LOSS) < involuntary
    many[DIED], many[LOST_JOB] = died, lost


@_inline
def _count(counts: Array, sex: Any, age: Any, here: Any, force: Any, at_work: Any, once: Any) -> None:
    """Add to the counts of a sex and age: persons stand in that order, so that this is seldom done."""
    counts[sex, age, PERSONS] += here
    counts[sex, age, LABOUR_FORCE] += force
    counts[sex, age, EMPLOYEES] += at_work
    counts[sex, age, ONCE_INSURED] += once


@_kernel
def sort(
    month: int, persons: Array, active: Array, now: Array, found: Array, many: Array, counts: Array
) -> None:
    """
    Rows by what has to be done with them, and counts.

    A row is always written and counted only where it belongs: chance decides where, and a processor that
    guessed would be wrong too often.
    """
    employed, idle, known, banded = many[EMPLOYED], many[IDLE], many[KNOWN], many[IN_BAND]
    last_sex = last_age = here = force = at_work = once = 0
    for place in range(len(active)):
        row, state = active[place], now[place]
        person = persons[row]
        sex, age, flags, there = person.sex, age_of(month, person.cohort), person.flags, state != GONE
        if age != last_age or sex != last_sex:
            _count(counts, last_sex, last_age, here, force, at_work, once)
            last_sex, last_age, here, force, at_work, once = sex, age, 0, 0, 0, 0
        here += there
        force += there & (state != INACTIVE)
        at_work += state == EMPLOYEE
        once += there & (state != INACTIVE) & ((state == EMPLOYEE) | ((flags & RECORDED) != 0))
        found[EMPLOYED, employed] = found[IDLE, idle] = found[KNOWN, known] = found[IN_BAND, banded] = row
        employed += state == EMPLOYEE
        idle += there & (state != EMPLOYEE) & ((flags & (HOLDS | CLAIMED)) == HOLDS)
        known += there & ((flags & RECORDED) != 0)
        banded += there & (((state == INFORMAL) & (person.band > 0)) | ((flags & HOLDS_INFORMAL) != 0))
    _count(counts, last_sex, last_age, here, force, at_work, once)
    many[EMPLOYED], many[IDLE], many[KNOWN], many[IN_BAND] = employed, idle, known, banded


@_kernel
def at_work(
    month: int,
    generator: int,
    persons: Array,
    first: int,
    wages: Array,
    sickness: Array,
    injury: Array,
    found: Array,
    many: Array,
    given: int,
    cohorts: int,
    told: Array,
) -> None:
    """
    Employees from the `first` on: in `told` what is asked of all of them, and what befalls them.

    From wages [sex, age, group], chances [sex, age] and [risk class]. Who is in a spell begins no other. They
    are `given` flags, which count from the next month on.
    """
    sick, injured = many[FELL_SICK], many[INJURED]
    for place in range(first, many[EMPLOYED]):
        row = found[EMPLOYED, place]
        person = persons[row]
        person.flags |= given
        sex, age = person.sex, age_of(month, person.cohort)
        told[WAGE, place] = wages[sex, age, person.group]
        told[AGE, place], told[RISK, place] = month - person.birth, person.risk
        told[CELL, place] = cell_of(person, cohorts, wages.shape[2])
        chance = uniform(generator, person.stream, month, draws.SICKNESS)
        if chance < sickness[sex, age] and not person.flags & SICK:
            found[FELL_SICK, sick] = row
            sick += 1
        chance = uniform(generator, person.stream, month, draws.INJURY)
        if chance < injury[person.risk - 1] and not person.flags & HURT:
            found[INJURED, injured] = row
            injured += 1
    many[FELL_SICK], many[INJURED] = sick, injured


@_kernel
def buy(
    month: int,
    generator: int,
    persons: Array,
    first: int,
    hospital: Array,
    paid_months: float,
    due: int,
    found: Array,
    many: Array,
    given: int,
    groups: int,
    cohorts: int,
    told: Array,
    counts: Array,
) -> None:
    """
    The informal class from the `first` on, with what is asked of all in `told`; who is in hospital.

    Who draws what is carried, from the age `due` on, pays in no more; who pays in is `given` flags.
    """
    due_now, ill = many[OF_INFORMAL], many[IN_HOSPITAL]
    for place in range(first, many[IN_BAND]):
        row = found[IN_BAND, place]
        person = persons[row]
        holds = person.flags & HOLDS_INFORMAL != 0
        covered, pays = person.state == INFORMAL and person.band > 0 and month <= person.invalid, False
        if covered:
            sex, age = person.sex, age_of(month, person.cohort)
            counts[sex, age, COVERED] += 1
            if uniform(generator, person.stream, month, draws.HOSPITAL) < hospital[sex, age]:
                found[IN_HOSPITAL, ill] = row
                ill += 1
            pays = uniform(generator, person.stream, month, draws.PAYING) < paid_months
            draws_it = (month - person.birth >= due and holds) or person.flags & DRAWN_INFORMAL
            pays = pays and not draws_it
            person.flags |= given * pays
            counts[sex, age, PAYERS] += pays
            counts[sex, age, ONCE_INSURED] += pays and person.flags & RECORDED == 0
        found[OF_INFORMAL, due_now] = row
        told[PAYS, due_now], told[COVERS, due_now] = pays, covered
        told[BAND, due_now], told[GROUP, due_now] = max(person.band, 1), person.group
        told[CELL_INFORMAL, due_now] = cell_of(person, cohorts, groups)
        due_now += pays or holds
    many[OF_INFORMAL], many[IN_HOSPITAL] = due_now, ill


@_kernel
def befall(
    month: int,
    generator: int,
    persons: Array,
    first: int,
    birth: Array,
    due: int,
    due_informal: int,
    found: Array,
    many: Array,
) -> None:
    """
    Births, fatherhood, invalidity and claims of whoever has a record, from the `first` on.

    Old age is claimed at the age `due` and the person's own months after it, then on each birthday until it
    is granted; who is invalid claims as soon as it is due.
    """
    born, fathered, invalid = many[BORN], many[FATHERED], many[BECAME_INVALID]
    claims, informal = many[CLAIMS], many[CLAIMS_INFORMAL]
    for place in range(first, many[KNOWN]):
        row = found[KNOWN, place]
        person = persons[row]
        chance = birth[person.sex, age_of(month, person.cohort)]
        if chance > 0 and uniform(generator, person.stream, month, draws.BIRTH) < chance:
            if person.sex == FEMALE:
                found[BORN, born] = row
                born += 1
            else:
                found[FATHERED, fathered] = row
                fathered += 1
        if month == person.invalid:
            found[BECAME_INVALID, invalid] = row
            invalid += 1
        months = month - person.birth
        if months >= due - EARLIEST and not person.flags & CLAIMED:
            later = 0 if month >= person.invalid else person.claim
            if months >= due + later and (not person.flags & TRIED or months % 12 == 0):
                found[CLAIMS, claims] = row
                claims += 1
        if months >= due_informal and person.flags & HOLDS_INFORMAL:
            found[CLAIMS_INFORMAL, informal] = row
            informal += 1
    many[BORN], many[FATHERED], many[BECAME_INVALID] = born, fathered, invalid
    many[CLAIMS], many[CLAIMS_INFORMAL] = claims, informal


@_kernel
def live(
    month: int,
    generator: int,
    persons: Array,
    active: Array,
    initial: Array,
    before: Array,
    after: Array,
    involuntary: float,
    wages: Array,
    sickness: Array,
    injury: Array,
    hospital: Array,
    paid_months: float,
    birth: Array,
    due: int,
    due_informal: int,
    marks: int,
    cohorts: int,
    now: Array,
    found: Array,
    many: Array,
    told: Array,
    told_informal: Array,
    counts: Array,
) -> None:
    """The `month`th month of the run, pass by pass; `marks` are flags for who works."""
    many[:] = 0
    joined = FOUNDER if month == 0 else 0
    for start in range(0, len(active), TILE):
        stop = min(start + TILE, len(active))
        rows, states = active[start:stop], now[start:stop]
        move(month, generator, persons, rows, initial, before, after, involuntary, states, found, many)
        employed, known, banded = many[EMPLOYED], many[KNOWN], many[IN_BAND]
        sort(month, persons, rows, states, found, many, counts)
        at_work(
            *(month, generator, persons, employed, wages, sickness, injury, found, many),
            *(marks | joined, cohorts, told),
        )
        buy(
            *(month, generator, persons, banded, hospital, paid_months, due_informal, found, many),
            *(joined, wages.shape[2], cohorts, told_informal, counts),
        )
        befall(month, generator, persons, known, birth, due, due_informal, found, many)


@_kernel
def of_injury(
    month: int, generator: int, persons: Array, death: Array, fatal: Array, found: Array, many: Array
) -> None:
    """Those of the dead who died of an injury at work, from chances [sex, age] and [risk class] (eq. 8)."""
    injured = 0
    for place in range(many[DIED]):
        row = found[DIED, place]
        person = persons[row]
        if person.state == EMPLOYEE and month <= person.invalid:
            chance = uniform(generator, person.stream, month, draws.CAUSE_OF_DEATH)
            if chance * death[person.sex, age_of(month, person.cohort)] < fatal[person.risk - 1]:
                found[DIED_OF_INJURY, injured] = row
                injured += 1
    many[DIED_OF_INJURY] = injured


@_kernel
def drawn(persons: Array, rows: Array, generator: int, month: int, draw: int, out: Array) -> None:
    """`out`: the number of one draw of the month for each of some rows."""
    for place in range(len(rows)):
        out[place] = uniform(generator, persons[rows[place]].stream, month, draw)
