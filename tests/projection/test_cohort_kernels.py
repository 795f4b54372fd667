"""The cohort's distributions against every path that a life can take."""

from itertools import product

import numpy as np
import pytest

from nsis.projection.inputs.kernels import compiled

MONTHS, STATES = 6, 4
UNEMPLOYED, INFORMAL, EMPLOYEE = 1, 2, 3
PAID = 0.7  # of an informal worker's months
FIRST = 0.9  # the same of who has no insured month yet, where it is told apart
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
    means = np.zeros((1, *monthly.shape[1:]))
    first, paid = np.full(MONTHS, FIRST), np.full(MONTHS, PAID)
    compiled("cohort/kernels").lives(state, 0, chances, first, paid, gain, growth, edges, means, monthly)
    np.testing.assert_allclose(means[0] * 12, monthly.sum(axis=0), rtol=1e-12)
    return monthly


def counted(chances, room):
    """What `counts` finds at the start of each month [month, labour state, months]."""
    state, counts = np.zeros((STATES, 1, room + 1)), np.zeros((MONTHS, STATES, room))
    state[0, 0, 0] = 1
    compiled("cohort/kernels").counts(state, chances, np.full(MONTHS, PAID), counts)
    return counts


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
        for month in range(now):
            if states[month] == INFORMAL and not any(insured[:month]):
                chance *= FIRST / PAID if insured[month] else (1 - FIRST) / (1 - PAID)
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
    held, before = np.zeros((2, 1, STATES, 2 + REMEMBERED, WINDOW + 1))
    lost = np.zeros((1, 2 + REMEMBERED, WINDOW + 1))
    compiled("cohort/window_kernels").windows(
        *(past, chances, np.full((1, MONTHS), PAID), earned, np.array([now]), np.array([0]), WINDOW),
        *(held, before, lost),
    )
    expected, expected_before, expected_lost = (np.zeros_like(each[0]) for each in (held, before, lost))
    for chance, states, insured in paths:
        had = [earned[m] for m in range(now) if states[m] == EMPLOYEE][::-1]
        last = (had + had[-1:] * REMEMBERED)[:REMEMBERED] if had else [0] * REMEMBERED
        told = chance * np.array([1, not had, *last])
        expected[states[now], :, sum(insured[now - WINDOW : now])] += told
        expected_before[states[now - 1], :, sum(insured[now - WINDOW : now])] += told
        if (states[now - 1], states[now]) == (EMPLOYEE, UNEMPLOYED):
            expected_lost[:, sum(insured[now - WINDOW : now])] += told
    np.testing.assert_allclose(held[0], expected, atol=1e-14)
    np.testing.assert_allclose(before[0], expected_before, atol=1e-14)
    np.testing.assert_allclose(lost[0], expected_lost, atol=1e-14)


def test_the_life_and_the_window_together(market, paths):
    """The whole life's months beside the window's."""
    chances, _ = market
    now = MONTHS - 1
    bins = np.arange(MONTHS + 1)
    counts = counted(chances, WINDOW)
    at_once = np.arange(now) == now - WINDOW
    within = np.zeros((STATES, STATES, WINDOW + 1))
    compiled("cohort/window_kernels").from_each_state(
        chances, np.full(MONTHS, PAID), at_once.astype(float), now - WINDOW, now, WINDOW, within
    )
    together = np.zeros((STATES, MONTHS + 1, WINDOW + 1))
    compiled("cohort/window_kernels").joint(counts[now - WINDOW], within, bins, together)
    expected = np.zeros_like(together)
    for chance, states, insured in paths:
        expected[states[now], sum(insured[:now]), sum(insured[now - WINDOW : now])] += chance
    np.testing.assert_allclose(together, expected, atol=1e-14)


def test_the_months_of_a_life_of_those_who_lose_their_work(market, paths):
    """Classes by insured months, of employees who had enough of them in the window."""
    chances, _ = market
    now, least, class_of = MONTHS - 1, 2, np.array([0, 0, 0, 1, 2])
    counts = counted(chances, len(class_of))
    found, expected = np.zeros(3), np.zeros(3)
    compiled("cohort/window_kernels").classes_of_lost(
        counts[now - WINDOW],
        chances,
        np.full(MONTHS, PAID),
        now - WINDOW,
        now,
        WINDOW,
        least,
        class_of,
        found,
    )
    for chance, states, insured in paths:
        if states[now - 1] == EMPLOYEE and sum(insured[now - WINDOW : now]) >= least:
            expected[class_of[min(sum(insured[:now]), 4)]] += chance
    np.testing.assert_allclose(found, expected / expected.sum(), atol=1e-14)


