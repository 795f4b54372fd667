"""Pensions before the age: of the disabled and of survivors, on fifteen years credited at least."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS
from nsis.terms.survivor import PARENT


@rule(provision="Government Regulation 45/2015 on the pension, article 20", unit="months")
def credited_months(insured_months, pension_qualifying_months):
    """The months of who is disabled or dies early count as fifteen years at least."""
    return max(insured_months, pension_qualifying_months)


@rule(provision="Government Regulation 45/2015 on the pension, article 20", unit="rupiah/month")
def credited_pension(career_average_earnings, credited_months, accrual_rate, amount_rounding):
    """The pension by the months credited."""
    return share(
        career_average_earnings,
        prorate(accrual_rate, credited_months, MONTHS_PER_YEAR, amount_rounding),
        amount_rounding,
    )


@rule(provision="Government Regulation 45/2015 on the pension, article 20", unit="reason")
def invalidity_qualified(insured_months, invalidity_qualifying_months, contribution_density, density_least):
    """A month insured at least, and four fifths of the months possible paid for."""
    if insured_months < invalidity_qualifying_months or contribution_density < density_least:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(
    provision="Government Regulation 45/2015 on the pension, article 20", unit="rupiah/month", since="2026-02"
)
def invalidity_pension(invalidity_qualified, credited_pension, minimum_pension, maximum_pension):
    """The pension of who is totally and permanently disabled."""
    if invalidity_qualified != QUALIFIED:
        return 0
    return max(minimum_pension, min(credited_pension, maximum_pension))


@rule(provision="Government Regulation 45/2015 on the pension, article 21", unit="reason")
def survivors_qualified(
    pension_drawn_before_death,
    insured_months,
    survivors_qualifying_months,
    contribution_density,
    density_least,
):
    """The deceased drew a pension, or was insured a year with four fifths of the months paid for."""
    if pension_drawn_before_death > 0:
        return QUALIFIED
    if insured_months < survivors_qualifying_months or contribution_density < density_least:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Government Regulation 45/2015 on the pension, article 21", unit="rupiah/month")
def survivors_base(pension_drawn_before_death, credited_pension):
    """The pension drawn, or the one by the months credited."""
    if pension_drawn_before_death > 0:
        return pension_drawn_before_death
    return credited_pension


@rule(
    provision="Government Regulation 45/2015 on the pension, article 21", unit="rupiah/month", since="2026-02"
)
def survivor_pension(
    survivors_qualified,
    survivors_base,
    first_heir,
    survivor_rate,
    parent_rate,
    minimum_pension,
    maximum_pension,
    amount_rounding,
):
    """Half for the spouse, then for the children together, else a fifth for a parent; within the limits."""
    if survivors_qualified != QUALIFIED:
        return 0
    if first_heir == PARENT:
        return max(minimum_pension, min(maximum_pension, share(survivors_base, parent_rate, amount_rounding)))
    return max(minimum_pension, min(maximum_pension, share(survivors_base, survivor_rate, amount_rounding)))
