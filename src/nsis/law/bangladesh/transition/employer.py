"""What is left with the employer for maternity, sickness and injury."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="Transition design, section 1.1", unit="poisha")
def employer_maternity_benefit(act_maternity_benefit, maternity_benefit):
    """The Labour Act's maternity benefit less that of the NSIS."""
    return max(0, act_maternity_benefit - maternity_benefit)


@rule(provision="Transition design, section 2.1", unit="days")
def employer_sickness_days(sickness_days, sickness_days_taken, sickness_employer_days):
    """The days of a sickness within the fourteen of the calendar year, at full wages by the employer."""
    return min(sickness_days, max(0, sickness_employer_days - sickness_days_taken))


@rule(provision="Transition design, section 2.1", unit="days")
def scheme_sickness_days(sickness_days, employer_sickness_days):
    """The days after them, with the NSIS."""
    return sickness_days - employer_sickness_days


@rule(provision="Transition design, section 3.1", unit="poisha/month")
def employer_injury_benefit(act_injury_benefit, injury_benefit, injury_fund_sector):
    """The Labour Act's compensation of the month less the NSIS benefit; nothing where a fund took over."""
    if injury_fund_sector == 1:
        return 0
    return max(0, act_injury_benefit - injury_benefit)


@rule(provision="Transition design, section 3.2", unit="poisha")
def injury_pension_value(injury_pension, capital_months_at_age, injury_lump_sum, amount_rounding):
    """The NSIS pension for life at its value, and a lump sum of the NSIS."""
    return share(injury_pension, capital_months_at_age, amount_rounding) + injury_lump_sum


@rule(provision="Transition design, section 3.2", unit="poisha")
def employer_injury_sum(act_injury_sum, injury_pension_value, injury_fund_sector):
    """The Labour Act's sum less that value; nothing where a fund took over."""
    if injury_fund_sector == 1:
        return 0
    return max(0, act_injury_sum - injury_pension_value)
