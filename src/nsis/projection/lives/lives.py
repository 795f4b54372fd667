"""Running the lives: blocks of persons on processes, with progress, from where an earlier run left off."""

import gc
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from functools import cache
from pickle import loads

import numpy as np
from cloudpickle import dumps
from loky.process_executor import ProcessPoolExecutor

from nsis.projection.lives.block import Block, Seen
from nsis.projection.lives.classes import Dues
from nsis.projection.lives.happenings import decide
from nsis.projection.lives.result import LivesResult
from nsis.projection.lives.standing import bury, pay_on
from nsis.projection.lives.totals import LABOUR_FORCE, PERSONS, Totals, Whole
from nsis.projection.lives.world import World
from nsis.terms.month import MONTHS_PER_YEAR

Progress = Callable[["Lived"], None]


@dataclass
class Lived:
    """The blocks done so far: their totals together, and the lines of each for the standard errors."""

    blocks: int
    totals: Totals
    amounts: dict[int, Whole] = field(default_factory=dict)  # [year, line] by block
    persons: dict[int, Whole] = field(default_factory=dict)  # [year, column] by block

    @property
    def done(self) -> int:
        """How many blocks."""
        return len(self.amounts)

    def add(self, number: int, totals: Totals) -> None:
        """One more block."""
        self.totals.add(totals)
        self.amounts[number], self.persons[number] = totals.amounts, totals.persons


def run(
    world: World, *, workers: int = 1, progress: Progress | None = None, lived: Lived | None = None
) -> LivesResult:
    """
    All blocks of the world, those of `lived` aside, which an earlier run has done.

    `progress` is told after every block, with all that is done: what it keeps, another run can go on from.
    The result is the same for any number of workers: processes, for threads would wait for each other.
    """
    lived = lived or begin(world)
    left = [number for number in range(world.blocks) if number not in lived.amounts]
    for number, totals in _blocks(world, left, workers):
        lived.add(number, totals)
        if progress is not None:
            progress(lived)
    return result_of(world, lived)


def result_of(world: World, lived: Lived) -> LivesResult:
    """What the blocks that are done come to: all of the world's."""
    order = sorted(lived.amounts)
    return LivesResult(
        world=world,
        totals=lived.totals,
        amounts=np.stack([lived.amounts[number] for number in order]),
        persons=np.stack([lived.persons[number] for number in order]),
    )


def begin(world: World) -> Lived:
    """Nothing done yet."""
    return Lived(world.blocks, _nothing(world))


def run_block(world: World, number: int, seen: Seen | None = None) -> Totals:
    """One block from the first month to the last; `seen` is told what the law is asked."""
    block = Block(world, number, seen)
    for month in range(world.months):
        step(block, month)
    _close(block)
    return block.totals


def step(block: Block, month: int) -> None:
    """One month: biographies, then what is due, what is decided, what is paid, what is put away."""
    block.live(month)
    dues = Dues(block, month)
    dues.employees()
    bury(block, month)
    ended = decide(block, month)
    dues.informal()
    dues.put_away(ended)
    pay_on(block, month)


def _nothing(world: World) -> Totals:
    return Totals.empty(world.columns, years=len(world.years), groups=world.life.groups)


def _blocks(world: World, numbers: Sequence[int], workers: int) -> Iterable[tuple[int, Totals]]:
    """The totals of blocks as they come; no more are begun than there are workers."""
    if min(workers, len(numbers)) <= 1:
        world.prepare()
        yield from ((number, run_block(world, number)) for number in numbers)
        return
    pool, sent = ProcessPoolExecutor(min(workers, len(numbers))), dumps(world)
    waiting, running = list(numbers), dict[Future[Totals], int]()
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                number = waiting.pop(0)
                running[pool.submit(run_sent, sent, number)] = number
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for each in done:
                yield running.pop(each), each.result()
    finally:
        pool.shutdown(kill_workers=True)


def run_sent(world: bytes, number: int) -> Totals:
    """A block of a world that was sent to this process; what it refuses goes back as it is."""
    return run_block(_arrived(world), number)


@cache
def _arrived(world: bytes) -> World:
    """The world, made ready once: a million objects that stay, among which no garbage is to be looked for."""
    found: World = loads(world)  # noqa: S301 - from the process that began this one
    gc.disable()
    try:
        found.prepare()
    finally:
        gc.freeze()
        gc.enable()
    return found


def _close(block: Block) -> None:
    """The last year's sums; everybody in the country in each month, and the labour force."""
    totals, months = block.totals, block.world.months
    block.fold(len(block.world.years) - 1)
    there = np.zeros(months + 1, np.int64)
    np.add.at(there, np.minimum(block.persons["entry"], months), 1)
    np.add.at(there, np.minimum(block.persons["exit"], months), -1)
    by_year = np.cumsum(there)[:months].reshape(-1, MONTHS_PER_YEAR).sum(axis=1)
    totals.persons[:, PERSONS] = by_year
    totals.persons[:, LABOUR_FORCE : LABOUR_FORCE + 3] = totals.counts.sum(axis=(1, 2))[:, [1, 2, 3]]
