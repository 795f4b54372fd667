"""A pension from the record of a life, with reasons, and an account that carries its balance."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import best_years, career_average, mean_of_last, share, sum_of_all, sum_of_last
from nsis.terms.money import POISHA_PER_TAKA
from nsis.terms.reason import EXHAUSTED, IN_WORK, OVER_AGE, QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE, WAITING


@rule(provision="Toy Pensions Act, section 1", unit="months")
def insured_months(insured_by_month):
    """Every insured month."""
    return sum_of_all(insured_by_month)


@rule(provision="Toy Pensions Act, section 1", unit="days")
def recent_days(days_by_month, window):
    """The days of the last months."""
    return sum_of_last(days_by_month, window)


@rule(provision="Toy Pensions Act, section 2", unit="poisha/month")
def reference_wage(earned_by_month, insured_by_month, window, rounding):
    """The mean of the last insured months."""
    return mean_of_last(earned_by_month, insured_by_month, window, rounding)


@rule(provision="Toy Pensions Act, section 2", unit="poisha/month")
def best_wage(earned_by_month, best_counted, rounding):
    """The mean of the best years."""
    return best_years(earned_by_month, best_counted, rounding)


@rule(provision="Toy Pensions Act, section 2", unit="poisha/month")
def career_wage(insured_months, earned_by_month, insured_by_month, average_wage, rounding):
    """The career average; nothing without an insured month."""
    if insured_months == 0:
        return 0
    return career_average(earned_by_month, insured_by_month, average_wage, rounding)


@rule(provision="Toy Pensions Act, section 3", unit="reason", until="2025-01")
def pension_qualified(age, pension_age, insured_months, needed_months, occupation, employed, wage):
    """Old enough, with enough months, and not in work."""
    if age < pension_age:
        answer = UNDER_AGE
    elif insured_months < needed_months:
        answer = TOO_FEW_MONTHS
    else:
        answer = IN_WORK if occupation == employed and not wage < POISHA_PER_TAKA else QUALIFIED
    return answer


@rule(provision="Toy Pensions Act, section 4", unit="reason", since="2025-01", quantity="pension_qualified")
def pension_qualified_later(age, pension_age, last_age, insured_months, needed_months):
    """Old enough but not too old, with enough months; work no longer counts."""
    if age < pension_age:
        return UNDER_AGE
    if age > last_age:
        return OVER_AGE
    return QUALIFIED if insured_months >= needed_months else TOO_FEW_MONTHS


@rule(provision="Toy Pensions Act, section 5", unit="poisha/month")
def pension(pension_qualified, reference_wage, best_wage, career_wage, pension_rate, rounding):
    """A share of the best of the three wages."""
    base = max(reference_wage, best_wage, career_wage)
    if pension_qualified != QUALIFIED or base == 0:
        return 0
    return share(base, pension_rate, rounding)


@rule(provision="Toy Pensions Act, section 6", unit="poisha")
def interest(previous_savings, interest_rate, rounding):
    """Interest on the balance of the month before."""
    return share(previous_savings, interest_rate, rounding)


@rule(provision="Toy Pensions Act, section 6", unit="poisha")
def savings(previous_savings, interest, saved):
    """The balance with its interest and what is saved."""
    return previous_savings + interest + saved


@rule(provision="Toy Pensions Act, section 7", unit="reason")
def festival_qualified(calendar_month, festival_month, months_since_start, days_sick, days_agreed):
    """In the month of the festival from the second year on, unless all agreed days were sick."""
    if calendar_month != festival_month or months_since_start <= festival_month + festival_month:
        return WAITING
    return EXHAUSTED if days_sick == days_agreed else QUALIFIED


@rule(provision="Toy Pensions Act, section 7", unit="poisha")
def festival_bonus(festival_qualified, wage):
    """The wage once more."""
    return wage if festival_qualified == QUALIFIED else 0


@rule(provision="Toy Pensions Act, section 7", unit="number")
def thrifty(saved, wage):
    """Whether more is saved than earned: 1 or 0."""
    return saved > wage
