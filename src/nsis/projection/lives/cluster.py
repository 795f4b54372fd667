"""The lives on a Spark cluster: each worker takes whole blocks and gives back sums, no person travels."""

from typing import TYPE_CHECKING

from nsis.engine.cluster import Sent
from nsis.projection.lives.lives import Lived, Progress, begin, result_of, run_sent
from nsis.projection.lives.result import LivesResult
from nsis.projection.lives.world import World

if TYPE_CHECKING:
    from nsis.engine.cluster import SparkContext

_WAVES = 2  # blocks that are asked for at a time, for each of the cluster's cores


def run_on(
    context: "SparkContext", world: World, *, progress: Progress | None = None, lived: Lived | None = None
) -> LivesResult:
    """
    What `lives.run` gives, to the last bit, from a cluster whose machines hold the same code.

    The world is sent once; its law is compiled where it arrives. Blocks of `lived` are not run again.
    """
    lived, sent = lived or begin(world), Sent(context, world)
    left = [number for number in range(world.blocks) if number not in lived.amounts]
    wave = _WAVES * sent.cores
    for start in range(0, len(left), wave):
        numbers = left[start : start + wave]
        for number, totals in zip(numbers, sent.each(run_sent, numbers), strict=True):
            lived.add(number, totals)
        if progress is not None:
            progress(lived)
    return result_of(world, lived)
