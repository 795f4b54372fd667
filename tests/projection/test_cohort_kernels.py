"""The cohort's distributions against every path that a life can take."""

from itertools import product

import numpy as np
import pytest

from nsis.projection.inputs.kernels import compiled

MONTHS, STATES = 6, 4
UNEMPLOYED, INFORMAL, EMPLOYEE = 1, 2, 3
PAID = 0.7  # of an informal worker's months
REMEMBERED = 3  # earnings as an employee
WINDOW = 4


@pytest.fixture(scope="module")
def market():
    """Chances [month, from, to] and the earnings of each month, none like another."""
    random = np.random.default_rng(20260701)
    chances = random.random((MONTHS, STATES, STATES)) + np.eye(STATES)
    return chances / chances.sum(axis=-1, keepdims=True), 1 + random.random(MONTHS)


@pytest.fixture(scope="module")
def paths(market):
    """Each path: its chance, the states at the start of every month and after, the months insured."""
    chances, _ = market
    found = []
    for states in product(range(STATES), repeat=MONTHS):
        states = (0, *states)
        chance = np.prod([chances[m, states[m], states[m + 1]] for m in range(MONTHS)])
        informal = [m for m in range(MONTHS) if states[m] == INFORMAL]
        for bought in product((0, 1), repeat=len(informal)):
            insured = [int(state == EMPLOYEE) for state in states[:MONTHS]]
            for month, was_bought in zip(informal, bought, strict=True):
                insured[month] = was_bought
            share = np.prod([PAID if each else 1 - PAID for each in bought])
            found.append((chance * share, states, insured))
    return found


def lived(chances, gain, growth):
    """What `lives` finds at the start of each month, by insured months [month, moment, months]."""
    state = np.zeros((STATES, gain.shape[1], MONTHS + 1))
    state[0, :2, 0] = 1
    monthly, edges = np.zeros((MONTHS, gain.shape[1], MONTHS + 1)), np.arange(MONTHS + 2)
    means, working = np.zeros((1, *monthly.shape[1:])), np.zeros((1, MONTHS + 1))
    paid = np.full(MONTHS, PAID)
    compiled("cohort/kernels").lives(state, 0, chances, paid, gain, growth, edges, means, working, monthly)
    np.testing.assert_allclose(means[0] * 12, monthly.sum(axis=0), rtol=1e-12)
    return monthly


def test_every_path_is_there(paths):
    assert sum(chance for chance, *_ in paths) == pytest.approx(1, rel=1e-12)


def test_insured_months_and_what_they_earned(market, paths):
    """
    Persons, those never employees, employee months and their square, and an amount with growth, by insured
    months.
    """
    chances, earned = market
    gain, growth = np.zeros((MONTHS, 5)), np.ones((MONTHS, 5))
    gain[:, 2:4], gain[:, 4], growth[:, 4] = 1, earned, 1.01
    out = lived(chances, gain, growth)
    expected = np.zeros((5, MONTHS + 1))
    now = MONTHS - 1
    for chance, states, insured in paths:
        employee = [int(states[m] == EMPLOYEE) for m in range(now)]
        saved = 0.0
        for month in range(now):
            saved = saved * 1.01 + employee[month] * earned[month]
        count = sum(employee)
        expected[:, sum(insured[:now])] += chance * np.array([1, not count, count, count**2, saved])
    np.testing.assert_allclose(out[now], expected, atol=1e-14)


def test_windows_and_the_last_earnings(market, paths):
    """By months in the window: persons, those never employees, and the mean of the last earnings."""
    chances, earned = market
    start = np.zeros((STATES, 2 + REMEMBERED))
    start[0, :2] = 1
    past = np.zeros((MONTHS, STATES, 2 + REMEMBERED))
    compiled("cohort/window_kernels").histories(start, chances, earned, past)
    now = MONTHS - 1
    held = np.zeros((1, STATES, 2 + REMEMBERED, WINDOW + 1))
    lost = np.zeros((1, 2 + REMEMBERED, WINDOW + 1))
    compiled("cohort/window_kernels").windows(
        past, chances, np.full(MONTHS, PAID), earned, np.array([now]), WINDOW, held, lost
    )
    expected, expected_lost = np.zeros_like(held[0]), np.zeros_like(lost[0])
    for chance, states, insured in paths:
        had = [earned[m] for m in range(now) if states[m] == EMPLOYEE][::-1]
        last = (had + had[-1:] * REMEMBERED)[:REMEMBERED] if had else [0] * REMEMBERED
        told = chance * np.array([1, not had, *last])
        expected[states[now], :, sum(insured[now - WINDOW : now])] += told
        if (states[now - 1], states[now]) == (EMPLOYEE, UNEMPLOYED):
            expected_lost[:, sum(insured[now - WINDOW : now])] += told
    np.testing.assert_allclose(held[0], expected, atol=1e-14)
    np.testing.assert_allclose(lost[0], expected_lost, atol=1e-14)


def test_the_life_and_the_window_together(market, paths):
    """The whole life's months beside the window's."""
    chances, _ = market
    now = MONTHS - 1
    bins = np.arange(MONTHS + 1)
    counts = np.zeros((MONTHS, STATES, WINDOW))
    compiled("cohort/kernels").counts(np.eye(STATES)[0], chances, np.full(MONTHS, PAID), counts)
    within = np.zeros((STATES, STATES, WINDOW + 1))
    compiled("cohort/window_kernels").from_each_state(
        chances, np.full(MONTHS, PAID), now - WINDOW, now, WINDOW, within
    )
    together = np.zeros((STATES, MONTHS + 1, WINDOW + 1))
    compiled("cohort/window_kernels").joint(counts[now - WINDOW], within, bins, together)
    expected = np.zeros_like(together)
    for chance, states, insured in paths:
        expected[states[now], sum(insured[:now]), sum(insured[now - WINDOW : now])] += chance
    np.testing.assert_allclose(together, expected, atol=1e-14)
