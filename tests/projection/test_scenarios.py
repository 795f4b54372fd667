"""The fund under many futures: the base comes back, NumPy finds the same, threads change nothing."""

import math
from dataclasses import replace

import numpy as np
import pytest

from nsis.projection.economy import Economy
from nsis.projection.scenarios.cohort_base import CohortBase
from nsis.projection.scenarios.shocks import QUANTILES, SHOCKS, Shocks, normal_quantiles
from nsis.projection.scenarios.stochastic import fan, run_scenarios

YEARS, AGES = 40, 111
SEED = 20260701
GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def economy(years):
    """An economy whose rates differ from year to year."""
    wave = np.sin(np.arange(years) / 5) / 100
    prices, wages, interest = 0.055 + wave, 0.085 - wave, 0.075 + wave / 2
    index = np.cumprod(1 + np.where(np.arange(years) == 0, 0, prices))
    level = np.cumprod(1 + np.where(np.arange(years) == 0, 0, wages))
    return Economy(
        years=tuple(range(2026, 2026 + years)),
        price_growth=prices,
        wage_growth=wages,
        interest=interest,
        gdp=6e13 * level,
        employee_wage=17_000 * level,
        informal_earnings=9_000 * level,
        price_index=index,
        wage_index=level,
        poverty_line=4_000 * index,
    )


@pytest.fixture(scope="module")
def base():
    """A scheme that matures: workers of 18 to 64, pensions from 55 on."""
    path, ages = economy(YEARS), np.arange(AGES)
    random = np.random.default_rng(SEED)
    cells = np.ones((YEARS, 2, AGES))
    death = np.clip(0.0004 * np.exp(0.09 * ages), 0, 1) * cells
    work = ((ages >= 18) & (ages < 65)) * cells
    drawing = (ages >= 55) * cells * np.linspace(0, 1, YEARS)[:, None, None]
    begun = np.where(ages < 60, 1.0, np.where(ages < 66, 0.3, 0.0)) * cells
    return CohortBase(
        years=path.years,
        death=death,
        births=((ages >= 15) & (ages < 50)) * 40_000.0 * np.ones((YEARS, 1)),
        contributors=work * random.uniform(5e4, 9e4, cells.shape),
        average_earnings=path.wage_index[:, None, None] * random.uniform(1.5e5, 2.5e5, cells.shape),
        pensioners=drawing * random.uniform(1e4, 3e4, cells.shape) * np.exp(-(((ages - 55) / 25) ** 2)),
        average_pension=path.wage_index[:, None, None] * random.uniform(4e4, 6e4, cells.shape),
        new_pensions=begun,
        contribution_rate=np.full(YEARS, 0.12),
        earnings_benefits=2e10 * path.wage_index,
        wage_contributions=3e9 * path.wage_index,
        wage_benefits=4e9 * path.wage_index,
        administration_share=np.full(YEARS, 0.05),
        reserve=1e11,
        indexation_wage_weight=0.5,
        economy=path,
    )


@pytest.fixture(scope="module")
def shocks():
    """Shocks of plausible size, those of prices and interest running against each other."""
    correlation = np.eye(5)
    correlation[2, 4] = correlation[4, 2] = -0.3
    return Shocks(
        size=np.linspace(0.2, 1, YEARS)[:, None] * np.array([0.1, 0.15, 0.02, 0.012, 0.02]),
        persistence=np.array([0.95, 0.9, 0.4, 0.3, 0.5]),
        correlation=correlation,
        known_at_start=np.array([False, False, True, True, True]),
    )


def still(shocks):
    """The same without any movement."""
    return replace(shocks, size=np.zeros_like(shocks.size))


