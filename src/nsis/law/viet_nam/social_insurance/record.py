"""The record of months, the revalued career average, and the months as whole and half years."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, rest, share, sum_of_all, total_of, wholes
from nsis.terms.month import MONTHS_PER_YEAR


@rule(provision="Law on Social Insurance 58/2014/QH13, article 54", unit="months", since="2016-01")
def insured_months(insured_by_month):
    """All months insured."""
    return sum_of_all(insured_by_month)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="dong", since="2016-01")
def period_revalued(period_wage, period_months, period_coefficient, amount_rounding):
    """The wages of a period, raised by the coefficient that the year's circular gives."""
    return share(period_wage * period_months, period_coefficient, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="dong", since="2016-01")
def periods_revalued(period_revalued):
    """The revalued wages of all periods."""
    return total_of(period_revalued)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="months", since="2016-01")
def periods_months(period_months):
    """The months of all periods."""
    return total_of(period_months)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="dong/month", since="2016-01")
def career_average_earnings(
    periods_revalued, periods_months, earnings_by_month, insured_by_month, career_window, average_rounding
):
    """The mean revalued wage of the career: of the periods told, else of the record as it stands."""
    if periods_months > 0:
        return wholes(periods_revalued, periods_months)
    return mean_of_last(earnings_by_month, insured_by_month, career_window, average_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 56", unit="months", since="2016-01")
def old_age_months_counted(insured_months, half_year_months):
    """Whole years and halves: one to six odd months count for half a year, seven to eleven for a year."""
    odd = rest(insured_months, MONTHS_PER_YEAR)
    if odd == 0:
        return insured_months
    if odd <= half_year_months:
        return insured_months - odd + half_year_months
    return insured_months - odd + MONTHS_PER_YEAR
