"""The law through time: moved values follow the path to the poisha, the rest stays, kernels are one set."""

import time
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from nsis.engine.loading import load_scheme
from nsis.projection.assumptions.loading import parse_set
from nsis.projection.economy import economy_of
from nsis.projection.inputs.moving import COURSES, Moving, parse_moving, read_moving
from nsis.projection.laws import laws_by_month, laws_of, with_value
from nsis.projection.messages import MOVING, ProjectionRefused
from nsis.terms.month import Month
from nsis.terms.provision import Status

YEARS = range(2026, 2101)
NSIS = "bangladesh/nsis"


@pytest.fixture(scope="module")
def scheme():
    """The reference design."""
    return load_scheme("nsis.law", NSIS)


@pytest.fixture(scope="module")
def moved(scheme, economy, baseline):
    """The reference design through 75 years."""
    return laws_of(scheme, economy, read_moving(scheme), assumptions=baseline.identity)


def test_levels_follow_the_index_to_the_poisha(scheme, economy, moved):
    """In exact fractions: each July's value is the law's times the index, half up (eq. 3)."""
    courses = read_moving(scheme).courses
    for name in [name for name, course in courses.items() if course in ("wages", "insurable earnings")]:
        law = scheme.parameters[name].values[-1].value
        for place, year in enumerate(YEARS):
            value = moved.on(Month(year, 7)).plain_values[name]
            index = Fraction(economy.wage_index[place])
            for before, after in zip(
                *[each if isinstance(each, tuple) else (each,) for each in (law, value)], strict=True
            ):
                assert after == (before * index * 2 + 1) // 2


def test_rates_are_those_of_the_economy(economy, moved):
    """Interest is the year's, growth that of the year before; the first year keeps the law's own."""
    for place, year in enumerate(YEARS[1:], start=1):
        values = moved.on(Month(year, 7)).plain_values
        for name, rate in (
            ("fund_interest_rate", economy.interest[place]),
            ("price_growth", economy.price_growth[place - 1]),
            ("wage_growth", economy.wage_growth[place - 1]),
        ):
            assert abs(values[name] - 1e6 * rate) <= 0.5 + 1e-6
    first = moved.on(Month(2027, 6)).plain_values
    assert (first["fund_interest_rate"], first["price_growth"]) == (70_000, 0)


def test_everything_else_is_the_laws(scheme, moved):
    """Values that do not move are the same objects; the original holds what it held, for all time."""
    courses = read_moving(scheme).courses
    assert all(
        moved.parameters[name] is each for name, each in scheme.parameters.items() if name not in courses
    )
    assert scheme.on(Month(2071, 7)).plain_values["garment_entry_wage"] == 1_250_000
    assert moved.rules == scheme.rules


def test_a_moved_value_says_whose_it_is(moved, baseline):
    """It is illustrative, its source the set of assumptions; the enacted wage before it stays enacted."""
    before, *after = moved.parameters["garment_entry_wage"].values
    assert before.provision.status is Status.ENACTED
    assert len(after) == len(YEARS) - 1
    assert {each.provision.status for each in after} == {Status.ILLUSTRATIVE}
    assert {each.provision.instrument.source for each in after} == {baseline.identity}
    assert after[-1].provision.cite("en") == "Projection of the economy, year 2100"
    assert after[-1].provision.cite("bn") == "অর্থনীতির প্রক্ষেপণ, বছর ২১০০"


