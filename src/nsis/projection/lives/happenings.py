"""What befalls persons in a month, put to the law: each contingency with its own facts."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.lives import draws
from nsis.projection.lives.block import Block
from nsis.projection.lives.person import (
    BECAME_INVALID,
    BORN,
    CLAIMED,
    CLAIMS,
    CLAIMS_INFORMAL,
    DRAWN_INFORMAL,
    FATHERED,
    FELL_SICK,
    HURT,
    IN_HOSPITAL,
    INJURED,
    LOST_JOB,
    SICK,
    TRIED,
    UNEMPLOYED,
)
from nsis.terms.month import MONTHS_PER_YEAR

Column = NDArray[Any]

_JANUARY = 6  # months after July
_DAYS_OF_MONTH = 30  # by which the months of a spell are counted
_ENDLESS = 1 << 40  # days left of a spell that work alone ends


def decide(block: Block, month: int) -> Column:
    """Put the month's contingencies to the law; gives the rows of those who are insured no more."""
    plain = {"birth": BORN, "fatherhood": FATHERED}
    for name, kind in plain.items():
        _once(block, name, month, block.rows(kind), {})
    _hospital(block, month)
    _sickness(block, month)
    _injury(block, month)
    _unemployment(block, month)
    settled = _invalidity(block, month)
    _informal_old_age(block, month)
    return np.concatenate([_old_age(block, month), settled])


def grant(block: Block, name: str, month: int, rows: Column, said: dict[str, Column]) -> dict[str, Column]:
    """Ask, pay what is paid once, put pensions into payment; gives what each benefit grants."""
    results = block.ask(name, month, rows, said)
    granted = {}
    for benefit in block.world.scheme_map.of(name):
        if benefit.name in results:
            granted[benefit.name] = results[benefit.name]
            if benefit.pension:
                _award(block, benefit.name, month, rows, results[benefit.name])
            else:
                block.pay(benefit, month, rows, results[benefit.name])
    return granted


def _once(block: Block, name: str, month: int, rows: Column, said: dict[str, Column]) -> None:
    results = block.ask(name, month, rows, said)
    _pay_and_record(block, name, month, rows, results, awarded=True)


