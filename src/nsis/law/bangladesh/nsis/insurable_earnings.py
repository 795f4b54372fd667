"""Insurable earnings of an employee in one employment: the base of every contribution."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share


@rule(provision="NSIS reference design, section 2.1", unit="poisha/month")
def sector_minimum_wage(garment_entry_wage):
    """The garment entry wage stands for every sector until the other sectors' wages are carried here."""
    return garment_entry_wage


@rule(provision="NSIS reference design, section 2.2", unit="poisha/month")
def earnings_floor(sector_minimum_wage, earnings_floor_multiple, amount_rounding):
    """The floor for a whole month: a multiple of the sector's minimum wage."""
    return share(sector_minimum_wage, earnings_floor_multiple, amount_rounding)


@rule(provision="NSIS reference design, section 2.3", unit="poisha/month")
def earnings_ceiling(garment_entry_wage, earnings_ceiling_multiple, amount_rounding):
    """The ceiling for a whole month: a multiple of the garment sector's entry wage."""
    return share(garment_entry_wage, earnings_ceiling_multiple, amount_rounding)


@rule(provision="NSIS reference design, section 2.4", unit="poisha/month")
def earnings_floor_for_days(earnings_floor, days_employed, days_in_month, amount_rounding):
    """The floor for the days of the employment in the month."""
    return prorate(earnings_floor, days_employed, days_in_month, amount_rounding)


@rule(provision="NSIS reference design, section 2.4", unit="poisha/month")
def earnings_ceiling_for_days(earnings_ceiling, days_employed, days_in_month, amount_rounding):
    """The ceiling for the days of the employment in the month."""
    return prorate(earnings_ceiling, days_employed, days_in_month, amount_rounding)


@rule(provision="NSIS reference design, section 2.5", unit="poisha/month")
def insurable_earnings(gross_wage, earnings_floor_for_days, earnings_ceiling_for_days):
    """The gross wage between floor and ceiling; without a wage there is nothing to insure."""
    if gross_wage == 0:
        return 0
    return max(earnings_floor_for_days, min(gross_wage, earnings_ceiling_for_days))
