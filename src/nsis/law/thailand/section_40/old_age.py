"""Old age: what the options 2 and 3 have set aside, once, from 60."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup
from nsis.terms.reason import BAND_TOO_LOW, QUALIFIED, UNDER_AGE


@rule(provision="Section 40 as restated, case 4", unit="satang/month")
def old_age_credit(old_age_credits, option, extra_saving, extra_saving_most):
    """What a paid month sets aside, with what the member saves on top."""
    if lookup(old_age_credits, option) == 0:
        return 0
    return lookup(old_age_credits, option) + min(extra_saving, extra_saving_most)


@rule(provision="Section 40 as restated, case 4", unit="reason")
def old_age_lump_sum_qualified(age, pension_age, old_age_credits, option):
    """Sixty years old, in an option that saves for old age."""
    if lookup(old_age_credits, option) == 0:
        return BAND_TOO_LOW
    if age < pension_age:
        return UNDER_AGE
    return QUALIFIED


@rule(provision="Section 40 as restated, case 4", unit="satang")
def old_age_bonus(insured_months, old_age_bonus_months, old_age_bonuses, option):
    """After 180 paid months: the bonus of option 3."""
    if insured_months < old_age_bonus_months:
        return 0
    return lookup(old_age_bonuses, option)


@rule(provision="Section 40 as restated, case 4", unit="satang")
def old_age_lump_sum(
    old_age_lump_sum_qualified,
    old_age_credits,
    option,
    insured_months,
    extra_savings_in_all,
    old_age_returns,
    old_age_bonus,
):
    """The credits of all paid months, the member's extra savings, the returns and the bonus."""
    if old_age_lump_sum_qualified != QUALIFIED:
        return 0
    credits = lookup(old_age_credits, option) * insured_months
    return credits + extra_savings_in_all + old_age_returns + old_age_bonus