def _pay_and_record(
    block: Block, name: str, month: int, rows: Column, results: Any, *, awarded: bool | Column
) -> None:
    """Pay each benefit of the contingency, and put the days paid into the record."""
    if not results:
        return
    law = block.world.laws[month]
    for benefit in block.world.scheme_map.of(name):
        if benefit.name in results:
            block.pay(benefit, month, rows, results[benefit.name], awarded=awarded is True)
            if benefit.days in results:
                place = block.order.index(benefit.name)
                days = results[benefit.days][results[benefit.name] > 0]
                block.totals.days[month // MONTHS_PER_YEAR, place] += int(days.sum())
            lines = {column: results[quantity] for column, quantity in benefit.record.items()}
            if lines:
                block.record.put(month, rows, lines, law)


def _award(block: Block, name: str, month: int, rows: Column, amounts: Column) -> None:
    """Pensions that begin this month, counted beside the wage of an employee like the person."""
    begun = amounts > 0
    rows, amounts = rows[begun], amounts[begun]
    place, year = block.order.index(name), month // MONTHS_PER_YEAR
    none = np.zeros(len(rows), np.int64)
    persons = block.persons[rows]
    block.pensions.add(
        row=rows,
        cell=block.cells(rows),
        born=persons["birth"],
        exit=persons["exit"],
        benefit=none + block.drawing.index(name),
        amount=none,
        awarded=amounts,
    )
    block.totals.awards[year, place] += len(rows)
    wages = block.world.chances.wages[year]
    block.tallying.award_pensions(
        *(block.persons, rows, amounts, year, wages),
        *(block.totals.awarded[year, place], block.totals.begun[year, place]),
    )


def _hospital(block: Block, month: int) -> None:
    rows = block.rows(IN_HOSPITAL)
    if len(rows):
        nights = block.drawn_from(block.world.contingencies.hospital_spells, rows, month, draws.NIGHTS)
        _once(block, "hospital", month, rows, {"nights": np.minimum(nights, _nights_of_month(block, month))})


def _nights_of_month(block: Block, month: int) -> int:
    return block.world.laws[month].month.days


def _sickness(block: Block, month: int) -> None:
    """Working days of incapacity, counted over the calendar year."""
    spells, world = block.spells["sickness"], block.world
    new = block.rows(FELL_SICK)
    if len(new):
        length = block.drawn_from(world.contingencies.sickness_spells, new, month, draws.SICK_DAYS)
        _begin(block, "sickness", month, new, length, np.zeros(len(new), np.int64))
        block.mark(new, given=SICK)
    spells.keep(block.persons["exit"][spells["row"]] > month)
    if not len(spells):
        return
    rows, calendar_year = spells["row"], (month + _JANUARY) // MONTHS_PER_YEAR
    block.sick_days[rows[block.sick_year[rows] != calendar_year]] = 0
    block.sick_year[rows] = calendar_year
    most = world.scheme_map.working_days_in(world.laws[month])
    days = np.minimum(spells["left"], most)
    before = block.sick_days[rows].astype(np.int64)
    said = {"spell_day": before + 1, "days_before": before, "spell_days": days}
    _ask_spells(block, "sickness", month, said)
    block.sick_days[rows] += days.astype(np.int16)
    spells.pass_days(days)
    _end(block, "sickness", spells["left"] > 0, SICK)


def _injury(block: Block, month: int) -> None:
    """Calendar days of temporary incapacity; what is permanent is put to the law at once."""
    spells, of = block.spells["injury"], block.world.contingencies
    new = block.rows(INJURED)
    if len(new):
        share = of.injury_permanent_share / (1 - of.injury_fatal_share)
        lasting = block.draw(new, month, draws.INJURY_KIND) < share
        _permanent(block, month, new[lasting])
        new = new[~lasting]
        length = block.drawn_from(of.injury_spells, new, month, draws.INJURY_DAYS)
        _begin(block, "injury", month, new, length, block.month_earnings[new])
        block.mark(new, given=HURT)
    spells.keep(block.persons["exit"][spells["row"]] > month)
    if not len(spells):
        return
    days = np.minimum(spells["left"], block.world.laws[month].month.days)
    said = {**_so_far(spells["past"]), "spell_days": days, "month_earnings": spells["earned"]}
    _ask_spells(block, "injury", month, said)
    spells.pass_days(days)
    _end(block, "injury", (spells["left"] > 0) & _within(block, "injury", month), HURT)


def _permanent(block: Block, month: int, rows: Column) -> None:
    of = block.world.contingencies
    if len(rows):
        attended = block.draw(rows, month, draws.ATTENDANCE) < of.injury_attendance_share
        said = {
            "degree": block.drawn_from(of.injury_degrees, rows, month, draws.INJURY_DEGREE),
            "attendance": attended.astype(np.int64),
            "month_earnings": block.month_earnings[rows],
        }
        grant(block, "injury_permanent", month, rows, said)


def _unemployment(block: Block, month: int) -> None:
    """Days since the job was lost, until the state changes."""
    spells, new = block.spells["unemployment"], block.rows(LOST_JOB)
    if len(new):
        none = np.zeros(len(new), np.int64)
        _begin(block, "unemployment", month, new, none + _ENDLESS, none)
    persons = block.persons[spells["row"]]
    still = (persons["exit"] > month) & (persons["state"] == UNEMPLOYED) & (persons["invalid"] >= month)
    spells.keep(still)
    if not len(spells):
        return
    days = np.full(len(spells), block.world.laws[month].month.days, np.int64)
    _ask_spells(block, "unemployment", month, {**_so_far(spells["past"]), "spell_days": days})
    spells.pass_days(days)
    spells.keep(_within(block, "unemployment", month))


def _so_far(days: Column) -> dict[str, Column]:
    """How long a spell has gone on before the month."""
    return {"spell_day": days + 1, "days_before": days, "spell_month": days // _DAYS_OF_MONTH + 1}


def _invalidity(block: Block, month: int) -> Column:
    """Invalidity; the rows of those with whom all is settled by it."""
    rows = block.rows(BECAME_INVALID)
    if not len(rows):
        return rows
    losses = block.world.contingencies.earning_capacity_losses
    said = {"degree": block.drawn_from(losses, rows, month, draws.INJURY_DEGREE)}
    granted, benefits = grant(block, "invalidity", month, rows, said), block.world.scheme_map.benefits
    settling = [amounts > 0 for name, amounts in granted.items() if benefits[name].settles]
    settled: Column = rows[np.logical_or.reduce(settling)] if settling else rows[:0]
    block.mark(settled, given=CLAIMED)
    return settled


def _informal_old_age(block: Block, month: int) -> None:
    """The balance of the account as a pension or at once: it is drawn down in the month."""
    rows, account = block.rows(CLAIMS_INFORMAL), block.world.scheme_map.account
    granted = grant(block, "informal_old_age", month, rows, {}) if len(rows) else {}
    if granted and account is not None:
        paid = np.logical_or.reduce([amounts > 0 for amounts in granted.values()])
        block.account_drawn[rows[paid]] = block.carried[account][rows[paid]]
        block.mark(rows[paid], given=DRAWN_INFORMAL)


def _old_age(block: Block, month: int) -> Column:
    """Claims of old age: once granted, no more."""
    rows = block.rows(CLAIMS)
    granted = grant(block, "old_age", month, rows, {}) if len(rows) else {}
    block.mark(rows, given=TRIED)
    if not granted:
        return rows[:0]
    paid: Column = rows[np.logical_or.reduce([amounts > 0 for amounts in granted.values()])]
    block.mark(paid, given=CLAIMED)
    return paid


def _begin(block: Block, name: str, month: int, rows: Column, length: Column, earned: Column) -> None:
    """Spells that begin, with what the record holds at the contingency."""
    question = block.world.questions.asked[month].get(name)
    law, spells = block.world.laws[month], block.spells[name]
    asked = question.tallies if question else ()
    held = {
        tally.name: block.record.read(tally, month, rows, law)
        for tally in asked
        if tally.name in spells.frozen
    }
    spells.begin(rows, length, earned, held)


def _ask_spells(block: Block, name: str, month: int, said: dict[str, Column]) -> None:
    """Put all spells of a kind to the law; an award is counted with its first payment."""
    spells = block.spells[name]
    frozen = {tally: spells[tally] for tally in spells.frozen}
    said["days_paid"] = spells["given"]
    results = dict(block.ask(name, month, spells["row"], said, frozen))
    for benefit in block.world.scheme_map.of(name):
        if benefit.months in results:
            over = said["spell_month"] > results[benefit.months]
            results[benefit.name] = np.where(over, 0, results[benefit.name])
        if benefit.prorated and benefit.name in results:
            days = np.minimum(said["spell_days"], _DAYS_OF_MONTH)
            results[benefit.name] = results[benefit.name] * days // _DAYS_OF_MONTH
        if benefit.days in results:
            spells["given"] = spells["given"] + results[benefit.days]
    _pay_and_record(block, name, month, spells["row"], results, awarded=False)
    year = month // MONTHS_PER_YEAR
    for benefit in block.world.scheme_map.of(name):
        if benefit.name in results:
            begun = (results[benefit.name] > 0) & (spells["paid"] == 0)
            block.totals.awards[year, block.order.index(benefit.name)] += int(begun.sum())
            spells["paid"][begun] = 1


def _within(block: Block, name: str, month: int) -> Column:
    """Spells whose next month lies within what the law can be asked of."""
    question = block.world.questions.asked[month].get(name)
    past = block.spells[name]["past"]
    if question is None:
        return np.zeros(len(past), bool)
    facts, days = question.step.lowered.facts, {"spell_day": 1, "spell_month": _DAYS_OF_MONTH}
    limits = [
        int(facts[place.name].greatest) * days[place.word] for place in question.places if place.word in days
    ]
    return np.asarray(past < min(limits, default=_ENDLESS), dtype=bool)


def _end(block: Block, name: str, going_on: Column, flag: int) -> None:
    spells = block.spells[name]
    block.mark(spells["row"][~going_on], taken=flag)
    spells.keep(going_on)
