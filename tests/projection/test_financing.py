"""Financing: what is found holds the target; where nothing does, both languages say so."""

import re
from dataclasses import replace

import numpy as np
import pytest
from tests.projection.accounting import economy, lines, three_years

from nsis.projection.accounts.account import accounts_of
from nsis.projection.accounts.cofinancing import cost_of_reaching_more, fiscal_cost, fiscal_costs
from nsis.projection.accounts.financing import Target, government_share, level_rate, step_path
from nsis.projection.accounts.frontier import at_levels, frontier
from nsis.projection.accounts.fund import present_value
from nsis.projection.accounts.messages import FinancingRefused
from nsis.projection.accounts.options import options_of
from nsis.projection.accounts.premiums import basis_of, general_average_premium
from nsis.projection.accounts.searching import least_that_holds, value_that_holds

TARGET = Target(year=2080, years=2.0)


@pytest.fixture(scope="module")
def accounts():
    """A seeded scheme of 75 years."""
    return accounts_of(lines(), economy(), administration_share=0.05)


@pytest.fixture(scope="module")
def basis(accounts):
    """What its old-age branch is reckoned from."""
    return basis_of(accounts, "old_age")


def held(basis, rates, year):
    """Reserve by expenditure at the end of a year, through accounts of their own."""
    paid = rates * basis.earnings
    charged = replace(
        lines(),
        contributions={("old_age", "worker"): paid, ("old_age", "government"): basis.given},
        benefits={"old_age_pension": basis.benefits},
    )
    account = accounts_of(charged, economy(), administration_share=0.05).of("old_age")
    place = account.years.index(year)
    return account.reserve_end[place] / account.expenditure[place]


def test_the_level_rate_holds_the_target(basis):
    """Charged through accounts of their own, it leaves two years of expenditure."""
    answer = level_rate(basis, TARGET)
    assert (answer.rates == answer.value).all()
    assert held(basis, answer.rates, TARGET.year) == pytest.approx(2, rel=1e-9)


def test_without_a_target_it_is_the_general_average_premium(basis):
    """Nothing left at the end of the last year: two chapters, one number."""
    assert level_rate(basis, Target(2100)).value == pytest.approx(general_average_premium(basis), rel=1e-9)


def test_steps_hold_the_target(basis):
    """From 6 % in three equal steps."""
    answer = step_path(basis, TARGET, 0.06, (2029, 2032, 2050))
    assert answer.rates[:3] == pytest.approx([0.06] * 3)
    assert answer.rates[-1] == pytest.approx(0.06 + 3 * answer.value)
    assert np.count_nonzero(np.diff(answer.rates)) == 3
    assert held(basis, answer.rates, TARGET.year) == pytest.approx(2, rel=1e-9)


def test_the_governments_share_holds_the_target(basis):
    """On top of others' 5 % from 2030."""
    others = np.full(75, 0.05)
    answer = government_share(basis, TARGET, others, since=2030)
    assert answer.rates[:4] == pytest.approx(others[:4])
    assert answer.rates[4:] == pytest.approx(others[4:] + answer.value)
    assert held(basis, answer.rates, TARGET.year) == pytest.approx(2, rel=1e-9)


def test_three_years_by_hand():
    """Without interest 325 are spent in three years out of 3,000; 2 years of 190 more are to be left."""
    of_hand, path = three_years()
    accounts = accounts_of(of_hand, replace(path, interest=np.zeros(3)), administration_share=0.0)
    of = basis_of(accounts, "old_age")
    assert level_rate(of, Target(2028)).value == pytest.approx(325 / 3000)
    assert level_rate(of, Target(2028, 2.0)).value == pytest.approx((325 + 380) / 3000)
    assert step_path(of, Target(2028), 0.1, (2028,)).value == pytest.approx(0.025)
    others = np.full(3, 0.1)
    assert government_share(of, Target(2028), others, 2027).value == pytest.approx(0.0125)


def refusal(call):
    """The fault that the call is refused with, its message well made in both languages."""
    with pytest.raises(FinancingRefused) as refused:
        call()
    (fault,) = refused.value.faults
    assert "{" not in fault.wording.en + fault.wording.bn
    assert not re.search("[0-9]", fault.wording.bn)
    return fault


def test_where_no_rate_does_both_languages_say_so(basis):
    """The nearest is named, with what it would leave."""
    fault = refusal(lambda: level_rate(basis, TARGET, (0.0, 0.05)))
    assert fault.code == "FINANCE-001"
    assert "0.05 comes nearest" in fault.wording.en
    assert "০.০৫" in fault.wording.bn


def test_a_year_that_is_not_projected_is_refused(basis):
    """Both searches know their years."""
    assert refusal(lambda: level_rate(basis, Target(1999))).code == "FINANCE-003"


def test_a_lever_that_moves_nothing_is_refused(basis):
    """A step after the target's year cannot help it."""
    assert refusal(lambda: step_path(basis, Target(2030), 0.1, (2040,))).code == "FINANCE-002"


def by_pension_level(times):
    """Accounts with old-age pensions at so many times their level."""
    of = lines()
    pensions = {**of.benefits, "old_age_pension": times * of.benefits["old_age_pension"]}
    return accounts_of(replace(of, benefits=pensions), economy(), administration_share=0.05)


