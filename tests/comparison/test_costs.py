"""Designs costed on the same lives: rates that add up, by hand from the lines, and told in every form."""

import numpy as np
import pytest

from nsis.comparison.schemes.cost_tables import with_costs
from nsis.comparison.schemes.costs import Asked, costed
from nsis.law import scheme
from nsis.projection.assumptions.loading import load
from nsis.projection.report.document import Document, Section
from nsis.terms.wording import Wording

pytestmark = pytest.mark.slow

THAILAND, INDIA = "thailand/social_security_fund", "india/epfo"
ASKED = {"wages": "multiples", "years": 2, "sample": 0.0002, "seed": 1}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("costs")


def cost_all(folder, told):
    named = [(Wording(en=name, bn=name), scheme(name)) for name in (THAILAND, INDIA)]
    asked = Asked(load("baseline"), **ASKED)
    return costed(named, asked, folder, lambda what, done, of: told.append((what.en, done, of))), asked


@pytest.fixture(scope="module")
def costs(folder):
    return cost_all(folder, [])[0]


def test_the_same_persons_live_under_each_law(costs):
    thai, indian = (each.lines for each in costs)
    assert (thai.population == indian.population).all()
    assert (thai.labour_force == indian.labour_force).all()


def test_what_the_law_charges_and_what_it_costs(costs):
    """Thailand: 5 + 5 + 2.75 %. The premium is what benefits are worth by what earnings are."""
    thai = costs[0]
    assert thai.level(thai.charged(None)) == pytest.approx(0.1275, abs=1e-4)
    first, second = thai.interest
    worth = np.array([(1 + first) ** -0.5, (1 + first) ** -1 * (1 + second) ** -0.5])
    paid = sum(thai.lines.benefits.values())
    assert thai.level(thai.paid(None)) == pytest.approx(
        (paid * worth).sum() / (thai.lines.insurable_earnings * worth).sum()
    )
    assert sum(thai.level(thai.paid(each)) for each in thai.branches) == pytest.approx(
        thai.level(thai.paid(None))
    )
    assert 0 < thai.error < thai.level(thai.paid(None))


def test_what_is_done_is_not_done_again(costs, folder):
    """All blocks are there at once, and the figures are the same."""
    told = []
    again, _ = cost_all(folder, told)
    assert [(done, of) for _, done, of in told] == [(8, 8), (8, 8)]
    assert again[1].level(again[1].paid(None)) == costs[1].level(costs[1].paid(None))


def test_the_section_stands_before_the_sources(costs):
    """A row for each branch and one for all; what is left is what is charged less what it costs."""
    empty, asked = Wording(en="–", bn="–"), Asked(load("baseline"), **ASKED)
    bare, other = (
        Document(empty, empty, empty, [Section("sources", empty, [])]),
        Wording(en="ESIC", bn="ESIC"),
    )
    document = with_costs(bare, costs, asked, [other])
    assert [each.name for each in document.sections] == ["costs", "sources"]
    assert document.sections[0].blocks[-1].texts[-1].en.startswith("ESIC: not costed")
    table = next(each for each in document.tables if each.name == "costs")
    rows = {column.name: column.values for column in table.columns}
    assert [each.en for each in rows["branch"]][-4:] == [
        *("Provident fund", "Pension scheme", "Deposit-linked insurance", "All"),
    ]
    for premium, charged, left in zip(rows["premium"], rows["charged"], rows["left"], strict=True):
        assert left == pytest.approx(charged - premium)
    assert table.emphasised == [3, 7]
    assert [name for name in rows if name.startswith("year_")] == ["year_1", "year_2"]
