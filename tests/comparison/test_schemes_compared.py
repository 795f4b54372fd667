"""Schemes beside each other: figures by hand, wages mapped as said, and nothing mixed that may not be."""

from dataclasses import replace
from fractions import Fraction

import pytest

from nsis.comparison.answers import read_answers
from nsis.comparison.schemes.profile import Part, Profile, told_apart
from nsis.comparison.schemes.tables import comparison
from nsis.comparison.wages import wages_of
from nsis.engine.refusal import Refused
from nsis.law import scheme
from nsis.terms.month import Month
from nsis.terms.wording import Wording

NSIS = "bangladesh/nsis"
LABEL = "National Social Insurance Scheme"


def part_of(month, base=2000000):
    law = scheme(NSIS)
    return Part(law.on(Month.parse(month)), read_answers(law), wages_of("bangladesh"), base)


@pytest.fixture(scope="module")
def profile():
    return Profile((part_of("2027-07"),))


@pytest.fixture(scope="module")
def document(profile):
    return comparison(told_apart([profile, Profile((part_of("2033-01"),))]), "multiples")


def table(document, name):
    return next(each for each in document.tables if each.name == name)


def test_contributions_by_payer(profile):
    """The rates of the text: worker 4.30 %, employer 0.75 + 4.50 %, government 0.25 %."""
    rates = profile.rates_by_payer(Fraction(1))
    assert rates == pytest.approx({"worker": 0.043, "employer": 0.0525, "government": 0.0025})


def test_the_floor_makes_low_wages_dearer(profile):
    """Half of 20,000 is insured at the floor of 12,500: 4.30 % of that is 5.375 % of 10,000."""
    assert profile.rates_by_payer(Fraction(1, 2))["worker"] == pytest.approx(0.05375)


def test_replacement_by_career(profile):
    """1.35 % a year; ten years are too few; forty give 54 %."""
    rates = [profile.old_age(years, Fraction(1)).rate for years in (10, 20, 30, 40)]
    assert rates == [0, 270000, 405000, 540000]


def test_schemes_that_stand_together_are_added(profile):
    """Two parts: both contributions are due; the first that has a branch answers for it."""
    both = Profile((part_of("2027-07"), part_of("2033-01")))
    assert both.rates_by_payer(Fraction(1))["worker"] == pytest.approx(0.043 + 0.063)
    assert both.branches["old_age"][0].law.month == Month.parse("2027-07")


def test_the_document_has_every_table_in_both_languages(document):
    """Contributions, careers, conditions, limits, informal cover, verdicts, and where wages come from."""
    names = {each.name for each in document.tables}
    wanted = {
        "laws",
        "wages",
        "contributions",
        "replacement",
        "conditions",
        "limits",
        "informal",
        "ilo",
        "not_met",
    }
    assert wanted <= names
    assert "lump_sums" not in names  # none of the two pays one
    assert [each.en for each in table(document, "laws").columns[0].values] == [f"Bangladesh, {LABEL}"] * 2
    heads = [value.en for value in table(document, "replacement_chart").columns[0].values]
    assert heads == [f"Bangladesh, {LABEL}, July 2027", f"Bangladesh, {LABEL}, January 2033"]
    sources = table(document, "wages").columns[-1].values
    assert all(source.en for source in sources)


@pytest.mark.slow
def test_a_scheme_is_named_as_its_law_names_it():
    """In the reader's language, its country only where the name lacks it, and with what a reform changes."""
    law = scheme("thailand/social_security_fund")
    change = Wording(en="more", bn="আরও")
    part = Part(law.on(Month.parse("2026-01")), read_answers(law), wages_of("thailand"), 1500000, (change,))
    assert part.name == Wording(
        en="Social Security Fund of Thailand + more", bn="থাইল্যান্ডের সামাজিক নিরাপত্তা তহবিল + আরও"
    )
    epfo = Part(scheme("india/epfo").on(Month.parse("2026-01")), part.answers, wages_of("india"), 1500000)
    assert epfo.name == Wording(en="India, EPFO", bn="ভারত, ইপিএফও")


def test_the_ceiling_is_told_by_the_average_wage(document):
    """50,000 of 20,000: two and a half times."""
    assert table(document, "limits").columns[-1].values == [2.5, 2.5]


def test_wages_are_mapped_as_asked():
    """By multiples the country's own average; at purchasing power what Bangladesh's average wage buys."""
    home, there = wages_of("bangladesh"), wages_of("viet_nam")
    assert there.wage_like(home, "multiples") == there.average
    assert there.wage_like(home, "ppp") == int(20000 * Fraction("7160.71") / Fraction("32.99"))
    assert home.wage_like(home, "nominal") == home.average


def test_the_latest_factors_that_both_countries_have_are_taken():
    """Thailand's of 2024 is not known, so that both are of 2017."""
    home, there = wages_of("bangladesh"), wages_of("thailand")
    assert there.wage_like(home, "ppp") == int(2000000 * Fraction("13.2873") / Fraction("29.5141"))


def test_factors_of_different_years_are_not_mixed():
    """A factor that is not known, or only of other years, is refused in words."""
    home, there = wages_of("bangladesh"), wages_of("thailand")
    later = replace(there.figures["ppp_2017"], year="2020")
    for figures, words in (({}, "the factor is not known"), ({"ppp": later}, "the factors are of")):
        with pytest.raises(Refused, match=words):
            replace(there, figures=figures).wage_like(home, "ppp")
    with pytest.raises(Refused, match="No wages of `atlantis`"):
        wages_of("atlantis")


def test_every_wage_has_a_source_and_a_grade():
    """And the least of them is told: judgement is grade C."""
    for country in ("bangladesh", "india", "nepal", "thailand", "indonesia", "viet_nam"):
        for figure in wages_of(country).figures.values():
            assert figure.source
            assert figure.grade in "ABC"
