"""The base of the scenarios: a run's totals by year, spread over ages, and found again."""

from dataclasses import replace

import numpy as np
import pytest
from tests.projection.accounting import FIRST, economy, lines

from nsis.projection.accounts.account import accounts_of
from nsis.projection.contingencies import contingencies_of
from nsis.projection.labour import EMPLOYEE, STATES, WAGE_GROUPS, Labour
from nsis.projection.scenarios.departure import cohort_base_of
from nsis.projection.scenarios.pension_stock import pension_stock
from nsis.projection.scenarios.shocks import SHOCKS, shocks_of
from nsis.projection.scenarios.stochastic import run_scenarios

YEARS, AGES = 30, 111
PENSIONS = ("old_age_pension", "informal_pension")


@pytest.fixture(scope="module")
def accounts():
    """A seeded scheme of thirty years."""
    return accounts_of(lines(YEARS), economy(YEARS), administration_share=0.05)


@pytest.fixture(scope="module")
def base(accounts, baseline, population):
    """Its base, on the nation's own population."""
    years = range(FIRST, FIRST + YEARS)
    shares = np.zeros((YEARS + 1, 2, AGES, len(STATES)))
    shares[:, :, 18:65, EMPLOYEE] = np.array([0.3, 0.15])[None, :, None]
    shares[..., 0] = 1 - shares.sum(axis=-1)
    labour = Labour(
        years=(*years, FIRST + YEARS),
        shares=shares,
        churn=np.zeros(2),
        wage_of_age=np.ones((2, AGES)) * np.array([[1.1], [0.8]]),
        wage_of_group=np.ones(WAGE_GROUPS),
        take_up=np.zeros((YEARS, WAGE_GROUPS, 5)),
        paid_months=1.0,
        poverty_of_group=np.ones(WAGE_GROUPS, np.int64),
        risk_class_shares=np.full(5, 0.2),
    )
    return cohort_base_of(
        accounts,
        population,
        labour,
        contingencies_of(baseline, years, population),
        pensions=PENSIONS,
        award_ages=np.full(YEARS, 60),
        indexation_wage_weight=0.5,
    )


def test_without_shocks_the_scenarios_give_the_accounts_again(accounts, base, baseline):
    """Earnings, contributions, expenditure and reserve of the whole, year by year."""
    shocks = shocks_of(baseline, base.years)
    still = replace(shocks, size=np.zeros_like(shocks.size))
    found, whole = run_scenarios(base, still, count=1, seed=1), accounts.whole
    assert found.earnings[:, 0] == pytest.approx(accounts.lines.insurable_earnings, rel=1e-11)
    assert found.contributions[:, 0] == pytest.approx(whole.contributed, rel=1e-9)
    assert found.expenditure[:, 0] == pytest.approx(whole.expenditure, rel=1e-9)
    assert found.reserve[:, 0] == pytest.approx(whole.reserve_end, rel=1e-9)


def test_the_base_is_spread_over_ages_as_people_are(base, population):
    """Pensioners are as old as they must be, nobody works who is too young, births are the nation's."""
    assert base.pensioners[:, :, :60].sum() == 0
    assert base.pensioners[-1, :, 61:].sum() > base.pensioners[-1, :, 60].sum() > 0
    assert base.contributors[:, :, :18].sum() == 0
    assert base.births.sum(axis=1) == pytest.approx(population.births[1 : YEARS + 1, 0].sum(axis=1), rel=0.02)
    assert (base.new_pensions[0][base.pensioners[0] > 0] == 1).all()


def test_a_stock_of_two_years_by_hand():
    """
    Ten are paid 1,000 at first. One in ten dies, pensions move by 10 %; twelve are paid 1,350 then.

    Nine are left with 110 each, 990; three are new and have the 360 that are left.
    """
    death = np.full((2, 2, AGES), 0.1)
    stock = pension_stock(
        np.array([10.0, 12.0]),
        np.array([1000.0, 1350.0]),
        np.array([0.0, 0.1]),
        death,
        np.array([60, 60]),
        np.array([[1.0, 0.0], [1.0, 0.0]]),
    )
    assert stock.pensioners[0, 0, 60] == pytest.approx(10)
    assert stock.pensioners[1, 0, 60:62] == pytest.approx([3, 9])
    assert stock.average_pension[1, 0, 60:62] == pytest.approx([120, 110])
    assert stock.new_pensions[1, 0, 60:62] == pytest.approx([1, 0])
    assert stock.pensioners[:, 1].sum() == 0


@pytest.mark.parametrize("paid", [[1000.0, 300.0, 0.0], [0.0, 500.0, 900.0]])
def test_a_stock_has_the_lines_totals_whatever_they_are(paid):
    """Also where fewer are paid than live on, or less than their pensions come to."""
    persons = np.array([10.0, 4.0, 6.0])
    stock = pension_stock(
        persons,
        np.array(paid),
        np.array([0.0, 0.05, 0.05]),
        np.full((3, 2, AGES), 0.02),
        np.array([60, 60, 61]),
        np.full((3, 2), 0.5),
    )
    assert stock.pensioners.sum(axis=(1, 2)) == pytest.approx(persons)
    if paid[0]:
        found = (stock.pensioners * stock.average_pension).sum(axis=(1, 2))
        assert found == pytest.approx(paid)
    assert ((stock.new_pensions >= 0) & (stock.new_pensions <= 1)).all()


def test_shocks_are_those_of_the_assumptions_and_the_uns_bounds(baseline):
    """The economy's as assumed, births' and deaths' wider year by year, by the UN's bounds of 80 %."""
    years = (2026, 2050, 2100)
    shocks = shocks_of(baseline, years)
    for place, name in enumerate(SHOCKS):
        if place >= 2:
            assert (shocks.size[:, place] == baseline.grid(f"{name}_deviation").values.item()).all()
        assert shocks.persistence[place] == baseline.grid(f"{name}_persistence").values.item()
    assert (np.diff(shocks.size[:, :2], axis=0) > 0).all()
    assert shocks.size[:, 1] == pytest.approx([0.092, 0.174, 0.205], abs=5e-4)
    assert shocks.size[:, 0] == pytest.approx([0.084, 0.26, 0.4], abs=3e-3)
