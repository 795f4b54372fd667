"""The wage on which each fund's contribution is reckoned, as far as the ceiling."""

from nsis.engine.rule import rule


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 26A", unit="paise/month")
def provident_fund_wage(gross_wage, wage_ceiling, contributes_on_whole_wage):
    """Basic wage and dearness allowance up to the ceiling; all of it where both sides have so chosen."""
    if contributes_on_whole_wage == 1:
        return gross_wage
    return min(gross_wage, wage_ceiling)


@rule(provision="Employees' Pension Scheme 1995, paragraph 3", unit="paise/month")
def pension_wage(gross_wage, wage_ceiling, pension_member):
    """The wage up to the ceiling; nothing for who is not a member of the pension scheme."""
    if pension_member == 0:
        return 0
    return min(gross_wage, wage_ceiling)


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 7", unit="paise/month")
def insurance_wage(gross_wage, wage_ceiling):
    """The wage up to the ceiling, whatever the provident fund is paid on."""
    return min(gross_wage, wage_ceiling)
