"""Survivors: a funeral grant; half a base level a month for up to four dependants of the deceased."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import rank_of, share, total_of
from nsis.terms.reason import IN_WORK, NOT_A_SURVIVOR, OVER_AGE, QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE
from nsis.terms.survivor import CHILD, NOBODY, ORPHAN


@rule(provision="Law on Social Insurance 58/2014/QH13, article 66", unit="dong", since="2016-01")
def funeral_grant(insured_months, pension_drawn_now, funeral_qualifying_months, base_level, funeral_multiple):
    """Ten base levels, for who was insured a year or drew a pension."""
    if insured_months < funeral_qualifying_months and pension_drawn_now == 0:
        return 0
    return base_level * funeral_multiple


@rule(provision="Law on Social Insurance 58/2014/QH13, article 67", unit="reason", since="2016-01")
def survivors_qualified(insured_months, pension_drawn_now, survivors_qualifying_months):
    """The deceased was insured fifteen years or drew a pension."""
    if insured_months < survivors_qualifying_months and pension_drawn_now == 0:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Law on Social Insurance 58/2014/QH13, article 67", unit="age", since="2016-01")
def survivor_age_from(survivor_sex, survivor_age_men, survivor_age_women):
    """The age from which a spouse or a parent has a pension without being disabled."""
    if survivor_sex == 1:
        return survivor_age_men
    return survivor_age_women


@rule(provision="Law on Social Insurance 58/2014/QH13, article 67", unit="reason", since="2016-01")
def survivor_qualified(
    survivor_kind, survivor_age, survivor_disabled, survivor_has_income, survivor_age_from, child_age_limit
):
    """A child under eighteen; a spouse or parent who is old; anybody disabled; adults only without income."""
    if survivor_kind == NOBODY:
        return NOT_A_SURVIVOR
    if survivor_kind >= CHILD and survivor_kind <= ORPHAN:
        if survivor_age >= child_age_limit and survivor_disabled == 0:
            return OVER_AGE
        return QUALIFIED
    if survivor_has_income == 1:
        return IN_WORK
    if survivor_age < survivor_age_from and survivor_disabled == 0:
        return UNDER_AGE
    return QUALIFIED


@rule(provision="Law on Social Insurance 58/2014/QH13, article 68", unit="number", since="2016-01")
def survivor_counted(survivor_qualified, survivors_qualified):
    """1 for who has a pension, if there is room."""
    if survivor_qualified == QUALIFIED and survivors_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="Law on Social Insurance 58/2014/QH13, article 68", unit="dong/month", since="2016-01")
def survivor_pension(
    survivor_counted,
    survivor_without_carer,
    survivors_most,
    base_level,
    survivor_rate,
    survivor_rate_without_carer,
    amount_rounding,
):
    """Half a base level; seven tenths where nobody is left to care for the person; four persons at most."""
    if survivor_counted == 0 or rank_of(survivor_counted) > survivors_most:
        return 0
    if survivor_without_carer == 1:
        return share(base_level, survivor_rate_without_carer, amount_rounding)
    return share(base_level, survivor_rate, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 68", unit="dong/month", since="2016-01")
def survivors_total(survivor_pension):
    """All survivors' pensions together."""
    return total_of(survivor_pension)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 70", unit="dong", since="2016-01")
def survivor_lump_sum(
    survivors_total, insured_capital, career_average_earnings, survivor_lump_sum_least, amount_rounding
):
    """Where nobody has a pension: the value of the insured years, three months' average at least."""
    if survivors_total > 0:
        return 0
    return max(insured_capital, share(career_average_earnings, survivor_lump_sum_least, amount_rounding))
