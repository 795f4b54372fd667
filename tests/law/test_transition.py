"""One worker through the Labour Act, the NSIS and what lies between: results become facts."""

from nsis.law import scheme
from nsis.terms.month import Month
from nsis.terms.rate import PARTS

MONTH = Month(2027, 7)
WAGE = 13_000_00
YEAR = {"earnings_by_month": (WAGE,) * 12, "employee_by_month": (1,) * 12}


def result(name, quantity, **facts):
    return scheme(f"bangladesh/{name}").on(MONTH).evaluate([quantity], facts)[quantity]


def test_the_employer_keeps_a_sixth_of_maternity():
    """The Act pays 120 days by twenty-six, the NSIS the 103 working days of them."""
    act = result("labour_act", "maternity_benefit", gross_wage=WAGE, service_months=24)
    scheme_pays = result("nsis", "maternity_benefit", **YEAR, insured_by_month=(1,) * 12, maternity_event=1)
    left = result(
        "transition",
        "employer_maternity_benefit",
        act_maternity_benefit=act,
        maternity_benefit=scheme_pays,
    )
    assert (act, scheme_pays, left) == (60_000_00, 51_500_00, 8_500_00)


def test_a_pension_is_worth_more_than_the_acts_sum():
    """Total disablement at thirty: the pension's value is many times the sum, so nothing is left."""
    injury = {"injury_from_employment": 1, "incapacity_degree": PARTS, **YEAR}
    act = result("labour_act", "injury_lump_sum", **injury, gross_wage=WAGE)
    at_thirty = {**injury, "age": 360, "accident_month_earnings": WAGE, "insured_by_month": (1,) * 12}
    pension = result("nsis", "injury_pension", **at_thirty)
    months = result("nsis", "capital_months_at_age", **at_thirty)
    value, left = (
        result(
            "transition",
            quantity,
            act_injury_sum=act,
            injury_pension=pension,
            capital_months_at_age=months,
        )
        for quantity in ("injury_pension_value", "employer_injury_sum")
    )
    assert (act, pension, left) == (2_50_000_00, 7_800_00, 0)
    assert value == 7_800_00 * months // PARTS
