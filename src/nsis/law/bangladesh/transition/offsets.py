"""What is left of the programmes beside the NSIS."""

from nsis.engine.rule import rule
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import NOT_COVERED, QUALIFIED


@rule(provision="Transition design, section 3.4", unit="poisha/month")
def pilot_pension(eis_pension, scheme_injury_pension):
    """The EIS pilot's top-up less the NSIS pension for the same injury."""
    return max(0, eis_pension - scheme_injury_pension)


@rule(provision="Transition design, section 4.1", unit="poisha/month")
def unemployed_workers_benefit(unemployed_workers_amount, unemployment_benefit):
    """The amount for unemployed workers less the NSIS benefit of the month."""
    return max(0, unemployed_workers_amount - unemployment_benefit)


@rule(provision="Transition design, section 5.1", unit="poisha/month")
def old_age_contribution_due(old_age_contribution, universal_pension_member):
    """The NSIS contribution to old age and survivors; none of a Universal Pension Scheme member."""
    if universal_pension_member == 1:
        return 0
    return old_age_contribution


@rule(provision="Transition design, section 5.2", unit="reason")
def allowance_qualified(old_age_pension, other_yearly_income, allowance_income_greatest):
    """The pension and other income of the year keep within the limit of the allowance."""
    if old_age_pension * MONTHS_PER_YEAR + other_yearly_income > allowance_income_greatest:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Transition design, section 5.2", unit="poisha/month")
def allowance_beside_pension(allowance_qualified, old_age_allowance):
    """The old age allowance, beside an NSIS pension."""
    if allowance_qualified != QUALIFIED:
        return 0
    return old_age_allowance
