"""The population closes to the last unit, and is the UN's where the UN's assumptions go in."""

import numpy as np
import pytest

from nsis.projection.assumptions.loading import load, parse_set
from nsis.projection.cohorts import YearRates, advance, one_year_older
from nsis.projection.lifetable import AGES, FEMALE, MALE
from nsis.projection.messages import ProjectionRefused
from nsis.projection.population import base_population, by_five_years, project, rates_of_years, run

GRAIN = 2.0**-16


def by_year(flows):
    """What happened in a year, all together: [year]."""
    return flows.reshape(len(flows), -1).sum(axis=1)


def mid_year(calendar):
    """A calendar year's figures for the years that begin on 1 July, 2025 to 2099."""
    return (calendar[25:100] + calendar[26:101]) / 2


def two_births(**changed):
    """Rates for a year by hand: nobody dies, women of 20 bear two children a year, half of them boys."""
    fertility = np.zeros((1, AGES))
    fertility[0, 20] = 2
    rates = {
        "survival": np.ones((1, 2, AGES)),
        "fertility": fertility,
        "boys_share": np.array([0.5]),
        "migration": np.zeros((1, 2, AGES)),
    }
    return YearRates(**rates | changed)


def women_of(age, number):
    """A population of women of one age: [1, sex, age]."""
    persons = np.zeros((1, 2, AGES))
    persons[0, FEMALE, age] = number
    return persons


@pytest.mark.parametrize("name", ["baseline", "aligned", "high_fertility", "no_migration"])
def test_each_cohort_closes_exactly(name):
    """Persons at the end are those at the start a year older + births - deaths + migration, to the grain."""
    population = project(load(name), 2025, 2060)
    expected = one_year_older(population.persons[:-1])
    expected[..., 0] = population.births
    expected += population.migration - population.deaths
    assert np.array_equal(population.persons[1:], expected)


def test_the_sums_of_a_year_close_exactly_in_any_order(population):
    """Every figure is a multiple of 1/65,536, so that sums are exact however they are taken."""
    for flows in (population.persons, population.births, population.deaths, population.migration):
        assert np.array_equal(flows, np.rint(flows / GRAIN) * GRAIN)
    change = np.diff(by_year(population.persons))
    causes = by_year(population.births) - by_year(population.deaths) + by_year(population.migration)
    assert np.array_equal(change, causes)
    assert by_year(population.persons[..., ::-1])[-1] == by_year(population.persons)[-1]


@pytest.mark.parametrize("year", [2030, 2050, 2075, 2100])
def test_age_groups_are_those_of_the_un(population, published, year):
    """Each group of five years and each sex is within 1 % of WPP, those under 95 within 0.4 %."""
    ours = by_five_years(population.on(year)[0])
    theirs = np.concatenate(
        [published[year - 2000, :, :100].reshape(2, 20, 5).sum(axis=2), published[year - 2000, :, 100:]],
        axis=1,
    )
    gap = np.abs(ours / theirs - 1)
    assert gap.max() < 0.009
    assert gap[:, :-2].max() < 0.004
    assert abs(ours.sum() / theirs.sum() - 1) < 0.0003


@pytest.mark.parametrize("name", ["births", "deaths"])
def test_births_and_deaths_are_those_of_the_un(population, summary, name):
    """Each year's births and deaths are within 0.2 % of WPP, all years together within 0.1 %."""
    ours, theirs = by_year(getattr(population, name)), mid_year(summary[name])
    assert np.abs(ours / theirs - 1).max() < 0.002
    assert abs(ours.sum() / theirs.sum() - 1) < 0.001


def test_migration_is_that_of_the_un(population, summary):
    """Each year's net migration is what the UN prints by age, which sums to its total within ten persons."""
    assert np.abs(by_year(population.migration) - mid_year(summary["net_migration"])).max() < 10