def test_a_value_is_sought_by_running_again():
    """The level of pensions that the contributions can pay, in few runs."""
    runs = []

    def run(times):
        runs.append(times)
        return by_pension_level(times)

    found = value_that_holds(run, TARGET, (0.1, 2.0), branch="old_age", near_enough=1e-6)
    account = by_pension_level(found).of("old_age")
    place = account.years.index(TARGET.year)
    assert account.reserve_end[place] / account.expenditure[place] == pytest.approx(2, rel=1e-4)
    assert len(runs) <= 12


def test_a_value_on_a_curve_is_found():
    """Where the reserve is no straight line in the value, and steps where people may go."""

    def curved(value):
        return by_pension_level(2 - value**3)

    found = value_that_holds(curved, TARGET, (0.0, 1.2), branch="old_age", near_enough=1e-7)
    straight = value_that_holds(by_pension_level, TARGET, (0.1, 2.0), branch="old_age", near_enough=1e-7)
    assert 2 - found**3 == pytest.approx(straight, abs=1e-5)


def test_the_least_whole_number_that_holds():
    """Months of a later pension age, each of which costs pensions 1 %: the least that is enough."""

    def run(months):
        return by_pension_level(1 - months / 100)

    found = least_that_holds(run, Target(TARGET.year, 10.0), 0, 60, branch="old_age")
    place = run(0).years.index(TARGET.year)
    for months, enough in ((found, True), (found - 1, False)):
        account = run(months).of("old_age")
        assert (account.reserve_end[place] >= 10 * account.expenditure[place]) == enough


def test_where_no_value_does_both_languages_say_so():
    """Neither bound holds, or the greatest number does not."""
    target = Target(2080, 1000.0)
    fault = refusal(lambda: value_that_holds(by_pension_level, target, (0.5, 2.0), branch="old_age"))
    assert (fault.code, "0.5 comes nearest" in fault.wording.en) == ("FINANCE-001", True)
    fault = refusal(lambda: least_that_holds(by_pension_level, target, 1, 3, branch="old_age"))
    assert fault.code == "FINANCE-001"


def test_the_frontier_is_what_each_choice_needs(basis):
    """Lower benefits and a larger budget each lower the rate; a budget of earnings is a rate as good."""
    found = frontier(at_levels(basis, (0.8, 1.0, 1.2)), (0.0, 0.01, 0.02), TARGET)
    assert found.benefits == ("0.8", "1", "1.2")
    assert found.rates[1, 0] == pytest.approx(level_rate(basis, TARGET).value)
    assert found.rates[:, 0] - found.rates[:, 1] == pytest.approx([0.01] * 3, rel=1e-6)
    assert (np.diff(found.rates, axis=0) > 0).all()
    assert found.benefit_cost / found.benefit_cost[1] == pytest.approx([0.8, 1, 1.2])
    assert np.isnan(frontier(at_levels(basis, (100.0,)), (0.0,), TARGET).rates).all()


def test_the_fiscal_cost_of_taking_up():
    """More insured cost more than themselves, for those there before are matched more too."""
    low = lines()
    matched = low.contributions[("informal", "match")]
    high = replace(
        low,
        contributions={**low.contributions, ("informal", "match"): 3 * matched},
        informal_insured=1.5 * low.informal_insured,
    )
    costs = fiscal_costs({"20 %": low, "50 %": high}, economy())
    assert costs["20 %"].cost == pytest.approx(matched)
    assert costs["20 %"].of_gdp == pytest.approx(matched / economy().gdp)
    assert costs["50 %"].for_each == pytest.approx(2 * costs["20 %"].for_each)
    assert costs["20 %"].present_value == pytest.approx(present_value(matched, economy().interest))
    further = cost_of_reaching_more(costs["20 %"], costs["50 %"])
    assert further == pytest.approx(2 * matched / (0.5 * low.informal_insured))
    assert (further > costs["50 %"].for_each).all()
    assert np.isnan(cost_of_reaching_more(costs["20 %"], costs["20 %"])).all()
    assert (fiscal_cost("none", low, economy(), ("government",)).cost == 0).all()


def test_each_option_holds_the_branchs_target(accounts, basis):
    """One rate, steps upon the first rate, a further share: each through accounts of its own."""
    found, years = options_of(accounts, "old_age", TARGET), np.array(basis.years)
    law = accounts.of("old_age").contributed / basis.earnings
    risen = (years[:, None] >= np.array(found.steps)).sum(axis=1)
    assert found.steps[:2] == (2036, 2046)
    assert found.law == pytest.approx(law[0])
    for rates in (np.full(len(years), found.level), found.law + found.step * risen, law + found.government):
        assert held(basis, rates, TARGET.year) == pytest.approx(TARGET.years, abs=1e-6)


def test_where_no_step_falls_within_the_years_there_is_none():
    """Ten years have no tenth one after the first: the step is not known, the rest is."""
    short = accounts_of(lines(10), economy(10), administration_share=0.05)
    found = options_of(short, "old_age", Target(2035, 1.0))
    assert found.steps == ()
    assert np.isnan(found.step)
    assert found.level > 0