def test_accounts_by_months_bought(market, paths):
    """
    Of a class that is matched for two months, the balances of the able, of the invalid, and who has none;
    each half-year is a month, each bin one month bought.
    """
    chances, _ = market
    kernels, grown, credit, match, matched = compiled("cohort/account_kernels"), 1.01, 30.0, 20.0, 2
    within = np.zeros((MONTHS // 2, 2, 2, STATES, STATES, 2))
    for month in range(MONTHS):
        kernels.bought_in_a_part(chances[[month]], PAID, within[month // 2, month % 2, 1])
    years, moments = MONTHS // 2, 3
    middles = np.zeros((years, STATES, moments, MONTHS + 2))
    due, invalid = np.zeros((2, years, moments, MONTHS + 2))
    without = np.zeros((MONTHS + 1, STATES))
    turning, staying = np.linspace(0.1, 0.2, MONTHS), np.linspace(0.9, 0.8, MONTHS)
    by_year = [np.full(years, value) for value in (grown, 1.0)]
    credits, matches = np.tile([0.0, credit], (years, 1)), np.tile([[0.0], [match]], (years, 1, 1))
    kernels.follow(
        *(np.eye(STATES)[0], within, np.ones(years, np.int64), 1, *by_year, credits, matches),
        *(np.full(years, matched), turning, staying, middles, due, invalid, without),
    )
    states, none = np.zeros((MONTHS + 1, STATES, moments, MONTHS + 2)), np.zeros((MONTHS + 1, STATES))
    for chance, path, insured in paths:
        balance, bought = 0.0, 0
        for month in range(MONTHS + 1):
            states[month, path[month], :, bought] += chance * balance ** np.arange(moments)
            none[month, path[month]] += chance * (bought == 0)
            balance *= grown
            if month < MONTHS and path[month] == INFORMAL and insured[month]:
                balance += credit + match * (bought < matched)
                bought += 1
    np.testing.assert_allclose(middles, states[1:MONTHS:2], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(without, none, atol=1e-14)
    # What is drawn stands between the start of the half-year and its end.
    early, late = 1 - kernels.DRAWN_AT, kernels.DRAWN_AT
    drawn = early * states[:-1:2] + late * states[1::2]
    np.testing.assert_allclose(due, drawn.sum(axis=1), rtol=1e-12, atol=1e-12)
    # Who turns invalid does so in the middle of the month, with what is between its start and its end.
    lost, growth = np.zeros((moments, MONTHS + 2)), grown ** np.arange(moments)[:, None]
    for month in range(MONTHS):
        before = lost
        between = (growth * states[month].sum(axis=0) + states[month + 1].sum(axis=0)) / 2
        lost = staying[month] * growth * lost + np.sqrt(staying[month]) * turning[month] * between
        if month % 2 == 0:
            drawn = early * before + late * lost
            np.testing.assert_allclose(invalid[month // 2], drawn, rtol=1e-12, atol=1e-12)


class Sick:
    """Spells of sickness by the paths of a few persons: three lengths, two days at most in a month."""

    lengths, shares, most, tenure = np.array([1, 3, 5]), np.array([0.5, 0.3, 0.2]), 2, 2
    left = np.array([3, 2, 1, 0])  # days that may be paid after so many
    calendar, first = 10, 3  # November is the first month, the fourth of the year
    last = 4  # days so far, beyond which more do not count

    def __init__(self, chances, begin):
        self.chances, self.begin = chances, begin
        self.paid = np.array(
            [[max(0, min(days, so_far + days - 2)) for days in range(3)] for so_far in range(5)]
        )
        self.out = np.zeros((MONTHS, 2, 3, 3))
        self.persons = np.zeros((MONTHS, 2))

    def live(self, month, chance, state, run, so_far, spell):
        """On from the start of a month; a spell is [month of its start, part, days left, days paid]."""
        if month == MONTHS:
            return
        if (self.calendar + month) % 12 == 0:
            so_far = 0
        if state == EMPLOYEE:
            self.persons[month] += [chance, chance * (run >= self.tenure)]
        if spell is None and state == EMPLOYEE:
            part = int(run >= self.tenure)
            for length, share in zip(self.lengths, self.shares, strict=True):
                self.day(
                    month, chance * self.begin[month] * share, state, run, so_far, [month, part, length, 0]
                )
            chance *= 1 - self.begin[month]
        self.day(month, chance, state, run, so_far, spell)

    def day(self, month, chance, state, run, so_far, spell):
        if spell is not None:
            since, part, left, had = spell
            days = min(left, self.most)
            given = min(self.paid[min(so_far, self.last), days], self.left[min(had, 3)])
            if given:
                self.out[since, part, :, month - since] += chance * np.array([given, 1, had == 0])
            so_far += days
            spell = [since, part, left - days, had + given] if left > days else None
        for to in range(STATES):
            lasting = run + 1 if state == EMPLOYEE == to else 0
            self.live(month + 1, chance * self.chances[month, state, to], to, lasting, so_far, spell)


def test_spells_of_sickness(market):
    """Days count over the calendar year, through work lost and found, and spells that reach into the next."""
    chances, begin = market[0], np.linspace(0.2, 0.4, MONTHS)
    by_path = Sick(chances, begin)
    by_path.live(0, 1.0, 0, 0, 0, None)
    kernels = compiled("cohort/spell_kernels")
    follows, ends = np.zeros((12, 5, 3, 3)), np.zeros((12, 5, 4, 5))
    january = by_path.calendar - by_path.first
    kernels.profiles(
        by_path.lengths, by_path.shares, by_path.most, by_path.paid, by_path.left, january, follows, ends
    )
    persons, out = np.zeros((MONTHS, 2)), np.zeros((MONTHS, 2, 3, 3))
    kernels.sick(
        np.eye(STATES)[0],
        chances,
        begin,
        by_path.tenure,
        follows[None],
        ends[None],
        np.zeros((1, 12, 1, 5, 3, 3)),
        np.zeros(MONTHS, np.int64),
        by_path.first,
        by_path.calendar,
        persons,
        out,
    )
    np.testing.assert_allclose(persons, by_path.persons, atol=1e-14)
    for month in range(MONTHS):
        reached = MONTHS - month  # months of the spell that the paths see
        np.testing.assert_allclose(out[month, ..., :reached], by_path.out[month, ..., :reached], atol=1e-14)


def paid_by_month(law, spells, months):
    """Days paid in each month of some spells (month, length), the last of which began with none before it."""
    paid, so_far, since = np.zeros((len(spells), months), int), None, 0
    for place, (begin, length, days_before) in enumerate(spells):
        if days_before is not None:
            so_far, since = days_before, begin
        for month in range(begin, months):
            if (law.calendar + month) // 12 > (law.calendar + since) // 12:
                so_far = 0
            days, since = min(length, law.most), month
            recent = paid[:, max(0, month - WINDOW) : month].sum()
            paid[place, month] = min(law.paid[min(so_far, law.last), days], law.left[min(recent, 3)])
            so_far, length = so_far + days, length - days
            if not length:
                break
    return paid[-1]


def test_days_paid_in_a_spell_count_for_the_next(market):
    """One after the other, month by month; November is the first month, January the third."""
    law = Sick(market[0], np.zeros(MONTHS))
    lost = np.zeros((12, 6, 5, 3, 3))
    compiled("cohort/spell_kernels").deducted(
        law.lengths, law.shares, law.most, law.paid, law.left, WINDOW, law.calendar, lost
    )
    between, before = 3, 1
    expected = np.zeros((3, 3))
    for first, share in zip(law.lengths, law.shares, strict=True):
        for second, part in zip(law.lengths, law.shares, strict=True):
            both = paid_by_month(law, [(0, first, before), (between, second, None)], 8)
            so_far = 0  # January has been in between, unless the first went on into it
            if first > 2 * law.most:
                so_far = first - 2 * law.most
            alone = paid_by_month(law, [(between, second, so_far)], 8)
            for sign, paid in ((1, alone), (-1, both)):
                begun = (paid > 0) & (paid.cumsum() == paid)
                told = np.array([paid, paid > 0, begun])[:, between : between + 3]
                expected += sign * share * part * told
    assert expected[0].sum() > 0
    np.testing.assert_allclose(lost[between, between, before], expected, atol=1e-14)
