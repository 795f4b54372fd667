"""Death (JKM): fixed grants, whatever the wage, and schooling for two children."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share, total
from nsis.terms.rate import PARTS


@rule(provision="Government Regulation 44/2015 on injury and death, article 18", unit="rupiah/month")
def death_contribution_employer(
    gross_wage,
    death_contribution_rate_employer,
    relief_granted,
    pandemic_relief_rate,
    dropped_rounding,
    amount_rounding,
):
    """The employer's contribution on the whole wage, less what the pandemic relief forgives."""
    if relief_granted == 1:
        rate = share(death_contribution_rate_employer, PARTS - pandemic_relief_rate, dropped_rounding)
        return share(gross_wage, rate, amount_rounding)
    return share(gross_wage, death_contribution_rate_employer, amount_rounding)


@rule(provision="Government Regulation 44/2015 on injury and death, article 34", unit="rupiah")
def death_benefit(death_grant, periodic_grant, funeral_grant):
    """The grant, the periodic grant at once, and the funeral."""
    return total(death_grant, periodic_grant, funeral_grant)


@rule(
    provision="Government Regulation 82/2019 on injury and death, article 34",
    unit="rupiah/year",
    since="2020-01",
)
def scholarship(children_at_school, school_level, scholarship_by_level, scholarship_children_most):
    """What a year of schooling is paid with, for two children at most."""
    return lookup(scholarship_by_level, school_level) * min(children_at_school, scholarship_children_most)
