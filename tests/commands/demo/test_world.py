"""The synthetic upazila: its people are the census's, its workers the surveys', and none of them is real."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from nsis.commands.demo import sources
from nsis.commands.demo.careers import MONTHS, START
from nsis.commands.demo.population import people_of_the_upazila, workforce_of
from nsis.commands.demo.sources import SEXES, sectors
from nsis.commands.demo.world import World, world
from nsis.registry import identifiers


@pytest.fixture(scope="module")
def whole() -> World:
    """The demonstration at the full share."""
    return world(seed=2026, share=1.0)


@pytest.fixture(scope="module")
def small() -> World:
    """A fiftieth of it."""
    return world(seed=2026, share=0.02)


def test_people_sum_to_the_census_by_sex():
    """Kaliganj had 144,272 women and 137,643 men in 2022; every age group keeps the district's share."""
    people = people_of_the_upazila()
    assert {sex: sum(group.people for group in people if group.sex == sex) for sex in SEXES} == {
        "f": 144_272,
        "m": 137_643,
    }
    women_20_24 = next(group for group in people if group.sex == "f" and group.ages[0] == 20)
    assert women_20_24.people == round(144_272 * 397_802 / 2_934_036)


def test_workforce_adds_up_and_covers_formal_ages():
    """Nobody is lost between labour force, unemployed, formal and informal; the insured are 18 to 64."""
    workforce = workforce_of(people_of_the_upazila())
    assert workforce.labour_force == workforce.unemployed + workforce.formal + workforce.informal
    assert 15_000 < workforce.insured_total < 20_000
    assert {age for _, ages in workforce.insured for age in ages} == set(range(18, 65))


def test_shares_of_sex_and_sector_are_within_sampling_error(whole: World):
    """Women among the workers, and the sectors of men, lie within four standard errors of the tables."""
    staff = [worker for worker in whole.registered if worker.serial < whole.workforce.insured_total]
    women = sum(count for (sex, _), count in whole.workforce.insured.items() if sex == "f")
    expected = women / whole.workforce.insured_total
    drawn = sum(worker.sex == "f" for worker in staff) / len(staff)
    assert abs(drawn - expected) < 4 * (expected * (1 - expected) / len(staff)) ** 0.5
    men = len(staff) * (1 - drawn)
    starting = Counter(s.employer.sector.code for s in whole.starting_spells() if s.worker.sex == "m")
    for sector in sectors():
        share = sector.percent_of["m"] / 100
        assert abs(starting[sector.code] / men - share) < 4 * (share * (1 - share) / men) ** 0.5


def test_sectors_divide_everyone():
    """The sectors' shares sum to 100 percent for each sex."""
    for sex in SEXES:
        assert sum(sector.percent_of[sex] for sector in sectors()) == pytest.approx(100)


def test_year_has_what_a_year_has(whole: World):
    """Joiners, leavers, people who come back, people with two employers in a month, nil returns."""
    spells = [spell for of_employer in whole.spells.values() for spell in of_employer]
    places = Counter((spell.worker.serial, spell.employer.serial) for spell in spells)
    assert sum(spell.starts_on >= START for spell in spells) > 1_000
    assert sum(spell.ends_on is not None for spell in spells) > 1_000
    assert sum(count > 1 for count in places.values()) > 100
    in_september = Counter(
        line.worker.serial for employer in whole.employers for line in whole.filing(employer, MONTHS[2]).lines
    )
    assert sum(count == 2 for count in in_september.values()) > 50
    assert any(not filing.lines for filing in whole.filings())


def test_nobody_has_two_lines_in_one_payroll_and_nobody_is_under_18(whole: World):
    """One line a worker, employer and month, with a wage above zero and dates that fit the month."""
    for filing in whole.filings():
        serials = [line.worker.serial for line in filing.lines]
        assert len(serials) == len(set(serials))
        for line in filing.lines:
            born = line.worker.birth_date
            assert line.joined_on >= born.replace(year=born.year + 18, day=min(born.day, 28))
            assert line.wage.gross > 0
            assert line.joined_on <= filing.month.last_day
            assert line.left_on is None or filing.month.first_day <= line.left_on <= filing.month.last_day


def test_nobody_can_be_taken_for_real(whole: World):
    """Numbers have the right form but lie where no card and no operator is; employers say what they are."""
    nids = {worker.nid for worker in whole.registered}
    assert len(nids) == len(whole.registered)
    assert all(identifiers.kind_of_nid(nid) == "nid10" and nid.startswith("00000") for nid in nids)
    assert all(len(w.mobile) == 11 and w.mobile.startswith("010") for w in whole.registered)
    assert all(
        employer.name_en.startswith("Demonstration ") and employer.name_bn.startswith("প্রদর্শনী ")
        for employer in whole.employers
    )


def test_names_are_of_the_persons_sex_in_both_scripts(whole: World):
    """Bangla names have no Latin letter and Latin names no Bangla one; a woman is never `Md.`."""
    for worker in whole.registered:
        assert worker.name_en.isascii()
        assert not any(letter.isascii() and letter.isalpha() for letter in worker.name_bn)
        assert not (worker.sex == "f" and worker.name_en.startswith("Md."))


def test_person_stays_who_they_are_at_any_share(whole: World, small: World):
    """A smaller share has the first of the same people, not others."""
    assert small.registered[:300] == whole.registered[:300]


def test_every_sector_and_incident_is_there_at_a_small_share(small: World):
    """A fiftieth still has each sector and each kind of incident, so that a short run shows everything."""
    assert {employer.sector.code for employer in small.employers} == {sector.code for sector in sectors()}
    kinds = {kind for of_filing in small.incidents.values() for kind in of_filing}
    assert kinds == {row["kind"] for row in sources.rows("incidents")}


def test_tables_are_described():
    """Every table stands in the README beside it, with its source."""
    readme = (sources.TABLES / "README.md").read_text(encoding="utf-8")
    for table in Path(sources.TABLES).glob("*.csv"):
        assert f"`{table.name}`" in readme
        with table.open(encoding="utf-8", newline="") as file:
            assert all(None not in row and None not in row.values() for row in csv.DictReader(file))
