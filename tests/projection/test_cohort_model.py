"""The cohort model of the reference design: identities, arithmetic by hand, and the lives beside it."""

import os
from dataclasses import replace
from math import comb

import numpy as np
import pytest
from tests.projection.lives_world import projected_world, small_world

from nsis.projection.cohort.earnings import spanned
from nsis.projection.cohort.long_term import LongTerm
from nsis.projection.cohort.market import Saving, all_moves, enrolment_of
from nsis.projection.cohort.model import project_cohorts
from nsis.projection.cohort.people import people_of
from nsis.projection.cohort.rights import Right, least_for_old_age, right_of
from nsis.projection.cohort.setting import FINEST, Setting
from nsis.projection.cohort.windows import entitled_to
from nsis.projection.labour import EMPLOYEE, INACTIVE, INFORMAL
from nsis.projection.lifetable import AGES
from nsis.projection.lives.lives import run
from nsis.projection.report.agreement import agreement_of

pytestmark = pytest.mark.slow

YEARS, LONG = 2, 75
MOST_DEVIATIONS, MOST_GAP = 3, 0.005


def setting_of(world, **other):
    """The setting of the same world as the lives'."""
    parts = ("scheme", "scheme_map", "population", "economy", "labour", "contingencies")
    return Setting(**{name: getattr(world, name) for name in parts} | other)


@pytest.fixture(scope="module")
def setting():
    return setting_of(small_world(YEARS, 0.001, 2))


@pytest.fixture(scope="module")
def lines(setting):
    return project_cohorts(setting)


def test_contributions_are_their_rates_of_insurable_earnings(lines):
    """Section 3 of the reference design, to a poisha a person and month."""
    for (branch, payer), rate in {
        ("old_age", "worker"): 0.03,
        ("maternity", "employer"): 0.006,
        ("unemployment", "government"): 0.0025,
    }.items():
        apart = abs(lines.contributions[branch, payer] - rate * lines.insurable_earnings)
        assert (apart <= 0.005 * 12 * lines.employees).all()  # half a poisha


def test_employees_are_the_able_times_their_share(setting, lines):
    """By hand: in the middle of each month the share stands between two 1 Julys."""
    people, shares = setting.people, setting.labour.shares
    total = 0.0
    for month in range(12):
        start, end = shares[0, :, :-1, EMPLOYEE], shares[1, :, 1:, EMPLOYEE]
        share = start + (end - start) * month / 12
        total += ((people.present * people.able)[month, :, :-1] * share).sum() / 12
    assert lines.employees[0] == pytest.approx(total, rel=1e-9)


def test_everybody_is_followed_to_the_population(setting):
    """Who survives and stays is, a year on, the population of the same assumptions."""
    people = people_of(setting.population, setting.contingencies)
    there = people.present[11, :, 20:100]
    first = setting.population.years.index(setting.contingencies.years[0])
    np.testing.assert_allclose(there, setting.population.persons[first + 1, 0, :, 21:101], rtol=1e-6)


def test_the_law_itself_says_how_many_months_give_a_right(setting):
    """Sections 6 to 8, 11 and 15."""
    expected = {
        "maternity_benefit": (12, 6),
        "sickness_benefit": (6, 3),
        "unemployment_benefit": (24, 12),
        "invalidity_pension": (60, 36),
        "injury_benefit": (0, 0),
        "informal_death_grant": (12, 1),
    }
    for name, (window, least) in expected.items():
        right = right_of(name, setting.scheme_map, setting.laws)
        assert (right.window, set(right.least.tolist())) == (window, {least})


def test_the_transition_goes_with_who_was_old_at_the_start():
    """Forty years on, the law is asked itself for those who were 39 to 53 when it began."""
    setting = setting_of(small_world(40, 0.001, 2))
    long_term, ages = LongTerm(setting, Saving(np.zeros(40), AGES * 12)), 12 * np.arange(78, 93)
    pensions, others = ["old_age_pension"], ["old_age_refund"]
    asked = least_for_old_age(pensions, others, setting.scheme_map, setting.laws[-1:], ages)
    assert len(set(asked[0, :, 0].tolist())) > 3
    np.testing.assert_array_equal(long_term.terms.least[-1, ages], asked[0])


def test_wage_groups_are_spanned_by_three_paths(setting):
    shares = spanned(setting.insurable[:, :, 20:60], 3)
    careers = shares.amounts().mean(axis=(0, 2))
    np.testing.assert_allclose(careers, setting.insurable[:, :, 20:60].mean(axis=(0, 2)), rtol=5e-3)


def test_no_long_term_right_in_the_first_two_years(lines):
    """Invalidity asks for 36 months, old age for 60."""
    for name in ("invalidity_pension", "old_age_pension", "survivor_pension"):
        assert not lines.benefits[name].any()


def test_without_employees_there_is_neither_income_nor_benefit(setting):
    shares = setting.labour.shares.copy()
    shares[..., INACTIVE] += shares[..., EMPLOYEE]
    shares[..., EMPLOYEE] = 0
    none = np.zeros_like(setting.labour.take_up)
    none[..., 0] = 1
    labour = replace(setting.labour, shares=shares, take_up=none)
    lines = project_cohorts(setting_of(small_world(YEARS, 0.001, 2), labour=labour))
    assert not any(amounts.any() for amounts in (*lines.contributions.values(), *lines.benefits.values()))


def test_who_has_drawn_an_account_has_a_right_while_the_window_lasts(setting):
    """All are informal workers, enrolled: by hand for each month of the year and each quarter of birth."""
    shares = np.zeros_like(setting.labour.shares)
    shares[..., INFORMAL] = 1
    labour, claim_age, year = replace(setting.labour, shares=shares), 60 * 12, 1
    paid, window, least = labour.paid_months, 12, 10
    rights = {"any": Right(window, np.full(2 * YEARS, least))}
    found, _ = entitled_to(
        *(rights, {}, labour, all_moves(labour, YEARS), enrolment_of(labour, YEARS, FINEST)),
        *(np.zeros((2 * YEARS, 2, AGES)), claim_age),
    )
    since = [month - drawn for month in range(12) for drawn in (1, 4, 7, 10) if drawn <= month]
    by_hand = [
        sum(
            comb(window - k, n) * paid**n * (1 - paid) ** (window - k - n)
            for n in range(least, window - k + 1)
        )
        for k in since
    ]
    drawn = found["any"].drawn[year, :, claim_age // 12 - 1, INFORMAL, 0]
    np.testing.assert_allclose(drawn, np.mean(by_hand), rtol=1e-12)


@pytest.mark.long
def test_the_lives_agree():
    """A tenth of the nation through 75 years: no line is off by three standard errors and half a per cent."""
    world = projected_world(LONG, 0.1)
    result = run(world, workers=os.cpu_count() or 1)
    lines = agreement_of(result, project_cohorts(setting_of(world)))
    most = {line: max(MOST_DEVIATIONS * line.error, MOST_GAP * line.lives) for line in lines}
    assert [line.label.en for line in lines if abs(line.cohort - line.lives) > most[line]] == []
