"""After a pensioner's death: the spouse has the whole pension up to seven years from its start, then half."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="Procedure, fifth amendment, as restated, section 22", unit="paisa/month", since="2025-05")
def pensioner_spouse_pension(
    pension_drawn, months_since_pension_began, whole_pension_months, spouse_pension_rate, amount_rounding
):
    """The same pension until seven years are full, half of it for life from then on."""
    if months_since_pension_began < whole_pension_months:
        return pension_drawn
    return share(pension_drawn, spouse_pension_rate, amount_rounding)
