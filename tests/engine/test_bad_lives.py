"""Records, members, reasons and balances that are not whole: each refused with its place and its mend."""

import pytest
from tests.engine.refusals import assert_refused

BAD = [
    # records by month
    (
        "pension.py",
        "    return sum_of_all(insured_by_month)",
        "    return insured_by_month",
        "LAW-035",
        "pension.py:12: in the rule `insured_months`, `insured_by_month` is not how a column",
    ),
    (
        "pension.py",
        "sum_of_last(days_by_month, window)",
        "sum_of_last(window, window)",
        "LAW-035",
        "(window, window)",
    ),
    (
        "pension.py",
        "sum_of_last(days_by_month, window)",
        "sum_of_last(days_by_month, window + 1)",
        "LAW-035",
        "window + 1",
    ),
    (
        "pension.py",
        'recent_days(days_by_month, window):\n    """The days of the last months."""\n',
        'recent_days(days_by_month):\n    """The days of the last months."""\n    window = 1\n',
        "LAW-035",
        "pension.py:19: in the rule `recent_days`, `sum_of_last(days_by_month, window)`",
    ),
    (
        "pension.yaml",
        "greatest: 1,00,000 taka\n    by_month: 120",
        "greatest: 99,99,99,99,99,99,999 taka\n    by_month: 120",
        "LAW-031",
        "`mean_of_last(earned_by_month, insured_by_month, window, rounding)` may reach 119999999999999880",
    ),
    (
        "pension.yaml",
        "    least: 1\n    greatest: 5\n",
        "    least: 0\n    greatest: 5\n",
        "LAW-032",
        "`best_years(",
    ),
    ("pension.yaml", "least: 1 taka", "least: 0 taka", "LAW-032", "pension.py:38: in the rule `career_wage`"),
    (
        "pension.yaml",
        "by_month: 60",
        "by_month: 1201",
        "LAW-041",
        "`days_by_month` asks for 1201 places; it may have 1200",
    ),
    (
        "pension.yaml",
        "by_month: 60",
        "by_month: none",
        "LAW-011",
        "`none` cannot be read as `days_by_month.by_month`",
    ),
    (
        "pension.yaml",
        "by_month: 60",
        "by_month: 0",
        "LAW-011",
        "`0` cannot be read as `days_by_month.by_month`",
    ),
    (
        "pension.yaml",
        "by_month: 60",
        "by_month: 60\n    default: 0",
        "LAW-024",
        "`default` of `days_by_month`",
    ),
    (
        "pension.yaml",
        "by_month: 60",
        "by_month: 60\n    member_of: heirs",
        "LAW-024",
        "`member_of` of `days_by_month`",
    ),
    (
        "pension.yaml",
        "    greatest: 31\n    by_month",
        "    greatest: days_agreed\n    by_month",
        "LAW-040",
        "least, greatest",
    ),
    (
        "pension.yaml",
        "greatest: days_agreed",
        "greatest: days_by_month",
        "LAW-029",
        "`days_sick` leans on `days_by_month`",
    ),
    # what was the month before, and what the month answers
    ("pension.yaml", "initial: 0 taka, ", "", "LAW-010", "`savings` lacks `initial`"),
    (
        "pension.yaml",
        "initial: 0 taka, ",
        "initial: 0 taka, unit: days, ",
        "LAW-024",
        "`unit` of `savings` is not known here",
    ),
    (
        "pension.yaml",
        "initial: 0 taka, ",
        "initial: nothing, ",
        "LAW-029",
        "`previous_savings` leans on `nothing`",
    ),
    (
        "pension.yaml",
        "initial: 0 taka, ",
        "initial: -1 taka, ",
        "LAW-030",
        "`previous_savings` is -100, outside",
    ),
    ("pension.yaml", "    previous: {", "    earlier: {", "LAW-024", "`earlier` of `savings`"),
    (
        "pension.yaml",
        "    previous: {initial",
        "    previous: nothing # {",
        "LAW-009",
        "this is not YAML with",
    ),
    (
        "pension.yaml",
        '    previous: {initial: 0 taka, least: 0 taka, greatest: "10,00,000 taka"}\n',
        "",
        "LAW-017",
        "pension.py:73: the rule `interest` asks for `previous_savings`",
    ),
    (
        "heirs.yaml",
        "label: {en: Share of the heir, bn: উত্তরাধিকারীর ভাগ}",
        "label: {en: Share, bn: ভাগ}\n    previous: {initial: 0 taka, least: 0 taka, greatest: 1 taka}",
        "LAW-042",
        "`heir_share` is a member's",
    ),
    (
        "pension.yaml",
        "    greatest: 1200\n",
        "    greatest: 1199\n",
        "LAW-030",
        "`months_since_start` is 1200, outside",
    ),
    (
        "pension.yaml",
        "    greatest: 12\n    default: month",
        "    greatest: 11\n    default: month",
        "LAW-030",
        "12, outside",
    ),
    (
        "pension.yaml",
        "default: month_of_year",
        "default: month_of_moon",
        "LAW-029",
        "leans on `month_of_moon`",
    ),
    # members of a block
    (
        "heirs.yaml",
        "most: 4",
        "most: 33",
        "LAW-041",
        "heirs.yaml:5: `creditors` asks for 33 places; it may have 32",
    ),
    ("heirs.yaml", "most: 4", "most: few", "LAW-011", "`few` cannot be read as `creditors.most`"),
    (
        "heirs.yaml",
        "member_of: creditors",
        "member_of: lenders",
        "LAW-037",
        "`debt` is of the block `lenders`",
    ),
    (
        "heirs.yaml",
        "    member_of: creditors\n    default: 0 taka\n",
        "    member_of: creditors\n",
        "LAW-040",
        "`debt` needs default",
    ),
    (
        "heirs.yaml",
        "    default: 0 years\n",
        "    default: days_of_month\n",
        "LAW-040",
        "`heir_age` needs default",
    ),
    (
        "heirs.py",
        "total_of(debt))\n",
        "total_of(estate))\n",
        "LAW-036",
        "heirs.py:11: in the rule `net_estate`, `total_of(estate)` is not how members are used",
    ),
    (
        "heirs.py",
        "total_of(debt) >= estate",
        "debt >= estate",
        "LAW-036",
        "in the rule `heir_weight`, `heir_kind`",
    ),
    (
        "heirs.py",
        "rank_of(heir_fraction)",
        "rank_of(heir_fraction + 0)",
        "LAW-036",
        "`rank_of(heir_fraction + 0)`",
    ),
    (
        "heirs.py",
        "    return total_of(heir_share)",
        "    debt = 0\n    return total_of(debt)",
        "LAW-036",
        "heirs.py:70: in the rule `heirs_total`, `total_of(debt)`",
    ),
    # reasons and choices
    (
        "pension.yaml",
        "      IN_WORK: {en: No pension goes with employment., bn: চাকরির সঙ্গে পেনশন হয় না।}\n",
        "",
        "LAW-038",
        "`IN_WORK`",
    ),
    (
        "pension.yaml",
        "      OVER_AGE:",
        "      WAITING:",
        "LAW-024",
        "`WAITING` of `pension_qualified.reasons`",
    ),
    (
        "pension.yaml",
        "      OVER_AGE:",
        "      WAITING:",
        "LAW-038",
        "returns the reason `OVER_AGE`, which has no wording",
    ),
    (
        "pension.yaml",
        "OVER_AGE: {en: The claim comes too late., bn",
        "OVER_AGE: {en: Late., Bn",
        "LAW-010",
        "`pension_qualified` lacks `bn`",
    ),
    (
        "pension.yaml",
        "label: {en: Interest, bn: সুদ}\n",
        "label: {en: Interest, bn: সুদ}\n    reasons:\n      WAITING: {en: A, bn: আ}\n",
        "LAW-024",
        "`WAITING` of `interest.reasons`",
    ),
    (
        "pension.yaml",
        "      2: {en: own account, bn: স্বনিযুক্ত}\n",
        "",
        "LAW-040",
        "`occupation` needs choices 0 – 2",
    ),
    (
        "pension.yaml",
        "      2: {en: own",
        "      two: {en: own",
        "LAW-011",
        "`two` cannot be read as `occupation`",
    ),
    (
        "pension.yaml",
        "{en: own account, bn: স্বনিযুক্ত}",
        "own account",
        "LAW-010",
        "`occupation` lacks `2: {en, bn}`",
    ),
    # names
    ("pension.yaml", "  saved:\n", "  saved__up:\n", "LAW-039", "`saved__up` is no name for the law"),
    ("pension.yaml", "  saved:\n", "  _saved:\n", "LAW-039", "`_saved` is no name"),
    ("pension.yaml", "  saved:\n", "  share:\n", "LAW-039", "`share` is no name"),
]


@pytest.mark.parametrize("bad", BAD, ids=[f"{bad[3]}-{n}" for n, bad in enumerate(BAD)])
def test_a_bad_law_is_refused(altered, bad):
    """One change to a good law makes it bad, and the message says what, where and how to mend it."""
    assert_refused(altered, *bad)


def test_the_largest_that_is_allowed_loads(altered):
    """1,200 months and 32 members."""
    assert altered("pension.yaml", "by_month: 60", "by_month: 1200").facts["days_by_month"].by_month == 1200
    assert altered("heirs.yaml", "most: 4", "most: 32").blocks["creditors"].most == 32
