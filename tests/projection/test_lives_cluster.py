"""The lives on a Spark cluster give what they give here, to the last bit."""

from pathlib import Path

import numpy as np
import pytest
from tests.engine.spark_master import spark_or_skip, standalone
from tests.projection.lives_world import small_world

from nsis.engine.cluster import session
from nsis.projection.lives import lives
from nsis.projection.lives.cluster import run_on

pytestmark = [pytest.mark.spark, pytest.mark.slow]

ROOT = Path(__file__).parents[2]


def test_blocks_on_a_cluster_are_those_of_this_machine(tmp_path):
    spark_or_skip()
    world, told = small_world(3, 0.0005, 5), []
    here = lives.run(world)
    with (
        standalone(tmp_path, paths=(ROOT,)) as master,
        session(master, {"spark.executor.memory": "512m"}) as context,
    ):
        there = run_on(context, world, progress=lambda lived: told.append(lived.done))
    assert told == [4, 5]
    for name, array in here.totals.arrays().items():
        assert np.array_equal(array, there.totals.arrays()[name])
    assert np.array_equal(here.amounts, there.amounts)
