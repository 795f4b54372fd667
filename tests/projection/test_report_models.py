"""Lives that are done stand on disk: a run that was stopped goes on from there, to the same end."""

import numpy as np
import pytest
from tests.projection.report_findings import NSIS

from nsis.law import scheme as scheme_named
from nsis.projection import models
from nsis.projection.request import Request, world_of

pytestmark = pytest.mark.slow
YEARS = (2026, 2027)


@pytest.fixture(autouse=True)
def one_process(monkeypatch):
    """Nothing here rests on how many there are: `test_lives` has them."""
    monkeypatch.setattr(models.os, "cpu_count", lambda: 1)


def request_of(baseline) -> Request:
    """Two years, about a thousand persons."""
    law = scheme_named(NSIS)
    return Request(law, (), baseline, YEARS, 1e-5, 3, 0, False, False, "nsis project")


def test_a_stopped_run_goes_on_where_it_was(baseline, tmp_path):
    """Stopped after three blocks: the rest are lived, the three are not, and every line is as in one go."""
    request = request_of(baseline)
    world = world_of(request.scheme, baseline, YEARS)
    told = []

    def stop_after_three(what, done, of):
        if what is models.LIVING:
            told.append(done)
            if done == 3:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        models.by_lives(world, request, tmp_path / "stopped", stop_after_three)
    again = []
    resumed = models.by_lives(world, request, tmp_path / "stopped", lambda *step: again.append(step))
    assert min(done for what, done, _ in again if what is models.LIVING) == 3
    whole = models.by_lives(world, request, tmp_path / "whole", lambda *_: None)
    for name, paid in whole.lines.benefits.items():
        np.testing.assert_array_equal(resumed.lines.benefits[name], paid)
    np.testing.assert_array_equal(resumed.distribution.replacement, whole.distribution.replacement)
    assert len(resumed.agreement) == len(whole.agreement) > 10


def test_the_closed_group_is_part_of_all_and_fades(baseline, tmp_path):
    """Its lines are within everybody's; of what is earned it has less each year; days are told."""
    request = request_of(baseline)
    found = models.by_lives(world_of(request.scheme, baseline, YEARS), request, None, lambda *_: None)
    closed, every = found.closed, found.lines
    for of_closed, of_all in ((closed.contributions, every.contributions), (closed.benefits, every.benefits)):
        assert all((of_closed[line] <= of_all[line] + 1e-6).all() for line in of_all)
    share = closed.insurable_earnings / every.insurable_earnings
    assert 1 > share[0] > share[1] > 0
    days = found.experience.days["maternity_benefit"]
    assert ((days > 0) == (every.benefits["maternity_benefit"] > 0)).all()
    assert set(found.experience.capital) == {"injury_pension"}
