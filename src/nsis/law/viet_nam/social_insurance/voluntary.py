"""Voluntary insurance: a chosen income, and State support by class of household for ten years at most."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(
    provision="Decree 134/2015/ND-CP on voluntary social insurance, article 10",
    unit="dong/month",
    since="2016-01",
)
def voluntary_income_insured(voluntary_income, rural_poverty_line, earnings_ceiling):
    """The income chosen, between the rural poverty line and the ceiling."""
    if voluntary_income == 0:
        return 0
    return max(rural_poverty_line, min(voluntary_income, earnings_ceiling))


@rule(
    provision="Decree 134/2015/ND-CP on voluntary social insurance, article 10",
    unit="dong/month",
    since="2016-01",
)
def voluntary_contribution(voluntary_income_insured, voluntary_rate, amount_rounding):
    """The whole contribution for a month."""
    return share(voluntary_income_insured, voluntary_rate, amount_rounding)


@rule(
    provision="Decree 134/2015/ND-CP on voluntary social insurance, article 14",
    unit="dong/month",
    since="2018-01",
)
def voluntary_contribution_government(
    voluntary_contribution,
    voluntary_months_supported,
    voluntary_support_months,
    rural_poverty_line,
    voluntary_rate,
    household_class,
    voluntary_support_rate,
    amount_rounding,
):
    """A share of the least contribution, by class of household, while the months of support last."""
    if voluntary_contribution == 0 or voluntary_months_supported >= voluntary_support_months:
        return 0
    least = share(rural_poverty_line, voluntary_rate, amount_rounding)
    return share(least, lookup(voluntary_support_rate, household_class), amount_rounding)


@rule(
    provision="Decree 134/2015/ND-CP on voluntary social insurance, article 14",
    unit="dong/month",
    since="2018-01",
)
def voluntary_contribution_worker(voluntary_contribution, voluntary_contribution_government):
    """What the person pays."""
    return voluntary_contribution - voluntary_contribution_government


@rule(provision="Law on Social Insurance 41/2024/QH15, article 94", unit="reason", since="2025-07")
def voluntary_birth_qualified(maternity_insured_months, maternity_qualifying_months):
    """Six months insured of the twelve before the birth."""
    if maternity_insured_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Law on Social Insurance 41/2024/QH15, article 95", unit="dong", since="2025-07")
def voluntary_birth_grant(voluntary_birth_qualified, voluntary_birth_amount, children_born):
    """A fixed amount for each child, paid by the State; nothing is contributed for it."""
    if voluntary_birth_qualified != QUALIFIED:
        return 0
    return voluntary_birth_amount * children_born
