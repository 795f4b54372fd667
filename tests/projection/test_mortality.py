"""Single-age mortality keeps the deaths of the groups it is made from, and gives the UN's life expectancy."""

import numpy as np
import pytest

from nsis.projection.alignment import aligned
from nsis.projection.assumptions.catalogue import ABRIDGED_AGES
from nsis.projection.assumptions.loading import load, parse_set
from nsis.projection.graduation import graduate, group_rates, monotone_curve
from nsis.projection.inputs.tables import read_table
from nsis.projection.lifetable import AGES, infant_years, life_expectancy, survival, survivors, years_lived
from nsis.projection.messages import ProjectionRefused
from nsis.projection.mortality import at_level, mortality_pattern, mortality_rates

CALENDAR = np.arange(2025.0, 2101)


@pytest.fixture(scope="module")
def abridged():
    """All the UN's abridged rates: [period, sex, group]."""
    columns = read_table("un_wpp_2024_mortality").columns
    return np.stack([columns[sex].reshape(21, 22) for sex in ("male", "female")], axis=1)


def test_deaths_by_group_are_kept(abridged):
    """In every period from 1995 to 2100 each group's rate comes out again, the open one too."""
    assert np.abs(group_rates(graduate(abridged)) / abridged - 1).max() < 1e-11


def test_graduated_rates_have_no_bumps_of_their_own(abridged):
    """Rates fall steeply to age 3 and hardly move to 9; from 30 on they grow by 16 %, at 98 by 19 %."""
    rates = graduate(abridged[6:])
    growth = rates[..., 1:] / rates[..., :-1]
    assert growth[..., :3].max() < 1
    assert growth[..., 3:9].max() < 1.05
    assert growth[..., 30:97].max() < 1.16
    assert growth[..., 97:].max() < 1.20
    assert growth[..., 30:].min() > 0.96


def test_life_expectancy_is_that_of_the_un(baseline, summary):
    """Before it meets a level, the graduated table gives WPP's life expectancy within 0.03 year."""
    published = np.stack([summary[f"life_expectancy_{sex}"][25:] for sex in ("male", "female")], axis=1)
    pattern = life_expectancy(mortality_pattern(baseline, CALENDAR))
    assert np.abs(pattern - published).max() < 0.03
    assert life_expectancy(mortality_rates(baseline, CALENDAR)) == pytest.approx(published, abs=1e-9)


def test_the_level_is_met(baseline):
    """A life expectancy of one's own is what the table then gives, for each sex."""
    wanted = np.array([[60.0, 90.0]])
    assert life_expectancy(at_level(mortality_pattern(baseline, CALENDAR), wanted)) == pytest.approx(
        np.broadcast_to(wanted, (76, 2)), abs=1e-9
    )


def test_rates_that_cannot_be_graduated_are_refused():
    """A group at which nearly everybody dies between two at which nobody does is no mortality."""
    rates = ", ".join(f"{age}: {2.9 if age == 40 else 0.000001}" for age in ABRIDGED_AGES)
    own = parse_set(OWN.format(rates=rates), "own")
    with pytest.raises(ProjectionRefused) as refusal:
        mortality_pattern(own, CALENDAR)
    fault = refusal.value.faults[0]
    assert fault.code == "PROJECT-003"
    assert "men, 2025): the rate 2.9 from age 40 stands too far from its neighbours" in fault.wording.en
    assert "40 বছর থেকে 2.9" in fault.wording.bn


OWN = """
label: {{en: Own, bn: নিজের}}
version: 1
extends: baseline
assumptions:
  mortality_rates:
    label: {{en: Death rates, bn: মৃত্যুহার}}
    unit: deaths/person/year
    values: {{male: {{2025: {{{rates}}}}}, female: {{2025: {{{rates}}}}}}}
    source: none
    grade: C
    vintage: "2026"
"""


def test_one_table_holds_for_all_years():
    """Death rates given once are those of every year, until they meet a level."""
    rates = ", ".join(f"{age}: {0.02 + age / 500}" for age in ABRIDGED_AGES)
    pattern = mortality_pattern(parse_set(OWN.format(rates=rates), "own"), CALENDAR)
    assert (pattern == pattern[0]).all()
    assert group_rates(pattern[0])[0, 5] == pytest.approx(0.06)


def test_the_life_table_of_a_constant_rate():
    """Under one rate at all ages but infancy, a year's survival is e^-m and life at 1 is 1/m years long."""
    rates = np.full((2, AGES), 0.02)
    assert survival(rates)[:, 2:] == pytest.approx(np.exp(-0.02))
    assert years_lived(rates)[:, 1:].sum(axis=1) / survivors(rates)[:, 1] == pytest.approx(50)


@pytest.mark.parametrize(
    ("rate", "male", "female"),
    [
        (0.01, 0.14929 - 0.0199545, 0.14903 - 0.0205527),
        (0.05, 0.02832 + 0.1630105, 0.04667 + 0.1940445),
        (0.10, 0.29915, 0.31411),
    ],
)
def test_infants_years(rate, male, female):
    """Each piece of Andreev and Kingkade's rule, for each sex."""
    assert infant_years(np.array([rate, rate])) == pytest.approx([male, female])


def test_the_curve_goes_through_its_points_and_no_further():
    """It meets each height, keeps between neighbours, and is flat at a turn."""
    points, heights = np.array([0.0, 1, 3, 4, 6]), np.array([5.0, 1, 1, 4, 8])
    assert monotone_curve(points, heights, points) == pytest.approx(heights)
    between = monotone_curve(points, heights, np.linspace(0, 6, 601))
    assert between.min() == pytest.approx(1)
    assert (np.diff(between[300:]) >= 0).all()


def test_alignment_changes_all_hazards_alike():
    """As many die as wanted, and the odds between ages stay what they were."""
    entering = np.array([[[100.0, 200.0], [300.0, 400.0]]])
    before = np.array([[[0.9, 0.8], [0.95, 0.5]]])
    after = aligned(before, entering, np.array([300.0]))
    assert (entering * (1 - after)).sum() == pytest.approx(300)
    assert np.ptp(np.log(after) / np.log(before)) < 1e-12


def test_shorter_lives_are_shorter():
    """The set of the lower bound has the UN's lower life expectancy."""
    rates = mortality_rates(load("low_life_expectancy"), np.array([2100.0]))
    assert life_expectancy(rates) == pytest.approx(np.array([[83.034, 84.636]]), abs=1e-9)
