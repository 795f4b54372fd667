"""The labour market sums to one everywhere, meets what is published, and moves by month as it should."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsis.engine.loading import load_scheme
from nsis.projection.assumptions.loading import load
from nsis.projection.inputs.moving import read_moving
from nsis.projection.inputs.tables import read_table
from nsis.projection.labour import (
    EMPLOYEE,
    INACTIVE,
    INFORMAL,
    STATES,
    UNEMPLOYED,
    WAGE_GROUPS,
    labour_of,
    poverty_of_group,
    wage_of_group,
)
from nsis.projection.laws import laws_of
from nsis.projection.take_up import InformalTerms, terms_of
from nsis.projection.transitions import by_month, monthly

YEARS = range(2026, 2101)
PRICES, MATCH = np.array([100.0, 200, 500, 1000]), np.array([1.0, 0.5, 0.2])


@pytest.fixture(scope="module")
def labour(baseline, economy, nation):
    """The baseline's 76 1 Julys."""
    return labour_of(baseline, YEARS, economy, nation)


def persons_of(labour, nation):
    """Persons by state [year, sex, age, state]."""
    first = nation.years.index(labour.years[0])
    return nation.persons[first : first + len(labour.years), 0, ..., None] * labour.shares


def test_everybody_is_in_one_state(labour):
    """Shares are shares, and sum to one for each year, sex and age; children and the very old do not work."""
    assert labour.shares.shape == (76, 2, 111, len(STATES))
    assert labour.shares.min() >= 0
    assert labour.shares.sum(axis=-1) == pytest.approx(1)
    assert (labour.shares[:, :, :15, INACTIVE] == 1).all()
    assert (labour.shares[:, :, 90:, INACTIVE] == 1).all()


def test_the_labour_force_is_that_of_the_survey(labour, nation):
    """In 2026 about as many take part as the surveys of 2022 to 2024 count: 71 to 75 million."""
    active = persons_of(labour, nation)[0][..., [UNEMPLOYED, INFORMAL, EMPLOYEE]].sum(axis=(1, 2))
    assert 46e6 < active[0] < 51e6
    assert 23e6 < active[1] < 27e6


def test_the_informal_share_is_met(baseline, labour, nation):
    """What is not formal among those in work is, by sex and year, the share assumed (eq. 2)."""
    persons = persons_of(labour, nation)
    for year in (2026, 2050, 2100):
        at = year - 2026
        covered = np.prod(
            [baseline.grid(name).in_years([year]).item() for name in ("coverage", "contribution_density")]
        )
        insured = persons[at, ..., EMPLOYEE].sum(axis=1)
        formal, work = insured / covered, insured + persons[at, ..., INFORMAL].sum(axis=1)
        assert 1 - formal / work == pytest.approx(baseline.grid("informal_share").in_years([year])[0, :, 0])


def test_unemployment_is_that_of_the_survey(labour, nation):
    """As the survey of 2022 found, 3.5 % of the labour force and 8 % of those under 30 are unemployed."""
    persons = persons_of(labour, nation)[0].sum(axis=0)
    assert persons[:, UNEMPLOYED].sum() / persons[:, UNEMPLOYED:].sum() == pytest.approx(0.0353, abs=0.002)
    young = persons[15:30]
    assert young[:, UNEMPLOYED].sum() / young[:, UNEMPLOYED:].sum() == pytest.approx(0.08, abs=0.006)


def test_men_of_15_to_19_are_what_the_wider_group_leaves(published):
    """The table's rate, beside that of 20 to 24, gives the published 50.243 % of men of 15 to 24."""
    columns = read_table("ilostat_participation").columns
    rates = columns["male"][(columns["year"] == 2024) & (columns["age"] <= 22)]
    men = published[24, 0]
    young, old = men[15:20].sum(), men[20:25].sum()
    assert rates @ [young, old] / (young + old) == pytest.approx(0.50243, abs=1e-5)


def test_wages_have_mean_one_over_the_first_employees(labour, nation):
    """By age and sex over persons, by group over equal shares; each group earns more than the one below."""
    employees = persons_of(labour, nation)[0, ..., EMPLOYEE]
    assert (employees * labour.wage_of_age).sum() / employees.sum() == pytest.approx(1)
    assert labour.wage_of_group.mean() == pytest.approx(1)
    assert (np.diff(labour.wage_of_group) > 0).all()
    assert labour.risk_class_shares.sum() == pytest.approx(1)


@given(st.floats(0.05, 0.8))
def test_groups_have_nearly_the_gini_they_were_made_for(gini):
    """Grouping by twentieths loses a little inequality, and never adds any (eq. 6)."""
    wages = wage_of_group(gini)
    places = np.arange(1, WAGE_GROUPS + 1)
    grouped = (2 * places - WAGE_GROUPS - 1) @ wages / (WAGE_GROUPS * wages.sum())
    assert gini - 0.03 < grouped < gini


def test_the_poorest_groups_are_poor():
    """20, 25 and 55 % are four, five and eleven groups."""
    assert np.bincount(poverty_of_group(np.array([0.20, 0.25, 0.55]))).tolist() == [0, 4, 5, 11]


