"""What counts as wages under the Code: what is left out may not exceed half of the remuneration."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="Code on Social Security 2020, section 2(88)", unit="paise/month", since="2025-12")
def code_wages(remuneration, excluded_pay, excluded_pay_rate_most, paise_rounding):
    """The remuneration less the excluded allowances, as far as these are half of it at most."""
    most = share(remuneration, excluded_pay_rate_most, paise_rounding)
    return max(0, remuneration - min(excluded_pay, most))
