"""India: what drafts, and the other readings of a text, come to; each with its source."""

import pytest

from nsis.engine.cases import faults_of
from nsis.engine.reform import apply, known_reform

JOB_LOST = """
case: "Job lost two months ago: the rest is paid after twelve"
source: "Decisions of EPFO's Central Board of 13 October 2025 (angelone.in, grade B)"
facts:
  age: 40 years
  employed: 'no'
  months_without_work: 2
  previous_account_balance: 4,00,000 rupees
expected:
  account_payout_qualified: waiting
"""
ONE_CEILING = """
case: "Service from January 2010 to December 2022 with one salary"
source: "Published example: github.com/clemthom, employee-pension-scheme.md (grade C)"
facts:
  insured_by_month: [156 x 1]
  earnings_by_month: [56 x 6500 rupees, 100 x 15000 rupees]
  service_before_2014: 56
expected:
  formula_pension: 2,785.71 rupees
"""
LATE_COMPOUND = """
case: "Put off by two years: 8.16 %"
source: "Published example: https://www.citehr.com/amp.php?t=648381 (grade C)"
facts:
  age: 60 years
expected:
  late_increase: 8.16 %
"""
BONUS_AT_58 = """
case: "25 years' service at 50: no years are added"
source: "Paragraph 10(2) as amended in July 2009 (from memory, unverified)"
facts:
  age: 50 years
  insured_by_month: [300 x 1]
expected:
  pensionable_service: 300
"""
ONE_YEAR = """
case: "One year insured, 78 days in one period"
source: "Handbook on Convergence, Ministry of Labour, page 74 (grade A)"
facts:
  insured_employment_months: 12
  period_wage_days: 78
  periods_with_78_days: 1
  days_without_work: 30
expected:
  unemployment_relief_qualified: qualified
"""
WITH_ONE = """
case: "90 days with one aggregator"
source: "Draft rules of 30 December 2025 (ndtvprofit.com, grade B)"
facts:
  age: 25 years
  aggregators_worked_for: 1
  days_worked_for_aggregators: 90
expected:
  gig_worker_eligible: qualified
"""
WITH_TWO = """
case: "119 days with two aggregators do not do"
source: "Draft rules of 30 December 2025 (ndtvprofit.com, grade B)"
facts:
  age: 25 years
  aggregators_worked_for: 2
  days_worked_for_aggregators: 119
expected:
  gig_worker_eligible: too few months
"""
AT_60 = """
case: "Eligibility ends at 60"
source: "Draft rules of 30 December 2025 (Northlines, grade C)"
facts:
  age: 60 years
  aggregators_worked_for: 1
  days_worked_for_aggregators: 300
expected:
  gig_worker_eligible: over age
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scheme", "reform", "month", "case"),
    [
        ("india/epfo", "withdrawals-2025", "2026-11", JOB_LOST),
        ("india/epfo", "one-ceiling", "2023-01", ONE_CEILING),
        ("india/epfo", "late-compound", "2026-11", LATE_COMPOUND),
        ("india/epfo", "bonus-at-58", "2026-11", BONUS_AT_58),
        ("india/esic", "abvky-one-year", "2026-11", ONE_YEAR),
        ("india/social_security_code", "central-rules-2025", "2026-11", WITH_ONE),
        ("india/social_security_code", "central-rules-2025", "2026-11", WITH_TWO),
        ("india/social_security_code", "central-rules-2025", "2026-11", AT_60),
    ],
)
def test_the_reformed_law(scheme, reform, month, case):
    """The case comes out exactly under the law as the reform changes it."""
    reformed = apply("nsis.law", scheme, known_reform("nsis.law", scheme, reform))
    faults = faults_of(reformed, case, f"{month}-{reform}.yaml")
    assert not faults, "\n".join(fault.wording.en for fault in faults)
