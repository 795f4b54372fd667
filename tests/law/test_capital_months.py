"""
The schedule of capital values, reckoned anew from the death rates that it is drawn from.

Rates: United Nations, World Population Prospects 2024, Bangladesh, both sexes, 2025-2030; CC BY 3.0 IGO.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from nsis.law import scheme
from nsis.terms.month import MONTHS_PER_YEAR, Month
from nsis.terms.rate import PARTS

LAST_AGE = 100
YEARLY_DISCOUNT = 1 / Decimal("1.03")

# Deaths a person-year, by the first age of the group.
DEATH_RATES = {
    0: "0.01445251", 1: "0.00089857", 5: "0.00054098", 10: "0.00046391", 15: "0.00087001",
    20: "0.00078142", 25: "0.0008103", 30: "0.00099443", 35: "0.00127657", 40: "0.00196308",
    45: "0.00323969", 50: "0.00558886", 55: "0.00856878", 60: "0.01258397", 65: "0.01855604",
    70: "0.03001475", 75: "0.04826172", 80: "0.07803081", 85: "0.12756935", 90: "0.20757875",
    95: "0.34094497", 100: "0.45106589",
}  # fmt: skip


def values_by_age():
    """Months of payment at each exact age, 1 at once and 1 at the start of each month that is lived to."""
    monthly = (YEARLY_DISCOUNT.ln() / MONTHS_PER_YEAR).exp()
    kept = {age: monthly * (-Decimal(rate) / MONTHS_PER_YEAR).exp() for age, rate in DEATH_RATES.items()}
    values = {LAST_AGE: 1 / (1 - kept[LAST_AGE])}  # one force for ever: a geometric series
    for age in reversed(range(LAST_AGE)):
        group = max(first for first in DEATH_RATES if first <= age)
        value = values[age + 1]
        for _ in range(MONTHS_PER_YEAR):
            value = 1 + kept[group] * value
        values[age] = value
    return values


def test_every_age_of_the_schedule():
    """All 101 entries, to the fourth decimal."""
    schedule = scheme("bangladesh/nsis").on(Month(2026, 7)).values["capital_months"].dated.value
    with localcontext(prec=40):
        values = values_by_age()
        rounded = [values[age].quantize(Decimal("0.0001"), ROUND_HALF_UP) for age in range(LAST_AGE + 1)]
        assert list(schedule) == [int(value * PARTS) for value in rounded]
