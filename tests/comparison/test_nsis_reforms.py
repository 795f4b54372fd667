"""The reforms and example persons that stand with a scheme: each holds, and each shows something."""

from functools import cache

import pytest

from nsis.comparison.effects import effects
from nsis.comparison.examples import read_examples
from nsis.engine.reform import apply, known_reform, write_reform
from nsis.engine.store import reforms_of
from nsis.law import scheme, schemes
from nsis.terms.month import Month
from nsis.terms.provision import Status

pytestmark = pytest.mark.slow

NSIS = "bangladesh/nsis"
REFORMS = [(name, reform) for name in schemes() for reform in reforms_of("nsis.law", name)]
GARMENT = {"gross_wage": 1_850_000, "risk_class": 3}


@cache
def reformed(name, *reforms):
    return apply("nsis.law", name, *(known_reform("nsis.law", name, reform) for reform in reforms))


def law_of(month, *reforms):
    return reformed(NSIS, *reforms).on(Month.parse(month))


@pytest.mark.parametrize(("name", "reform"), REFORMS)
def test_each_reform_loads_is_no_law_and_changes_something(name, reform):
    """It is another law in some month of change; in the last, nothing of it passes for enacted."""
    changed, filed = reformed(name, reform), scheme(name)
    laws = [changed.on(month) for month in changed.months_of_change() if month >= filed.months_of_change()[0]]
    assert any(fingerprint(law) != fingerprint(filed.on(law.month)) for law in laws)
    assert laws[-1].status is not Status.ENACTED
    assert laws[-1].scheme == f"{name}+{reform}"


def fingerprint(law):
    """What tells one law from another, whatever it is called."""
    return law.version.partition("#")[2]


@pytest.mark.parametrize(
    ("month", "reforms", "quantity", "amount"),
    [
        ("2027-06", ["maternity-2027"], "maternity_contribution_worker", 7_400),
        ("2027-07", ["maternity-2027"], "maternity_contribution_worker", 9_250),  # 0.50 % of 18,500
        ("2027-06", ["basic-wage"], "insurable_earnings", 1_850_000),
        ("2027-07", ["basic-wage"], "insurable_earnings", 991_600),  # 53.6 % of 18,500
        ("2027-07", ["basic-wage"], "earnings_floor", 670_000),  # the basic wage of the entry wage
        ("2027-07", ["basic-wage"], "earnings_ceiling", 2_680_000),
        ("2028-01", ["childcare"], "childcare_contribution_employer", 3_700),  # 0.20 % of 18,500
        (
            "2028-01",
            ["childcare", "basic-wage"],
            "childcare_contribution_employer",
            1_983,
        ),  # of 9,916: 19.832
    ],
)
def test_amounts_under_a_reform(month, reforms, quantity, amount):
    """Worked by hand; reforms of different things go together."""
    assert law_of(month, *reforms).evaluate([quantity], GARMENT) == {quantity: amount}


def test_a_new_branch_raises_the_total_by_its_contribution():
    """37 taka more for the employer, and for all payers together."""
    names = ["contribution_employer", "contribution_due"]
    before, after = (
        law.evaluate(names, GARMENT) for law in (law_of("2028-01"), law_of("2028-01", "childcare"))
    )
    assert {name: after[name] - before[name] for name in names} == dict.fromkeys(names, 3_700)


@pytest.mark.parametrize("name", schemes())
def test_every_example_person_is_owed_something_or_told_why_not(name):
    """An example with which no law of the scheme can do anything would show nothing."""
    law = scheme(name).structures()[-1]
    for example in read_examples("nsis.law", name):
        found = effects(law, law, [example], list(law.rules))
        measures = [effect.after.measure for effect in found if effect.after.measure is not None]
        assert any(measure.value for measure in measures), example.name
        assert set(example.facts) <= set(law.facts), example.name


PAPER = {
    "name_bn": "প্রস্তাব",
    "division": {"en": "point", "bn": "দফা"},
    **dict.fromkeys(("published_on", "last_checked"), "2026-11-27"),
    "source": "a test",
    "status": "draft",
}


def reformed_by(rules, name="paper"):
    """A law whose only reform is these rules."""
    branches = {"paper": {"rules": rules}}
    content = {"label": {"en": "Paper", "bn": "প্রস্তাব"}, "scheme": NSIS, "branches": branches}
    return apply("nsis.law", NSIS, write_reform(name, {**content, "instruments": {"Paper": PAPER}}))


def test_a_rule_over_months_is_replaced():
    """The quantity of the month before is still known, whether the old rule is ended or gone."""
    rule = """\
@rule(provision="Paper, point 1", unit="poisha/month"{since})
def pension_in_payment(previous_pension_in_payment, pension_awarded):
    \"""Never indexed.\"""
    return previous_pension_in_payment + pension_awarded
"""
    facts = {"previous_pension_in_payment": 1_000_000, "pension_awarded": 5}
    for since in ("", ', since="2028-07"'):
        law = reformed_by(rule.format(since=since)).on(Month.parse("2028-07"))
        assert law.evaluate(["pension_in_payment"], facts) == {"pension_in_payment": 1_000_005}


def test_a_rule_that_gives_reasons_is_replaced():
    """Reasons keep their wording; one that the new rule does not give is let go."""
    head = '@rule(provision="Paper, point 1", unit="reason", since="2028-07")\n'
    lead = "from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS\n\n\n" + head
    rule = 'def maternity_qualified(maternity_insured_months):\n    """Any month."""\n    return {}\n'
    given = "QUALIFIED if maternity_insured_months else TOO_FEW_MONTHS"
    law = reformed_by(lead + rule.format(given)).on(Month.parse("2028-07"))
    [*_, finding] = law.explain("maternity_qualified", {"insured_by_month": [0] * 12}).findings
    assert finding.measure.text("bn") == "ছুটির আগে যথেষ্ট বীমাকৃত মাস নেই।"
    law = reformed_by(lead + rule.format("QUALIFIED")).on(Month.parse("2028-07"))
    assert law.evaluate(["maternity_qualified"], {"insured_by_month": []}) == {"maternity_qualified": 1}


def test_a_rule_about_members_is_replaced():
    """Every survivor who qualifies weighs as a spouse alone would: interpreted and compiled."""
    rule = """\
from nsis.terms.reason import QUALIFIED


@rule(provision="Paper, point 1", unit="number", since="2028-07")
def survivor_weight(survivor_qualified, spouse_rate):
    \"""All alike.\"""
    return spouse_rate if survivor_qualified == QUALIFIED else 0
"""
    law = reformed_by(rule).on(Month.parse("2028-07"))
    facts = {"survivor_kind": (1, 2), "survivor_age": (480, 120)}
    assert law.evaluate(["survivor_weight"], facts) == {"survivor_weight": (500_000, 500_000)}
    assert law.compiled(facts, ["survivor_weight"])(*facts.values()) == ((500_000, 500_000),)
