"""The ILO's standards asked of the NSIS reference design: verdicts reckoned by hand from its text."""

import pytest
from tests.every_scheme import every_scheme

from nsis.comparison.answers import answers_of, has_answers, read_answers
from nsis.comparison.ilo.checking import Checker
from nsis.comparison.ilo.clauses import conventions
from nsis.comparison.ilo.nearest import nearest
from nsis.comparison.ilo.parts import acceptable
from nsis.comparison.ilo.verdicts import Verdict
from nsis.comparison.wages import wages_of
from nsis.engine.reform import apply
from nsis.engine.refusal import Refused
from nsis.engine.store import parse_yaml
from nsis.law import __name__ as laws
from nsis.law import scheme, schemes
from nsis.terms.month import Month

NSIS = "bangladesh/nsis"
MET, NOT_MET, OPEN, NONE = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED, Verdict.NO_BRANCH


def checker_of(name, *reforms):
    law = apply(laws, name, *reforms) if reforms else scheme(name)
    answers = read_answers(law)
    return Checker(law.on(answers.checked_in), answers, wages_of(name.partition("/")[0]))


@pytest.fixture(scope="module")
def nsis():
    return checker_of(NSIS)


@pytest.fixture(scope="module")
def checked(nsis):
    return {each.clause.name: each for group in nsis.check().values() for each in group}


# By hand, for a wage of 25,000 (125 % of 20,000), after thirty, fifteen or five years as the article says.
VERDICTS = {
    # 60 % of 25,000/26 for each of 26 days; 156 days of a six-day week are 26 weeks; 14 the employer bears.
    "c102_sickness_level": MET,
    "c102_sickness_qualifying": OPEN,
    "c102_sickness_duration": MET,
    "c102_sickness_waiting": MET,
    # 50 % of 25,000; 91 days and 28 for each 24 of 48 further months: 147.
    "c102_unemployment_level": MET,
    "c102_unemployment_duration": MET,
    "c102_unemployment_waiting": MET,
    # 30 years at 1.35 % are 40.5 %; 15 years qualify.
    "c102_old_age_level": MET,
    "c102_old_age_reduced": MET,
    "c102_old_age_pension_age": MET,
    "c102_old_age_indexation": MET,
    # 60 %; survivors 50 + 20 + 20 % of it are 54 %; the benefit stops after 52 weeks.
    "c102_injury_level": MET,
    "c102_injury_duration": NOT_MET,
    "c102_injury_survivors_level": MET,
    "c102_injury_medical_care": OPEN,
    "c102_family_level": NONE,
    "c102_maternity_level": MET,
    "c102_maternity_duration": MET,
    # 50 % at 180 months; survivors 90 % of it.
    "c102_invalidity_level": MET,
    "c102_survivors_level": MET,
    # (0.4 + 0.4 + 0.5 + 3) of (0.4 + 0.4 + 0.5 + 3 + 0.6 + 0.4 + 0.5 + 3 + 0.25): 4.3 of 9.05, 47.5 %.
    "c102_employee_share": MET,
    "c102_coverage": OPEN,
    "c102_appeal": OPEN,
    "c121_temporary_level": MET,
    "c121_qualifying": MET,
    "c121_waiting": MET,
    "c121_duration": NOT_MET,
    "c121_permanent_level": MET,
    "c121_permanent_form": MET,
    "c121_permanent_lump_sum": MET,
    "c121_constant_attendance": MET,
    "c121_survivors_level": MET,
    "c121_funeral": MET,
    "c121_commuting": OPEN,
    "c128_invalidity_level": MET,
    "c128_old_age_level": NOT_MET,
    "c128_old_age_reduced": MET,
    "c128_survivors_level": MET,
    "c130_level": MET,
    "c130_duration": NOT_MET,
    "c130_waiting": MET,
    "c168_level": MET,
    "c168_duration": NOT_MET,
    "c168_waiting": MET,
    # 120 days; six in seven at the full daily rate of 1/26: 100 %.
    "c183_duration": MET,
    "c183_level": MET,
    "c183_financing": MET,
    "c183_compulsory_leave": OPEN,
    # The minimum pension, 25 % of 12,500, is 3,125; the line is 3,470.
    "r202_old_age": NOT_MET,
    "r202_residents": OPEN,
}


@pytest.mark.parametrize("name", VERDICTS)
def test_the_reference_design_by_hand(checked, name):
    """Each verdict as the text of the design gives it."""
    assert checked[name].answer.verdict is VERDICTS[name]


def test_every_convention_is_there_with_an_article_for_each_clause():
    """The seven instruments; each clause cites its article, says its grade and speaks both languages."""
    assert [each.short for each in conventions()] == ["C102", "C121", "C128", "C130", "C168", "C183", "R202"]
    for convention in conventions():
        for clause in convention.clauses:
            assert clause.provision.number
            assert clause.grade in "ABM"
            assert clause.label.en.isascii()
            assert not clause.label.bn.isascii()


