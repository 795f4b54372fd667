"""The lives as a whole: one result for any processes and laws, closed in every sum, near what is assumed."""

from dataclasses import fields, replace
from pickle import loads

import numpy as np
import pytest
from cloudpickle import dumps
from tests.projection.lives_world import small_world

from nsis.projection.lives import lives
from nsis.projection.lives.block import Block
from nsis.projection.lives.chances import edges_of
from nsis.projection.lives.totals import EMPLOYEES, LABOUR_FORCE
from nsis.projection.messages import ProjectionRefused

pytestmark = pytest.mark.slow

YEARS, SAMPLE, BLOCKS = 6, 0.001, 4
GRACE = 5.0  # standard errors


@pytest.fixture(scope="module")
def world():
    return small_world(YEARS, SAMPLE, BLOCKS)


@pytest.fixture(scope="module")
def result(world):
    return lives.run(world)


def same(one, other):
    return all(np.array_equal(array, other.arrays()[name]) for name, array in one.arrays().items())


def test_sums_are_equal_to_the_last_poisha_for_any_number_of_processes(world, result):
    for workers in (2, 3):
        assert same(lives.run(world, workers=workers).totals, result.totals)


def test_a_world_is_sent_without_what_has_been_made_of_it(world, result):
    """A kernel that is sent would be compiled anew where it arrives, for half a minute."""
    assert "questions" in vars(world)
    assert set(vars(loads(dumps(world)))) == {each.name for each in fields(world)}


def test_a_run_goes_on_from_what_an_earlier_one_has_done(world, result):
    told = []

    class StoppedError(Exception):
        pass

    def stop(lived):
        told.append(lived.done)
        if lived.done == 2:
            raise StoppedError

    kept = lives.begin(world)
    with pytest.raises(StoppedError):
        lives.run(world, progress=stop, lived=kept)
    went_on = lives.run(world, progress=lambda lived: told.append(lived.done), lived=kept)
    assert told == [1, 2, 3, 4]
    assert same(went_on.totals, result.totals)
    assert np.array_equal(went_on.amounts, result.amounts)


def test_the_same_persons_live_the_same_lives_under_another_law(world, result):
    reformed = lives.run(small_world(YEARS, SAMPLE, BLOCKS, reform="maternity-2027"))
    assert np.array_equal(reformed.totals.counts, result.totals.counts)
    ours, theirs = result.lines, reformed.lines
    changed = {
        line for line in ours.contributions if (ours.contributions[line] != theirs.contributions[line]).any()
    }
    assert changed == {("maternity", "worker")}
    differing = {name for name in ours.benefits if (ours.benefits[name] != theirs.benefits[name]).any()}
    assert differing == {"maternity_benefit", "parental_benefit"}
    assert (theirs.benefits["maternity_benefit"] >= ours.benefits["maternity_benefit"]).all()


def test_another_generator_gives_other_lives_with_the_same_means(result):
    other = lives.run(small_world(YEARS, SAMPLE, BLOCKS, generator="philox4x32"))
    assert not same(other.totals, result.totals)
    for name in ("employees", "labour_force", "insurable_earnings"):
        error = np.hypot(getattr(other.errors, name), getattr(result.errors, name))
        assert (abs(getattr(other.lines, name) - getattr(result.lines, name)) < GRACE * error).all()


def test_every_amount_stands_in_each_distribution(result):
    totals = result.totals
    assert np.array_equal(totals.by_group.sum(axis=(2, 3)), totals.amounts)
    assert np.array_equal(totals.by_cohort.sum(axis=(2, 3, 4)), totals.amounts)
    assert np.array_equal(result.amounts.sum(axis=0), totals.amounts)
    assert np.array_equal(
        totals.awarded[..., 0].sum(axis=(2, 3))[:, pensions(result)], totals.awards[:, pensions(result)]
    )
    assert (totals.poor <= totals.paid).all()


def pensions(result):
    return [place for place, each in enumerate(result.world.scheme_map.benefits.values()) if each.pension]