@st.composite
def pairs(draw):
    """Two points on the simplex of the states, some shares 0."""
    points = []
    for _ in range(2):
        weights = np.array([draw(st.floats(0, 1)) for _ in range(4)])
        weights[0] += 1e-6
        points.append(weights / weights.sum())
    return points


@given(pairs(), st.floats(0, 1))
def test_transitions_bring_shares_where_they_are_to_be(shares, churn):
    """Chances are chances, and turn the first shares into the second (eq. 5)."""
    start, end = shares
    chances = monthly(start, end, churn)
    assert chances.min() >= 0
    assert chances.sum(axis=-1) == pytest.approx(np.ones(4), abs=1e-12)
    assert start @ chances == pytest.approx(end, abs=1e-12)


@given(pairs())
def test_without_churn_as_few_move_as_can_be(shares):
    """Who moves is half of what the shares differ by, and no more (eq. 4)."""
    start, end = shares
    chances = monthly(start, end, 0.0)
    moved = (start[:, None] * chances * (1 - np.eye(4))).sum()
    assert moved == pytest.approx(np.abs(end - start).sum() / 2, abs=1e-12)


def test_twelve_months_make_a_year(labour):
    """A cohort's shares, moved month by month, are those of the next 1 July, a year older (eq. 3)."""
    start, end = labour.shares[10, :, :-1], labour.shares[11, :, 1:]
    shares = start
    for month in range(12):
        chances = monthly(*by_month(start, end, month), labour.churn[:, None])
        shares = (shares[..., None, :] @ chances)[..., 0, :]
    assert shares == pytest.approx(end, abs=1e-12)


def terms(prices=PRICES, match=MATCH, economy=None):
    """What the law offers, its prices moving with wages."""
    return InformalTerms(tuple(YEARS), np.outer(economy.wage_index, prices), np.tile(match, (len(YEARS), 1)))


def test_take_up_is_as_assumed_at_the_reference_terms(baseline, economy, nation, labour):
    """The design's own bands and match leave the assumed share enrolled, within a thousandth of itself."""
    designed = labour_of(baseline, YEARS, economy, nation, terms(economy=economy))
    taken = 1 - designed.take_up[..., 0]
    assert taken == pytest.approx(1 - labour.take_up[..., 0], rel=2e-3)
    assert designed.take_up.sum(axis=-1) == pytest.approx(1)


def test_the_terms_are_those_of_the_law(baseline, economy):
    """Bands in taka and matches as shares, from the reference design of each July."""
    scheme = load_scheme("nsis.law", "bangladesh/nsis")
    moving = read_moving(scheme)
    moved = laws_of(scheme, economy, moving, assumptions=baseline.identity)
    offered = terms_of(moved, moving.offer, YEARS)
    assert offered.prices[0].tolist() == PRICES.tolist()
    assert offered.prices == pytest.approx(np.outer(economy.wage_index, PRICES), abs=0.005)
    assert (offered.match == MATCH).all()


def test_take_up_answers_price_and_match(baseline, economy, nation):
    """Twice the price and no match: each response by hand (eq. 7); `no_response` switches both off."""
    usual = 1 - labour_of(baseline, YEARS, economy, nation, terms(economy=economy)).take_up[20, :, 0]
    dear = (
        1 - labour_of(baseline, YEARS, economy, nation, terms(2 * PRICES, economy=economy)).take_up[20, :, 0]
    )
    alone = terms(match=0 * MATCH, economy=economy)
    unmatched = 1 - labour_of(baseline, YEARS, economy, nation, alone).take_up[20, :, 0]
    assert dear[10:] / usual[10:] == pytest.approx(np.full(10, 2**-0.4))
    assert unmatched[[0, 5, 15]] / usual[[0, 5, 15]] == pytest.approx([2**-0.3, 1.5**-0.3, 1.2**-0.3])
    off = labour_of(load("no_response"), YEARS, economy, nation, alone).take_up[20, :, 0]
    assert 1 - off == pytest.approx(1 - labour_of(baseline, YEARS, economy, nation).take_up[20, :, 0])


def test_nobody_takes_a_band_beyond_their_means(baseline, economy, nation):
    """The poorest cannot pay Tk 500 a month out of five per cent of earnings; at Tk 5,000 nobody enrols."""
    affordable = labour_of(baseline, YEARS, economy, nation, terms(economy=economy)).take_up
    assert (affordable[:, 0, 3:] == 0).all()
    assert (affordable[:, -1, 4] > 0).all()
    dear = labour_of(baseline, YEARS, economy, nation, terms(50 * PRICES, economy=economy)).take_up
    assert (dear[..., 0] == 1).all()


def test_a_bad_year_puts_employees_out_of_work(nation, economy, labour):
    """With `flood`, 15 % of the insured are unemployed on 1 July 2034, and nobody is on any other day."""
    flooded = labour_of(load("flood"), YEARS, economy, nation)
    place = 2034 - 2026
    usual = labour.shares[place, ..., EMPLOYEE]
    assert flooded.shares[place, ..., EMPLOYEE] == pytest.approx(0.85 * usual)
    assert flooded.shares[place, ..., UNEMPLOYED] == pytest.approx(
        labour.shares[place, ..., UNEMPLOYED] + 0.15 * usual
    )
    assert np.array_equal(flooded.shares[place + 1 :], labour.shares[place + 1 :])
