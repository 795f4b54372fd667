"""Many hands: a process for each processor, for an employer's filing has nothing to do with another's."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING

from nsis.commands.demo.filing import Task
from nsis.commands.demo.world import World, world
from nsis.site.start import start_django

if TYPE_CHECKING:
    from nsis.commands.demo.hand import Hand

LINES_FOR_ONE = 20_000
"""Up to so many lines a single hand is done before others have begun."""


type Carry = Callable[[Iterable[Task]], Iterator[int]]


@contextmanager
def crew(drawn: World, folder: Path | None) -> Iterator[Carry]:
    """What carries tasks and gives the lines of each, in their order."""
    from nsis.commands.demo.hand import Hand

    if drawn.lines <= LINES_FOR_ONE:
        hand = Hand.of(drawn, folder)
        yield lambda tasks: map(hand.carry, tasks)
        return
    pool = ProcessPoolExecutor(
        mp_context=get_context("spawn"),
        initializer=_take_up,
        initargs=(drawn.seed, drawn.share, folder),
    )
    try:
        yield lambda tasks: pool.map(_carry, tasks)
    finally:
        pool.shutdown(cancel_futures=True)


_hands: list["Hand"] = []  # this process's own, one


def _take_up(seed: int, share: float, folder: Path | None) -> None:
    """Draws the same world again, which is quicker than to be told it, and opens a connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    start_django()
    from nsis.commands.demo.hand import Hand

    _hands.append(Hand.of(world(seed=seed, share=share), folder))


def _carry(task: Task) -> int:
    return _hands[0].carry(task)


def _end_with_parent() -> None:
    """Whoever gave the tasks is gone, perhaps killed: nobody waits for this process any more."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
