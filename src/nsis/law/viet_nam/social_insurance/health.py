"""Health insurance: contributions; its benefits are care, not money."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="Health Insurance Law 25/2008/QH12, article 13", unit="dong/month", since="2016-01")
def health_contribution_employer(insurable_earnings, health_contribution_rate_employer, amount_rounding):
    """The employer's contribution to health insurance."""
    return share(insurable_earnings, health_contribution_rate_employer, amount_rounding)


@rule(provision="Health Insurance Law 25/2008/QH12, article 13", unit="dong/month", since="2016-01")
def health_contribution_worker(insurable_earnings, health_contribution_rate_worker, amount_rounding):
    """The worker's contribution to health insurance."""
    return share(insurable_earnings, health_contribution_rate_worker, amount_rounding)