def test_alignment_meets_the_published_totals(summary):
    """With the set `aligned`, births are the UN's to the grain and deaths to a thousandth of a person."""
    population = project(load("aligned"))
    assert np.abs(by_year(population.births) - mid_year(summary["births"])).max() <= GRAIN
    assert np.abs(by_year(population.deaths) - mid_year(summary["deaths"])).max() < 0.001


def test_bounds_lie_on_either_side(population):
    """Low and high sets give fewer and more people than the baseline."""
    middle = population.on(2100).sum()
    for kind in ("fertility", "life_expectancy"):
        assert (
            project(load(f"low_{kind}")).on(2100).sum()
            < middle
            < project(load(f"high_{kind}")).on(2100).sum()
        )


def test_a_year_by_hand():
    """100 women of 19 are 20 at the end: half a year of exposure each, 100 children, half of them boys."""
    flows = advance(women_of(19, 100.0), two_births())
    assert flows.births.tolist() == [[50, 50]]
    assert flows.persons[0, FEMALE, 20] == 100
    assert flows.persons[0, :, 0].tolist() == [50, 50]
    assert flows.deaths.sum() == 0


def test_deaths_and_open_age_by_hand():
    """Those of 109 and of 110 and over meet in the last age, where half of them die."""
    survival = np.ones((1, 2, AGES))
    survival[0, FEMALE, -1] = 0.5
    flows = advance(women_of(109, 6.0) + women_of(110, 2.0), two_births(survival=survival))
    assert flows.persons[0, FEMALE, -1] == 4
    assert flows.deaths[0, FEMALE, -1] == 4
    assert flows.persons[0, MALE].sum() == 0


def test_nobody_leaves_who_is_not_there():
    """Emigration beyond the people there is stops at nobody, and the accounts show what went."""
    migration = np.zeros((1, 2, AGES))
    migration[0, FEMALE, 30] = -100
    flows = advance(women_of(30, 20.0), two_births(migration=migration))
    assert flows.persons.min() == 0
    assert flows.migration.sum() == -20


def test_scenarios_run_together_as_each_alone(baseline):
    """Two scenarios in one array are, to the bit, the two by themselves."""
    start, rates = base_population(baseline, 2025), rates_of_years(baseline, range(2025, 2035))
    both = run(np.concatenate([start, 2 * start]), rates, first=2025, assumptions="")
    for number, each in enumerate((start, 2 * start)):
        alone = run(each, rates, first=2025, assumptions="")
        assert np.array_equal(both.persons[:, number], alone.persons[:, 0])


def test_beyond_the_tables_the_last_values_hold(baseline):
    """A projection may go past 2100: 75 years from 2026 end in 2101."""
    population = project(baseline, 2025, 2102)
    assert population.years[-1] == 2102
    assert 0.98 < population.on(2102).sum() / population.on(2100).sum() < 1


def test_a_population_of_ones_own():
    """One number by sex is a population: values may be plain, and hold for every age and year."""
    own = parse_set(OWN, "own")
    assert base_population(own, 2040)[0].sum() == pytest.approx(101 * 3000)


OWN = """
label: {en: Own, bn: নিজের}
version: 1
extends: baseline
assumptions:
  base_population:
    label: {en: Population, bn: জনসংখ্যা}
    unit: persons
    values: {male: 1000, female: 2000}
    source: none
    grade: C
    vintage: "2026"
"""


@pytest.mark.parametrize(
    ("first", "last", "code", "text"),
    [
        (2030, 2100, "PROJECT-001", "cannot start in 2030: `base_population` is given for 2025"),
        (2025, 2025, "PROJECT-002", "would end in 2025, but it starts in 2025"),
        (2025, 2300, "PROJECT-002", "at most 200 years on"),
    ],
)
def test_years_that_cannot_be(baseline, first, last, code, text):
    """What cannot be projected is refused with its mend, in both languages."""
    with pytest.raises(ProjectionRefused) as refusal:
        project(baseline, first, last)
    fault = refusal.value.faults[0]
    assert fault.code == code
    assert text in fault.wording.en
    assert str(first) in fault.wording.bn