def mixed(number):
    """The output function of SplitMix64, in NumPy."""
    number = (number ^ (number >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    number = (number ^ (number >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return number ^ (number >> np.uint64(31))


def exp(values):
    """The exponential as the standard library has it: NumPy's may differ in the last bit."""
    return np.array([math.exp(value) for value in values])


def drawn(count, year):
    """The draws of a year, [shock, scenario]."""
    with np.errstate(over="ignore"):
        streams = mixed(mixed(np.full(count, SEED, np.uint64)) + np.arange(count, dtype=np.uint64) * GOLDEN)
        places = np.uint64(64 * year) + np.arange(5, dtype=np.uint64)[:, None]
        return normal_quantiles()[mixed(streams + (places + np.uint64(1)) * GOLDEN) >> np.uint64(52)]


def strayed(shocks, count):
    """The deviations of every year, [year, shock, scenario], in their sizes."""
    found, at = [], np.zeros((5, count))
    for year in range(YEARS):
        loads, news = (shocks.news if year else shocks.first), drawn(count, year)
        for shock in range(5):
            deviation = shocks.persistence[shock] * at[shock]
            for each in range(shock + 1):
                deviation = deviation + loads[shock, each] * news[each]
            at[shock] = deviation
        found.append(shocks.size[year][:, None] * at)
    return np.array(found)


def by_numpy(base, shocks, count):
    """Earnings, pensions and wage levels [year, scenario], with cohorts that are moved from age to age."""
    path, weight = base.economy, base.indexation_wage_weight
    odds = np.where(base.death < 1, base.death / np.maximum(1 - base.death, 1e-300), 0)
    mothers = base.births / base.births.sum(axis=1, keepdims=True)
    earnings, pensions = base.contributors * base.average_earnings, base.pensioners * base.average_pension
    persons, average = np.ones((2, AGES, count)), np.ones((2, AGES, count))
    wages, later, at = np.ones(count), np.ones(count), strayed(shocks, count)
    moved = np.ones(count)
    results = []
    for year in range(YEARS):
        if year:
            born = np.zeros(count)
            for age in range(15, 50):
                born = born + mothers[year - 1, age] * persons[1, age]
            survival = np.maximum(0, 1 - (exp(at[year, 0]) - 1) * odds[year - 1][:, :-1, None])
            persons[:, 1:] = persons[:, :-1] * survival
            persons[:, 0] = born * exp(at[year, 1])
            average[:, 1:] = average[:, :-1].copy()
            price, wage = path.price_growth[year], path.wage_growth[year]
            prices_now, wages_now = price + at[year, 2], wage + (at[year, 2] + at[year, 3])
            wages = wages * ((1 + wages_now) / (1 + wage))
            moved = later
            later = (1 + np.maximum(0, weight * wages_now + (1 - weight) * prices_now)) / (
                1 + max(0, weight * wage + (1 - weight) * price)
            )
        paid, earned = np.zeros(count), np.zeros(count)
        for sex, age in np.ndindex(2, AGES):
            if pensions[year, sex, age]:
                kept = average[sex, age] * moved
                average[sex, age] = kept + base.new_pensions[year, sex, age] * (wages - kept)
                paid = paid + pensions[year, sex, age] * persons[sex, age] * average[sex, age]
            earned = earned + earnings[year, sex, age] * persons[sex, age]
        results.append((earned * wages, paid, wages))
    return np.array(results).transpose(1, 0, 2)


def test_without_shocks_every_future_is_the_base(base, shocks):
    """Earnings, expenditure and reserve are those that plain sums give."""
    found = run_scenarios(base, still(shocks), count=3, seed=SEED)
    earnings = (base.contributors * base.average_earnings).sum(axis=(1, 2))
    contributions = base.contribution_rate * earnings + base.wage_contributions
    benefits = (base.pensioners * base.average_pension).sum(axis=(1, 2))
    expenditure = benefits + base.earnings_benefits + base.wage_benefits + 0.05 * contributions
    held = base.reserve
    for year, rate in enumerate(base.economy.interest):
        held = held * (1 + rate) + (contributions - expenditure)[year] * (1 + rate) ** 0.5
        assert found.reserve[year] == pytest.approx(held, rel=1e-11)
    assert np.allclose(found.earnings, earnings[:, None], rtol=1e-13, atol=0)
    assert np.allclose(found.expenditure, expenditure[:, None], rtol=1e-13, atol=0)
    assert (found.price_level == 1).all()


def test_numpy_finds_the_same_to_the_last_bit(base, shocks):
    """The kernel's rotating places and NumPy's moving cohorts give equal numbers, not near ones."""
    count = 70  # more than a block
    found = run_scenarios(base, shocks, count=count, seed=SEED)
    earnings, pensions, wages = by_numpy(base, shocks, count)
    assert np.array_equal(found.earnings, earnings)
    ratio = earnings / (base.contributors * base.average_earnings).sum(axis=(1, 2))[:, None]
    benefits = pensions + base.earnings_benefits[:, None] * ratio
    benefits += base.wage_benefits[:, None] * wages
    assert np.array_equal(found.expenditure, benefits + 0.05 * found.contributions)


def test_threads_and_company_change_nothing(base, shocks):
    """A future is the same alone, among many, and by any number of threads."""
    many = run_scenarios(base, shocks, count=300, seed=SEED, threads=1)
    for threads in (2, 3, 8):
        again = run_scenarios(base, shocks, count=300, seed=SEED, threads=threads)
        assert np.array_equal(many.reserve, again.reserve)
    few = run_scenarios(base, shocks, count=65, seed=SEED)
    assert np.array_equal(few.reserve, many.reserve[:, :65])
    assert not np.array_equal(few.reserve, run_scenarios(base, shocks, count=65, seed=SEED + 1).reserve)


def test_shocks_come_to_their_sizes(shocks):
    """Over many futures deviations have the size, persistence and correlation that were asked for."""
    at = strayed(shocks, 20_000)
    assert np.allclose(at[-1].std(axis=1), shocks.size[-1], rtol=0.03)
    assert np.allclose(at[0, :2].std(axis=1), shocks.size[0, :2], rtol=0.03)
    assert (at[0, 2:] == 0).all()
    for place, name in enumerate(SHOCKS):
        lasting = np.corrcoef(at[-2, place], at[-1, place])[0, 1]
        assert lasting == pytest.approx(shocks.persistence[place], abs=0.02), name
    between = np.corrcoef(at[-1, 2], at[-1, 4])[0, 1]
    assert between == pytest.approx(-0.3, abs=0.03)


def test_quantiles_are_standard():
    """Mean 0, variance 1, and symmetry."""
    values = normal_quantiles()
    assert len(values) == QUANTILES
    assert np.array_equal(values, -values[::-1])
    assert np.mean(values**2) == pytest.approx(1, abs=1e-14)


@pytest.mark.parametrize(("place", "direction"), [(0, -1), (1, 1), (2, 1), (3, 1)], ids=[*SHOCKS[:4]])
def test_each_shock_moves_the_fund_as_it_should(base, shocks, place, direction):
    """Deaths lower what pensions cost; births, prices and wages raise earnings."""
    size = np.zeros_like(shocks.size)
    size[:, place] = 0.02
    alone = replace(shocks, size=size)
    found, at = run_scenarios(base, alone, count=200, seed=SEED), strayed(alone, 200)[:, place]
    line = found.expenditure if place == 0 else found.earnings
    assert direction * np.corrcoef(at.sum(axis=0), line[-1])[0, 1] > 0.5


def test_fans_and_exhaustion(base, shocks):
    """Percentiles are in order; once exhausted, a future stays counted."""
    found = run_scenarios(base, shocks, count=500, seed=SEED)
    spread = fan(found.years, found.cost_rate)
    assert spread.values.shape == (len(spread.percentiles), YEARS)
    assert (np.diff(spread.values, axis=0) >= 0).all()
    assert (np.diff(found.exhausted) >= 0).all()
    reverse = run_scenarios(replace(base, reserve=-1e15), shocks, count=5, seed=SEED)
    assert (reverse.exhausted == 1).all()


@pytest.mark.parametrize(("count", "seed"), [(0, 1), (5, -1), (5, 2**64)])
def test_nothing_is_run_without_scenarios_or_seed(base, shocks, count, seed):
    """A count below one or a seed outside is refused."""
    with pytest.raises(ValueError, match="scenarios"):
        run_scenarios(base, shocks, count=count, seed=seed)