def test_a_person_of_2071_is_explained(moved, economy):
    """The interpreter gives a contribution under the ceiling of 2071, and names the projection."""
    ceiling = 4 * moved.on(Month(2071, 8)).plain_values["garment_entry_wage"]
    facts = {"gross_wage": 100 * ceiling // 100 + 1, "risk_class": 3}
    told = moved.on(Month(2071, 8)).explain("insurable_earnings", facts)
    assert told.value == ceiling
    assert "Projection of the economy, year 2071" in str([finding.as_dict("en") for finding in told.findings])


def test_nine_hundred_months_are_one_structure_and_quick(scheme, economy, baseline):
    """All laws of 75 years in under ten seconds, and one set of kernels for all of them."""
    moving = read_moving(scheme)
    start = time.perf_counter()
    laws = laws_by_month(laws_of(scheme, economy, moving, assumptions=baseline.identity), scheme.start, 900)
    assert time.perf_counter() - start < 10
    assert len({id(law.structure) for law in laws}) == 1
    assert [law.month for law in laws] == [scheme.start + month for month in range(900)]


def test_a_law_that_borrows_is_the_law_of_its_month(scheme, economy, baseline):
    """What months lend each other changes nothing: version, defaults and results are those of `on`."""
    borrowing, plain = (
        laws_of(scheme, economy, read_moving(scheme), assumptions=baseline.identity) for _ in range(2)
    )
    lent = laws_by_month(borrowing, scheme.start, 200)
    facts = {"gross_wage": 3_000_000, "risk_class": 2}
    for place in (0, 5, 12, 100, 199):
        law = plain.on(scheme.start + place)
        assert lent[place].version == law.version
        assert lent[place].defaults() == law.defaults()
        targets = ("contribution_due", "remittance_due")
        assert lent[place].evaluate(targets, facts) == law.evaluate(targets, facts)


def test_average_insurable_earnings_may_have_a_course_of_their_own(scheme, economy, baseline):
    """Where the cohort model knows it, its index moves the average; wages move the rest."""
    course = np.linspace(1, 3, len(YEARS))
    own = laws_of(
        scheme, economy, read_moving(scheme), assumptions=baseline.identity, insurable_earnings=course
    )
    assert own.on(Month(2100, 7)).plain_values["average_insurable_earnings"] == 3 * 1_500_000
    assert own.on(Month(2100, 7)).plain_values["funeral_amount"] > 3_000_000 * 100


def test_what_the_law_sets_anew_moves_from_there(scheme, economy, baseline):
    """A scheme that starts before the economy's second July keeps its own value until the next."""
    later = economy_of(baseline, range(2024, 2101))
    values = (
        laws_of(scheme, later, read_moving(scheme), assumptions="x").parameters["garment_entry_wage"].values
    )
    assert [each.in_force_from.year for each in values[:3]] == [2023, 2027, 2028]
    index = later.wage_index
    assert values[1].value == int(1_250_000 * index[3] / index[2] + 0.5)


BAD = [
    (
        "values:\n  garment_wage: wages",
        "MOVING-002",
        "nsis/moving.yaml:2: the law has no value `garment_wage`. Near are: garment_entry_wage",
    ),
    ("values:\n  funeral_amount: gold", "MOVING-003", "follows `gold`, which is no course"),
    ("value:\n  funeral_amount: wages", "LAW-024", "`value` of `moving` is not known"),
    ("values:\n  funeral_amount: {by: wages}", "MOVING-003", "no course of the economy"),
    ("values: [", "LAW-009", "moving.yaml"),
    (
        "values: {funeral_amount: wages}\noffer: {prices: informal_band_amounts}",
        "MOVING-002",
        "the law has no value `–`",
    ),
    (
        "values: {funeral_amount: wages}\noffer: {price: informal_band_amounts}",
        "LAW-024",
        "`price` of `offer` is not known",
    ),
]


@pytest.mark.parametrize(("text", "code", "says"), BAD)
def test_a_fault_in_the_file_says_where(scheme, text, code, says):
    """Each kind of fault has its code, its place and its words in both languages."""
    with pytest.raises(ProjectionRefused) as refusal:
        parse_moving(text, scheme)
    fault = refusal.value.faults[0]
    assert fault.code == code
    assert says in fault.wording.en
    assert fault.wording.bn != fault.wording.en


def test_every_fault_of_the_file_is_told_at_once(scheme):
    """Two names and a course wrong: three faults."""
    with pytest.raises(ProjectionRefused) as refusal:
        parse_moving("values:\n  a: wages\n  b: wages\n  funeral_amount: gold", scheme)
    assert [fault.code for fault in refusal.value.faults] == ["MOVING-002", "MOVING-002", "MOVING-003"]


def test_growth_beyond_the_laws_bounds_is_refused(scheme, economy):
    """Wages that grow by half each year would leave what the law declares: value, year and mend."""
    wild = economy_of(parse_set(WILD, "wild"), YEARS)
    with pytest.raises(ProjectionRefused) as refusal:
        laws_of(scheme, wild, read_moving(scheme), assumptions="wild")
    fault = refusal.value.faults[0]
    assert fault.code == "MOVING-004"
    assert "the law lets it be from" in fault.wording.en


def test_a_scheme_without_its_file_is_refused(scheme):
    """The file is named, in both languages."""
    with pytest.raises(ProjectionRefused, match=r"bangladesh/other/moving\.yaml") as refusal:
        read_moving(replace(scheme, name="bangladesh/other"))
    assert refusal.value.faults[0].code == "MOVING-001"
    assert {"MOVING-001", "MOVING-004"} | {code for _, code, _ in BAD} >= set(MOVING)


def test_each_course_is_followed_or_stands_ready(scheme):
    """The reference design uses all courses but two, which are tried here."""
    assert set(read_moving(scheme).courses.values()) == set(COURSES) - {"prices", "output"}
    economy = economy_of(parse_set(WILD.replace("0.5", "0.05"), "own"), YEARS)
    real = economy.gdp / economy.gdp[0] / economy.price_index
    for course, index in (("prices", economy.price_index), ("output", real)):
        own = laws_of(scheme, economy, Moving({"funeral_amount": course}, None), assumptions="own")
        assert own.on(Month(2030, 7)).plain_values["funeral_amount"] == int(3_000_000 * index[4] + 0.5)


WILD = """
label: {en: Wild, bn: উদ্দাম}
version: 1
extends: baseline
assumptions:
  nominal_wage_growth:
    label: {en: Wages, bn: মজুরি}
    unit: rate/year
    values: 0.5
    source: the test
    grade: C
    vintage: "2026"
"""


def test_a_value_that_is_tried_holds_for_good(scheme):
    """A pension age of 63 from the start, in place of all steps; the law itself keeps them; 99 is refused."""
    tried = with_value(scheme, "pension_age", 63 * 12)
    assert {tried.on(Month(year, 7)).plain_values["pension_age"] for year in (2026, 2050, 2100)} == {756}
    assert scheme.on(Month(2050, 7)).plain_values["pension_age"] == 780
    assert tried.on(Month(2026, 7)).values["pension_age"].dated.provision.status is Status.ILLUSTRATIVE
    with pytest.raises(ProjectionRefused, match="pension_age"):
        with_value(scheme, "pension_age", 99 * 12)


def test_a_law_lends_only_to_one_of_its_structure(scheme):
    """What was worked out for other rules would be wrong."""
    first, later = scheme.on(Month(2026, 7)), scheme.on(Month(2026, 8))
    later.borrow(first)
    assert later.table_lengths is first.table_lengths
    other = replace(later, rules=dict(list(later.rules.items())[:-1]))
    with pytest.raises(ValueError, match="differ in more than values"):
        other.borrow(first)
