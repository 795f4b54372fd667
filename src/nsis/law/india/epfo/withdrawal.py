"""What is returned to a member who leaves with too little service for a pension: Table D."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import QUALIFIED, QUALIFIES_FOR_PENSION, TOO_FEW_MONTHS


@rule(
    provision="Employees' Pension Scheme 1995, paragraph 14", unit="reason", since="2008-07", until="2024-07"
)
def withdrawal_benefit_qualified(service_counted, pension_qualifying_months):
    """Some service, but less than a pension asks for."""
    if service_counted == 0:
        return TOO_FEW_MONTHS
    if service_counted >= pension_qualifying_months:
        return QUALIFIES_FOR_PENSION
    return QUALIFIED


@rule(
    provision="Employees' Pension Scheme 1995, paragraph 14", unit="paise", since="2008-07", until="2024-07"
)
def old_age_lump_sum(
    withdrawal_benefit_qualified,
    exit_wage,
    wage_ceiling,
    service_counted,
    withdrawal_factors,
    withdrawal_years_most,
    paise_rounding,
):
    """The wage at exit, up to the ceiling, as often as Table D says for the years of service."""
    if withdrawal_benefit_qualified != QUALIFIED:
        return 0
    years = max(1, min(wholes(service_counted, MONTHS_PER_YEAR), withdrawal_years_most))
    return share(min(exit_wage, wage_ceiling), lookup(withdrawal_factors, years), paise_rounding)
