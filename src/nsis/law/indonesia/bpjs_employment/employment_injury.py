"""Employment injury (JKK): by five classes of risk; treatment without limit, and cash."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share
from nsis.terms.rate import PARTS


@rule(provision="Government Regulation 44/2015 on injury and death, article 16", unit="rate")
def employment_injury_contribution_rate_employer(risk_class, employment_injury_class_rate):
    """The rate of the class of risk."""
    return lookup(employment_injury_class_rate, risk_class)


@rule(provision="Government Regulation 49/2020 on pandemic relief, article 9", unit="rate")
def employment_injury_relief_rate(
    relief_granted, pandemic_relief_rate, labour_intensive, labour_intensive_relief_rate
):
    """What is forgiven: in the pandemic to who had no arrears, in 2025 to labour-intensive industry."""
    if labour_intensive == 1:
        return labour_intensive_relief_rate
    if relief_granted == 1:
        return pandemic_relief_rate
    return 0


@rule(provision="Government Regulation 44/2015 on injury and death, article 16", unit="rupiah/month")
def employment_injury_contribution_employer(
    gross_wage,
    employment_injury_contribution_rate_employer,
    employment_injury_relief_rate,
    dropped_rounding,
    amount_rounding,
):
    """The employer's contribution on the whole wage, less what is forgiven."""
    rate = share(
        employment_injury_contribution_rate_employer, PARTS - employment_injury_relief_rate, dropped_rounding
    )
    return share(gross_wage, rate, amount_rounding)


@rule(provision="Government Regulation 44/2015 on injury and death, article 25", unit="rupiah/month")
def injury_benefit(
    gross_wage,
    incapacity_month,
    injury_first_months,
    injury_second_months,
    injury_rate_first,
    injury_rate_second,
    injury_rate_after,
    amount_rounding,
):
    """A month of temporary incapacity: the full wage at first, then less."""
    if incapacity_month <= injury_first_months:
        return share(gross_wage, injury_rate_first, amount_rounding)
    if incapacity_month <= injury_second_months:
        return share(gross_wage, injury_rate_second, amount_rounding)
    return share(gross_wage, injury_rate_after, amount_rounding)


@rule(provision="Government Regulation 44/2015 on injury and death, article 25", unit="rupiah")
def injury_lump_sum(gross_wage, disability_rate, disability_months, amount_rounding):
    """Permanent partial disability: the degree of the table, times eighty wages."""
    return share(gross_wage * disability_months, disability_rate, amount_rounding)


@rule(provision="Government Regulation 44/2015 on injury and death, article 25", unit="rupiah")
def injury_total_lump_sum(
    gross_wage, total_disability_rate, disability_months, periodic_grant, amount_rounding
):
    """Permanent total disability: 70 per cent of eighty wages, and the periodic grant at once."""
    return share(gross_wage * disability_months, total_disability_rate, amount_rounding) + periodic_grant


@rule(provision="Government Regulation 44/2015 on injury and death, article 25", unit="rupiah")
def periodic_grant(periodic_grant_monthly, periodic_grant_months):
    """Twenty-four months of a fixed amount, paid at once."""
    return periodic_grant_monthly * periodic_grant_months


@rule(provision="Government Regulation 44/2015 on injury and death, article 25", unit="rupiah")
def injury_death_benefit(gross_wage, injury_death_rate, disability_months, death_grant, amount_rounding):
    """Death by an injury at work: 60 per cent of eighty wages, the grant of the death branch at least."""
    return max(death_grant, share(gross_wage * disability_months, injury_death_rate, amount_rounding))


@rule(provision="Government Regulation 44/2015 on injury and death, article 25", unit="rupiah")
def injury_death_total(injury_death_benefit, funeral_grant, periodic_grant):
    """All cash of a death by injury, without schooling."""
    return injury_death_benefit + funeral_grant + periodic_grant
