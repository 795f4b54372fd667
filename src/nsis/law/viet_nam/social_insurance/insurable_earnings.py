"""The wage on which contributions are reckoned: between a floor and twenty times a base level."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup


@rule(provision="Law on Social Insurance 58/2014/QH13, article 89", unit="dong/month", since="2016-01")
def earnings_ceiling(base_level, earnings_ceiling_multiple):
    """So many times the base salary, called the reference level since July 2025."""
    return base_level * earnings_ceiling_multiple


@rule(provision="Regional minimum wage decrees of Viet Nam, year 2015", unit="dong/month")
def regional_minimum(regional_minimum_wage, region):
    """The minimum wage of the region in which the work is done."""
    return lookup(regional_minimum_wage, region)


@rule(
    provision="Decision 595/QD-BHXH on collection, article 6",
    unit="dong/month",
    since="2016-01",
    until="2025-07",
    quantity="earnings_floor",
)
def earnings_floor_before_2025(regional_minimum):
    """Nobody is insured on less than the regional minimum wage."""
    return regional_minimum


@rule(provision="Law on Social Insurance 41/2024/QH15, article 31", unit="dong/month", since="2025-07")
def earnings_floor(base_level):
    """Nobody is insured on less than the reference level."""
    return base_level


@rule(provision="Law on Social Insurance 58/2014/QH13, article 89", unit="dong/month", since="2016-01")
def insurable_earnings(gross_wage, earnings_floor, earnings_ceiling):
    """The wage between floor and ceiling; without a wage there is nothing to insure."""
    if gross_wage == 0:
        return 0
    return max(earnings_floor, min(gross_wage, earnings_ceiling))


@rule(provision="Employment Law 38/2013/QH13, article 58", unit="dong/month")
def unemployment_earnings_ceiling(regional_minimum, unemployment_ceiling_multiple):
    """So many times the regional minimum wage."""
    return regional_minimum * unemployment_ceiling_multiple


@rule(provision="Employment Law 38/2013/QH13, article 58", unit="dong/month")
def unemployment_insurable_earnings(gross_wage, foreign_worker, unemployment_earnings_ceiling):
    """The wage up to the ceiling of the region; foreigners are not insured against unemployment."""
    if foreign_worker == 1:
        return 0
    return min(gross_wage, unemployment_earnings_ceiling)