def test_states_follow_the_shares_of_the_labour_market():
    world = small_world(4, 0.004, 1)
    block = Block(world, 0)
    for month in range(48):
        block.live(month)
        if month in (0, 1, 13, 24, 47):
            there = present(block.persons, month)
            expected = expected_shares(world.labour.shares, there, month)
            found = np.stack([there["state"] == state for state in range(4)], axis=1)
            error = np.sqrt((expected * (1 - expected)).sum(axis=0))
            assert (abs(found.sum(axis=0) - expected.sum(axis=0)) < GRACE * error).all()


def present(persons, month):
    """Those of working age who are in the country, as they are now."""
    return persons[(persons["exit"] > month) & (persons["state"] >= 0)].copy()


def expected_shares(shares, persons, month):
    """The chance of each state [person, state], straight between the 1 Julys of the cohort."""
    year, part = divmod(month, 12)
    age = np.minimum(year - persons["cohort"] - 1, 110)
    start, end = shares[year, persons["sex"], age], shares[year + 1, persons["sex"], np.minimum(age + 1, 110)]
    return start + (end - start) * part / 12


def test_a_state_lasts_as_long_as_the_chances_say():
    world = small_world(4, 0.004, 1)
    block = Block(world, 0)
    block.live(0)
    left = expected = 0
    for month in range(1, 24):
        before = present(block.persons, month)
        block.live(month)
        if month % 12:
            after = present(block.persons, month)
            age = np.minimum((month - 1) // 12 - before["cohort"] - 1, 110)
            stays = world.chances.moves[month - 1, before["sex"], age, before["state"], before["state"]]
            left += (after["state"] != before["state"]).sum()
            expected += (1 - stays).sum()
    assert abs(left - expected) < GRACE * np.sqrt(expected)


def test_persons_are_those_of_the_population(world, result):
    first = world.population.years.index(world.years[0])
    mean = world.population.persons[first : first + YEARS + 1, 0].sum(axis=(1, 2))
    mean = (mean[:-1] + mean[1:]) / 2
    assert result.lines.population == pytest.approx(mean, rel=0.004)


def test_numbers_of_persons_meet_every_total_to_less_than_one(world):
    edges = edges_of(world.cells, world.sample)
    assert abs(edges - np.concatenate([[0], np.cumsum(world.cells.persons)]) * world.sample).max() <= 0.5
    numbers = np.concatenate([Block(world, number).numbers for number in range(BLOCKS)])
    assert np.array_equal(np.sort(numbers), np.arange(edges[-1]))


def test_standard_errors_are_those_of_the_blocks(result):
    errors = result.errors.insurable_earnings
    taka = result.amounts[..., -1] * result.gross / 100
    by_hand = [np.sqrt(BLOCKS * np.var(taka[:, year], ddof=1)) for year in range(YEARS)]
    assert errors == pytest.approx(np.array(by_hand))
    assert (errors < 0.05 * result.lines.insurable_earnings).all()


def test_members_of_the_labour_force_are_all_counted(result):
    totals = result.totals
    assert np.array_equal(totals.persons[:, LABOUR_FORCE], totals.counts[..., LABOUR_FORCE].sum(axis=(1, 2)))
    assert (totals.persons[:, EMPLOYEES] <= totals.persons[:, LABOUR_FORCE]).all()


def test_what_a_worker_refuses_comes_back_whole(world):
    """A fact that the law needs and the map lacks is named, in both languages, from another process."""
    facts = {name: word for name, word in world.scheme_map.facts.items() if name != "risk_class"}
    lacking = replace(world, scheme_map=replace(world.scheme_map, facts=facts))
    with pytest.raises(ProjectionRefused) as refused:
        lives.run(lacking, workers=2)
    (fault,) = refused.value.faults
    assert fault.code == "LIVES-004"
    assert "risk_class" in fault.wording.en
    assert "risk_class" in fault.wording.bn
