"""The wage insured, the record of months, and what all payers owe for a month."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, sum_of_all, total


@rule(provision="Government Regulation 45/2015 on the pension, article 29", unit="rupiah/month")
def insurable_earnings(gross_wage, pension_wage_ceiling):
    """The wage up to the ceiling of the pension; the other branches have none."""
    return min(gross_wage, pension_wage_ceiling)


@rule(provision="Government Regulation 45/2015 on the pension, article 19", unit="months")
def insured_months(insured_by_month):
    """The months contributed for."""
    return sum_of_all(insured_by_month)


@rule(provision="Government Regulation 45/2015 on the pension, article 17", unit="rupiah/month")
def career_average_earnings(earnings_by_month, insured_by_month, career_window, amount_rounding):
    """The mean insured wage of all months, each at the prices of the award."""
    return mean_of_last(earnings_by_month, insured_by_month, career_window, amount_rounding)


@rule(provision="Government Regulation 44/2015 on injury and death, article 16", unit="rupiah/month")
def contribution_employer(
    savings_contribution_employer,
    old_age_contribution_employer,
    employment_injury_contribution_employer,
    death_contribution_employer,
):
    """The employer's contributions to all branches."""
    return total(
        savings_contribution_employer,
        old_age_contribution_employer,
        employment_injury_contribution_employer,
        death_contribution_employer,
    )


@rule(provision="Government Regulation 46/2015 on old-age savings, article 16", unit="rupiah/month")
def contribution_worker(savings_contribution_worker, old_age_contribution_worker):
    """The worker's contributions to all branches."""
    return savings_contribution_worker + old_age_contribution_worker


@rule(
    provision="Government Regulation 37/2021 on job loss, article 11",
    unit="rupiah/month",
    since="2021-03",
)
def contribution_government(unemployment_contribution_government):
    """The central government's contribution to job-loss insurance."""
    return unemployment_contribution_government


@rule(
    provision="Government Regulation 46/2015 on old-age savings, article 16",
    unit="rupiah/month",
    until="2021-03",
    quantity="contribution_due",
)
def contribution_due_before_job_loss(contribution_employer, contribution_worker):
    """Everything due for the month, before there was job-loss insurance."""
    return contribution_employer + contribution_worker


@rule(
    provision="Government Regulation 37/2021 on job loss, article 11",
    unit="rupiah/month",
    since="2021-03",
)
def contribution_due(contribution_employer, contribution_worker, contribution_government):
    """Everything due for the month."""
    return contribution_employer + contribution_worker + contribution_government
