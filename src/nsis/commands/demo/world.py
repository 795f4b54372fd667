"""The whole demonstration as values: people, employers, working lives. Same seed and share, same world."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from nsis.commands.demo.careers import MONTHS, LabourMarket, Spell
from nsis.commands.demo.employers import DemonstrationEmployer, employers
from nsis.commands.demo.population import AgeGroup, Workforce, people_of_the_upazila, workforce_of
from nsis.commands.demo.workers import Worker, stream, workers

ENTRANTS_PERCENT = 5
"""New to formal work within the year, of those who are at work at the start (assumption)."""
UNREGISTERED_PERCENT = 12
"""Of the entrants, those whom nobody registers before their first return names them (assumption)."""
FIRST_ENTRANT = 50_000
"""Serials of entrants begin here, whatever the share, so that a person stays who they are."""


@dataclass(frozen=True)
class World:
    """The upazila's people, and those of its workers and employers who come into the scheme."""

    seed: int
    share: float
    people: Sequence[AgeGroup]
    workforce: Workforce
    employers: Sequence[DemonstrationEmployer]
    registered: Sequence[Worker]
    spells: dict[int, list[Spell]]
    """By the employer's serial."""

    @property
    def starting_spells(self) -> list[Spell]:
        """Employments that stood before the scheme began."""
        return [
            spell
            for spells in self.spells.values()
            for spell in spells
            if spell.starts_on < MONTHS[0].first_day
        ]


def world(*, seed: int, share: float) -> World:
    """Draws the world: `share` of the upazila's insured workers, from 0 to 1."""
    people = people_of_the_upazila()
    workforce = workforce_of(people)
    plan = employers(share=share)
    market = LabourMarket(seed, plan)
    at_start = round(workforce.insured_total * share)
    registered, spells = [], defaultdict(list)
    for worker in workers(seed=seed, first=0, count=at_start, insured=workforce.insured):
        registered.append(worker)
        for spell in market.career(worker):
            spells[spell.employer.serial].append(spell)
    count = round(at_start * ENTRANTS_PERCENT / 100)
    for worker in workers(seed=seed, first=FIRST_ENTRANT, count=count, insured=workforce.insured):
        draw = stream(seed, "entry", worker.serial)
        if draw.randrange(100) >= UNREGISTERED_PERCENT:
            registered.append(worker)
        for spell in market.career(worker, joins_in=draw.choice(MONTHS[1:])):
            spells[spell.employer.serial].append(spell)
    with_workers = [employer for employer in plan if spells[employer.serial]]
    return World(seed, share, people, workforce, with_workers, registered, dict(spells))
