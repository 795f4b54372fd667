"""The whole demonstration as values: people, employers, working lives. Same seed and share, same world."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nsis.commands.demo.careers import MONTHS, START, LabourMarket, Spell
from nsis.commands.demo.employers import DemonstrationEmployer, employers
from nsis.commands.demo.filing import Filing
from nsis.commands.demo.incidents import Incidents, incidents
from nsis.commands.demo.payroll import is_at_work, payroll
from nsis.commands.demo.population import AgeGroup, Workforce, people_of_the_upazila, workforce_of
from nsis.commands.demo.styles import style_of
from nsis.commands.demo.workers import Worker, stream, workers
from nsis.terms.month import Month

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
    """Known to the register from the start; other entrants are registered once a return names them."""
    spells: Mapping[int, Sequence[Spell]]
    """By the employer's serial."""
    incidents: Incidents

    @property
    def lines(self) -> int:
        """How many lines the year's returns hold, corrections and repetitions not counted again."""
        return sum(
            is_at_work(spell, month)
            for employer in self.employers
            for month in MONTHS
            if "nil_return" not in self._kinds(employer, month)
            for spell in self.spells[employer.serial]
        )

    def starting_spells(self) -> Iterator[Spell]:
        """Employments that stood before the scheme began."""
        for spells in self.spells.values():
            yield from (spell for spell in spells if spell.starts_on < START)

    def filings(self) -> Iterator[Filing]:
        """What every employer files, month by month, employer by employer."""
        for month in MONTHS:
            for employer in self.employers:
                yield self.filing(employer, month)

    def filing(self, employer: DemonstrationEmployer, month: Month) -> Filing:
        """What one employer files for one month; in a month of a nil return it paid nobody."""
        kinds = self._kinds(employer, month)
        lines = [] if "nil_return" in kinds else payroll(self.spells[employer.serial], month)
        style = style_of(seed=self.seed, employer=employer.serial)
        return Filing(employer, style, month, lines, kinds)

    def _kinds(self, employer: DemonstrationEmployer, month: Month) -> frozenset[str]:
        return self.incidents.get((employer.serial, month), frozenset())


def world(*, seed: int, share: float) -> World:
    """Draws the world: `share` of the upazila's insured workers, over 0 and up to 1."""
    people = people_of_the_upazila()
    workforce = workforce_of(people)
    plan = employers(share=share)
    market = LabourMarket(seed, plan)
    at_start = round(workforce.insured_total * share)
    entering = round(at_start * ENTRANTS_PERCENT / 100)
    staff = list(workers(seed=seed, first=0, count=at_start, insured=workforce.insured))
    entrants = list(workers(seed=seed, first=FIRST_ENTRANT, count=entering, insured=workforce.insured))
    spells: dict[int, list[Spell]] = defaultdict(list)
    for spell in _careers(market, staff, entrants):
        spells[spell.employer.serial].append(spell)
    with_workers = [employer for employer in plan if employer.serial in spells]
    known = [worker for worker in entrants if _is_known(seed, worker)]
    return World(
        seed=seed,
        share=share,
        people=people,
        workforce=workforce,
        employers=with_workers,
        registered=staff + known,
        spells=dict(spells),
        incidents=incidents(with_workers),
    )


def _careers(market: LabourMarket, staff: Sequence[Worker], entrants: Sequence[Worker]) -> Iterator[Spell]:
    for worker in staff:
        yield from market.career(worker)
    for worker in entrants:
        joins_in = stream(market.seed, "entry", worker.serial).choice(MONTHS[1:])
        yield from market.career(worker, joins_in=joins_in)


def _is_known(seed: int, worker: Worker) -> bool:
    return stream(seed, "registered", worker.serial).randrange(100) >= UNREGISTERED_PERCENT
