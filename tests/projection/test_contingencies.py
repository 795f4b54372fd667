"""Lives that meet the chances become the population; spells keep their percentiles."""

import numpy as np
import pytest

from nsis.projection.assumptions.loading import load, parse_set
from nsis.projection.contingencies import DRAWS, contingencies_of, monthly_chance
from nsis.projection.lifetable import FEMALE, MALE
from nsis.projection.population import project

YEARS = range(2026, 2101)


@pytest.fixture(scope="module")
def found(baseline, nation):
    """The baseline's contingencies."""
    return contingencies_of(baseline, YEARS, nation)


@pytest.mark.parametrize("name", ["baseline", "high_life_expectancy"])
def test_cohorts_that_meet_the_chances_become_the_population(name):
    """After twelve months of deaths, leavers and comers: each age and sex to a millionth of a person."""
    assumptions = load(name)
    nation = project(assumptions, 2025, 2102)
    found = contingencies_of(assumptions, YEARS, nation)
    persons = nation.persons[1:, 0]
    for place in range(len(YEARS)):
        entered = persons[place] + found.immigrants[place]
        left = entered * ((1 - found.death[place]) * (1 - found.emigration[place])) ** 12
        assert left[:, :108] == pytest.approx(persons[place + 1][:, 1:109], abs=1e-6)
        assert left[:, 109:].sum(axis=1) == pytest.approx(persons[place + 1][:, 110], abs=1e-6)


def test_where_people_come_they_are_counted():
    """A set in which people come: there are immigrants, nobody leaves, and the population is met."""
    own = parse_set(OWN, "own")
    nation = project(own, 2025, 2032)
    found = contingencies_of(own, range(2026, 2031), nation)
    assert (found.immigrants[:, :, 20:60] > 900).all()
    assert found.emigration[:, :, 1:90].max() == 0
    entered = nation.persons[1, 0] + found.immigrants[0]
    left = entered * (1 - found.death[0]) ** 12
    assert left[:, :90] == pytest.approx(nation.persons[2, 0][:, 1:91], abs=1e-3)


OWN = """
label: {en: Own, bn: নিজের}
version: 1
extends: baseline
assumptions:
  net_migration:
    label: {en: Migration, bn: অভিবাসন}
    unit: persons/year
    values: 1000
    source: the test
    grade: C
    vintage: "2026"
"""


def test_newborn_children_are_those_of_the_population(found, nation):
    """Of births spread evenly over a year, as many are there on 1 July as in the population (eq. 3)."""
    months = np.arange(1, 13)
    kept = ((1 - found.newborn_death[..., None]) ** months).mean(axis=-1)
    assert kept * nation.births[1:76, 0] == pytest.approx(nation.persons[2:77, 0, :, 0])


def test_births_are_those_of_the_population(found, nation):
    """Mothers' chances times mothers are the births of each year; fathers' give them too (eq. 4)."""
    start, end = nation.persons[1:76, 0], nation.persons[2:77, 0]
    exposed = (start[..., :-1] + end[..., 1:]) / 2
    born = (12 * found.birth[..., :-1] * exposed).sum(axis=-1)
    assert born[:, FEMALE] == pytest.approx(nation.births[1:76, 0].sum(axis=-1), rel=1e-6)
    assert born[:, MALE] == pytest.approx(born[:, FEMALE])


def test_fathers_are_older_by_the_gap(found):
    """No man is a father before 15 and the gap of seven years; ages of spouses say the same."""
    assert found.birth[:, MALE, :21].max() == 0
    assert found.birth[:, MALE, 22:50].min() > 0
    assert found.spouse_age_gap.tolist() == [-7, 7]


def test_a_mother_of_thirty_by_hand(found, baseline):
    """Her newborn are the births at 30, those of ten the births at 20 that lived; none is 20 (eq. 5)."""
    rates = baseline.grid("fertility_rates").in_years([2026])[0, 0]
    level = baseline.grid("total_fertility").in_years([2026]).item() / rates.sum()
    children = found.children[FEMALE, 30]
    assert children[0] == pytest.approx(rates[30 - 15] * level)
    assert 0.95 * rates[20 - 15] * level < children[10] < 0.98 * rates[20 - 15] * level
    assert children[16:].sum() == 0
    assert np.array_equal(found.children[MALE, 37], children)


def test_a_spell_keeps_its_percentiles(found):
    """Half of the spells last four working days and less, one in a hundred a hundred and more (eq. 6)."""
    for spells in (found.sickness_spells, found.injury_spells, found.hospital_spells, found.claim_ages):
        assert spells.shape == (DRAWS,)
        assert spells.dtype == np.int64
        assert (np.diff(spells) >= 0).all()
    assert found.sickness_spells[DRAWS // 2] == 4
    assert found.sickness_spells[DRAWS * 99 // 100] == pytest.approx(100, abs=6)
    assert found.earning_capacity_losses.min() >= 500_000
    assert found.injury_degrees.max() <= 1_000_000
    assert found.hospital_spells.mean() == pytest.approx(2.5, abs=0.5)


def test_twelve_monthly_chances_make_the_yearly_one(found, baseline):
    """One year of them leaves as many as the yearly chance does, none where it is certain (eq. 1)."""
    assert (1 - monthly_chance(np.array([0.0, 0.3, 1.0]))) ** 12 == pytest.approx([1, 0.7, 0])
    assert 1 - (1 - found.invalidity[MALE, 55]) ** 12 == pytest.approx(0.0042)
    assert found.injury * 12 == pytest.approx([0.004, 0.008, 0.012, 0.025, 0.040])
    assert found.sickness[FEMALE, 45] * 12 == pytest.approx(0.60)


def test_hospital_stays_are_those_that_are_published(found, nation):
    """OECD: under 25 stays in hospital a year for a thousand persons."""
    adults = nation.on(2026)[0, :, 15:]
    stays = 12 * (adults * found.hospital[:, 15:]).sum() / adults.sum()
    assert 0.020 < stays < 0.025
