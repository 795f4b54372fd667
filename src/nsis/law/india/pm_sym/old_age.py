"""The pension of 3,000 rupees, what the spouse has of it, and what is paid back on leaving."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share
from nsis.terms.reason import QUALIFIED, UNDER_AGE


@rule(provision="PM Shram Yogi Maan-dhan 2019, paragraph 3", unit="reason")
def old_age_qualified(age, pension_age):
    """At 60, after paying until then."""
    if age < pension_age:
        return UNDER_AGE
    return QUALIFIED


@rule(provision="PM Shram Yogi Maan-dhan 2019, paragraph 3", unit="paise/month")
def old_age_pension(old_age_qualified, assured_pension):
    """The assured pension."""
    if old_age_qualified != QUALIFIED:
        return 0
    return assured_pension


@rule(provision="PM Shram Yogi Maan-dhan 2019, paragraph 5", unit="paise/month")
def survivor_pension(pension_drawn, spouse_rate, amount_rounding):
    """Half of the pension drawn, for the spouse alone."""
    return share(pension_drawn, spouse_rate, amount_rounding)


@rule(provision="PM Shram Yogi Maan-dhan 2019, paragraph 7", unit="paise")
def exit_payout(own_contributions, savings_interest, fund_interest, months_since_joining, exit_full_months):
    """Own money back with savings-bank interest; after ten years with the fund's if that is more."""
    if months_since_joining < exit_full_months:
        return own_contributions + savings_interest
    return own_contributions + max(savings_interest, fund_interest)
