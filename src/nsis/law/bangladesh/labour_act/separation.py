"""The end of a service by the employer: what is owed by the way in which it ends."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Bangladesh Labour Act 2006, section 26(4)", unit="poisha")
def separation_compensation(
    separation_wage, service_years, separation_days, days_of_month_wage, gratuity, amount_rounding
):
    """Thirty days' wages for each completed year, or the gratuity where that is higher."""
    wages = prorate(separation_wage, service_years * separation_days, days_of_month_wage, amount_rounding)
    return max(wages, gratuity)


@rule(provision="Bangladesh Labour Act 2006, section 20", unit="reason")
def retrenchment_qualified(workers, lay_off_workers_least, service_months, separation_qualifying_months):
    """A year of service, in an establishment of five workers or more."""
    if workers < lay_off_workers_least:
        return NOT_COVERED
    if service_months < separation_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 20", unit="poisha")
def retrenchment_benefit(
    retrenchment_qualified,
    separation_compensation,
    retrenched_after_lay_off,
    gross_wage,
    separation_wage,
    retrenchment_notice_days,
    retrenchment_further_days,
    notice_given,
    days_of_month_wage,
    amount_rounding,
):
    """The compensation and the wage of a notice not given; after a lay-off, fifteen days instead."""
    if retrenchment_qualified != QUALIFIED:
        return 0
    if retrenched_after_lay_off == 1:
        further = prorate(separation_wage, retrenchment_further_days, days_of_month_wage, amount_rounding)
        return separation_compensation + further
    if notice_given == 1:
        return separation_compensation
    notice = prorate(gross_wage, retrenchment_notice_days, days_of_month_wage, amount_rounding)
    return separation_compensation + notice


@rule(provision="Bangladesh Labour Act 2006, section 22(2)", unit="reason")
def discharge_qualified(service_months, separation_qualifying_months):
    """A year of service for who is discharged for ill health."""
    if service_months < separation_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 22(2)", unit="poisha")
def discharge_benefit(discharge_qualified, separation_compensation):
    """The compensation of a discharge."""
    if discharge_qualified != QUALIFIED:
        return 0
    return separation_compensation


@rule(provision="Labour Amendment Act 2013, on section 23(3)", unit="reason", since="2013-08")
def removal_qualified(removal_kind, removal_covered, service_months, separation_qualifying_months):
    """Removed, and since the Ordinance of 2025 dismissed too; not for theft, fraud, riot or arson."""
    if lookup(removal_covered, removal_kind) == 0:
        return NOT_COVERED
    if service_months < separation_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Labour Amendment Act 2013, on section 23(3)", unit="poisha", since="2013-08")
def removal_benefit(
    removal_qualified, separation_wage, service_years, removal_days, days_of_month_wage, amount_rounding
):
    """Fifteen days' wages for each completed year."""
    if removal_qualified != QUALIFIED:
        return 0
    return prorate(separation_wage, service_years * removal_days, days_of_month_wage, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 26(3)", unit="poisha")
def termination_notice_pay(
    gross_wage, worker_kind, termination_notice_days, notice_given, days_of_month_wage, amount_rounding
):
    """The wages of a notice that was not given."""
    if notice_given == 1:
        return 0
    return prorate(
        gross_wage, lookup(termination_notice_days, worker_kind), days_of_month_wage, amount_rounding
    )


@rule(provision="Bangladesh Labour Act 2006, section 26", unit="poisha")
def termination_benefit(worker_kind, permanent_kind, termination_notice_pay, separation_compensation):
    """The notice's wages, and for a permanent worker the compensation."""
    if lookup(permanent_kind, worker_kind) == 0:
        return termination_notice_pay
    return termination_notice_pay + separation_compensation