def test_the_figure_and_the_shortfall_are_told(checked):
    """Thirty years at 1.35 %: 40.5 % of 25,000 is 10,125, and 45 % is 1,125 more."""
    answer = checked["c128_old_age_level"].answer
    assert answer.found.en == "40.50 % of ৳25,000.00, ৳10,125.00 a month"
    assert answer.shortfall.en == "4.50 % of the wage, ৳1,125.00 a month"
    assert answer.shortfall.bn == "মজুরির ৪.৫০ %, মাসে ৳১,১২৫.০০"


def test_the_figure_can_be_explained(nsis, checked):
    """Traced to the rules: the same pension, from the same accrual."""
    told = nsis.explanation(checked["c128_old_age_level"])
    assert told.value == 1012500
    assert any(finding.measure.name == "accrual_rate" for finding in told.findings)


@pytest.mark.slow  # each tries many values
@pytest.mark.parametrize(
    ("name", "text"),
    [
        # 45 % in thirty years is 1.5 % a year; 52 weeks of six days are 312; 35 days lack to 26 weeks.
        ("c128_old_age_level", "Share of the career average earned by 12 months from 1.35 % to 1.50 %"),
        ("c130_duration", "Working days of sickness paid at most from 156 days to 312 days"),
        ("c168_duration", "Days of unemployment benefit for the qualifying months from 91 days to 126 days"),
        # 3,470 of 12,500 is 27.76 %.
        ("r202_old_age", "Minimum pension as a share of the sector's minimum wage from 25.00 % to 27.76 %"),
    ],
)
def test_the_nearest_change_meets_the_clause(nsis, checked, name, text):
    """It is told, and as a reform of its own it does what it says, and a step less does not."""
    change = nearest(nsis, checked[name])[0]
    assert change.text("en") == text
    reformed = checker_of(NSIS, change.as_reform(nsis.law))
    assert reformed.answer(checked[name].clause).verdict is MET


def test_what_no_single_value_can_meet_has_no_nearest_change(nsis, checked):
    """No number of days is as long as an incapacity lasts; what is met needs nothing."""
    assert nearest(nsis, checked["c121_duration"]) == ()
    assert nearest(nsis, checked["c121_temporary_level"]) == ()


def test_a_reform_is_checked_as_the_law_is(nsis):
    """Maternity that each employer must bear fails C183 article 6(8)."""
    text = """
        branches:
          maternity: {financing: employer, form: periodical, benefit: maternity_benefit_daily, per: month}
    """
    answers = answers_of(parse_yaml(text, "employers.yaml"), scheme(NSIS))
    employers = Checker(nsis.law, answers, nsis.wages)
    clauses = {clause.name: clause for each in conventions() for clause in each.clauses}
    assert employers.answer(clauses["c183_financing"]).verdict is NOT_MET


def test_a_lump_sum_is_no_periodical_payment(nsis):
    """It fails the form and the level of C121, whatever its amount."""
    text = """
        branches:
          employment_injury_permanent: {form: lump sum, benefit: injury_lump_sum, per: once}
    """
    answers = answers_of(parse_yaml(text, "once.yaml"), scheme(NSIS))
    once = Checker(nsis.law, answers, nsis.wages)
    clauses = {clause.name: clause for each in conventions() for clause in each.clauses}
    for name in ("c121_permanent_form", "c121_permanent_level", "c102_injury_permanent_form"):
        assert once.answer(clauses[name]).verdict is NOT_MET


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("branches: {sickness: {benefit: sickness_benefit_dayly}}", "Near are: sickness_benefit_daily"),
        ("branches: {illness: {form: periodical}}", "Write one of: sickness, maternity"),
        ("branches: {sickness: {financing: shared}}", "Write one of: pooled, employer, tax, account"),
        ("branches: {sickness: {benefit: sickness_benefit_daily, per: day}}", "needs `days_of_month` too"),
        ("governance: {appeal: perhaps}", "Write one of: yes, no"),
        ("informal: {covered: some}", "Write one of: compulsory, voluntary, none"),
    ],
)
def test_a_slip_in_the_file_is_told(text, words):
    """With its line, the name and the mend."""
    with pytest.raises(Refused, match=r"standards\.yaml:") as refusal:
        answers_of(parse_yaml(text, "standards.yaml"), scheme(NSIS))
    assert words in str(refusal.value)


def test_what_the_file_does_not_say_is_not_decided(nsis):
    """An empty file decides nothing: nothing is guessed."""
    nothing = Checker(nsis.law, answers_of(parse_yaml("branches: {}", "none.yaml"), scheme(NSIS)), nsis.wages)
    verdicts = {each.answer.verdict for group in nothing.check().values() for each in group}
    assert verdicts == {OPEN, NONE}


@pytest.mark.parametrize("name", [each for each in every_scheme() if has_answers(*each.values)])
def test_every_scheme_with_answers_can_be_checked(name):
    """No clause is left open because the law could not take the beneficiary's case."""
    verdicts = [each for group in checker_of(name).check().values() for each in group]
    whys = {each.clause.name: each.answer.why.en for each in verdicts if each.answer.why is not None}
    assert not {name: why for name, why in whys.items() if why.startswith("the law cannot take")}


LABOUR_ACT = "bangladesh/labour_act"


@pytest.mark.skipif(LABOUR_ACT not in schemes(), reason="the Labour Act is not in this tree")
@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        # Lump sums of the Fifth Schedule: no periodical payment.
        ("c121_permanent_form", NOT_MET),
        ("c121_survivors_form", NOT_MET),
        ("c121_permanent_level", NOT_MET),
        # 120 days at the last month's wage: long and high enough, and each employer's own cost.
        ("c183_duration", MET),
        ("c183_level", MET),
        ("c183_financing", NOT_MET),
    ],
)
def test_the_labour_act_by_hand(name, verdict):
    """Its lump sums fail C121; its maternity leave passes length and level and fails pooled financing."""
    checker = checker_of(LABOUR_ACT)
    clauses = {clause.name: clause for each in conventions() for clause in each.clauses}
    assert checker.answer(clauses[name]).verdict is verdict


ALLOWANCES = "bangladesh/allowances"


@pytest.mark.skipif(ALLOWANCES not in schemes(), reason="the allowances are not in this tree")
@pytest.mark.parametrize(
    ("name", "shortfall"),
    [
        # Poverty line 3,470 taka; allowances of 700 (old age) and 1,000 (disability) since July 2026.
        ("r202_old_age", "৳2,770.00"),
        ("r202_active_age", "৳2,470.00"),
        # 40 % of a labourer's 12,500 taka are 5,000.
        ("c102_survivors_level", "34.40 % of the wage, ৳4,300.00 a month"),
    ],
)
def test_the_allowances_by_hand(name, shortfall):
    """Flat amounts from taxes lie far below the poverty line and below the Convention's level."""
    clauses = {clause.name: clause for each in conventions() for clause in each.clauses}
    answer = checker_of(ALLOWANCES).answer(clauses[name])
    assert (answer.verdict, answer.shortfall.en) == (NOT_MET, shortfall)


def test_the_month_can_be_another():
    """Under the law of 2046 pension age is 65, and still met."""
    law = scheme(NSIS)
    later = Checker(law.on(Month.parse("2046-01")), read_answers(law), wages_of("bangladesh"))
    clauses = {clause.name: clause for each in conventions() for clause in each.clauses}
    answer = later.answer(clauses["c102_old_age_pension_age"])
    assert (answer.verdict, answer.found.en) == (MET, "65 years")


def test_a_value_moved_is_the_same_as_a_reform(nsis, checked):
    """What the search asks, a law with one value other, answers as the law does that the reform makes."""
    change = nearest(nsis, checked["c128_old_age_level"])[0]
    reformed = checker_of(NSIS, change.as_reform(nsis.law))
    facts = checked["c128_old_age_level"].answer.case.facts_of(nsis.answers.branches["old_age"])
    moved = change.applied(nsis.law)
    for name in ("old_age_pension", "old_age_accrued_rate", "minimum_pension"):
        assert moved.evaluate([name], facts) == reformed.law.evaluate([name], facts)
    assert nsis.law.evaluate(["old_age_pension"], facts) != moved.evaluate(["old_age_pension"], facts)


def test_the_parts_of_c102_that_could_be_accepted(nsis):
    """All but family and medical care, which there are not, and employment injury, which stops."""
    found = acceptable(next(group for each, group in nsis.check().items() if each.short == "C102"))
    assert [number for number, _ in found.parts] == ["III", "IV", "V", "VIII", "IX", "X"]
    assert found.is_enough
    assert found.wording.en.startswith("Parts of which nothing decided fails: III sickness, IV unemployment")


def test_one_part_is_not_enough(nsis):
    """Article 2 asks for three."""
    text = "branches: {maternity: {financing: pooled, duration: {weeks: 12}, waiting_days: 0}}"
    alone = Checker(nsis.law, answers_of(parse_yaml(text, "one.yaml"), scheme(NSIS)), nsis.wages)
    found = acceptable(next(group for each, group in alone.check().items() if each.short == "C102"))
    assert ([number for number, _ in found.parts], found.is_enough) == (["VIII"], False)
