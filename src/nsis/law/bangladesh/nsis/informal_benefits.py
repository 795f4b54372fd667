"""Informal class: grants for maternity and death, cash in hospital, a pension in disability."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import sum_of_last
from nsis.terms.reason import BAND_TOO_LOW, DEGREE_TOO_LOW, EXHAUSTED, NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="NSIS reference design, section 15.2", unit="months")
def informal_maternity_insured_months(insured_by_month, informal_maternity_window):
    """The insured months among the last months, as far back as the maternity grant looks."""
    return sum_of_last(insured_by_month, informal_maternity_window)


@rule(provision="NSIS reference design, section 15.2", unit="reason")
def informal_maternity_qualified(
    informal_covered, informal_maternity_insured_months, informal_maternity_qualifying_months
):
    """Enough insured months; every band covers maternity."""
    if informal_covered == 0:
        return NOT_COVERED
    if informal_maternity_insured_months < informal_maternity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="NSIS reference design, section 15.2", unit="poisha")
def informal_maternity_grant(informal_maternity_qualified, informal_maternity_amount):
    """One amount for a birth."""
    if informal_maternity_qualified != QUALIFIED:
        return 0
    return informal_maternity_amount


@rule(provision="NSIS reference design, section 15.3", unit="months")
def informal_hospital_insured_months(insured_by_month, informal_hospital_window):
    """The insured months among the last months, as far back as hospital cash looks."""
    return sum_of_last(insured_by_month, informal_hospital_window)


@rule(provision="NSIS reference design, section 15.3", unit="number")
def informal_hospital_nights_left(
    hospital_nights_by_month, informal_hospital_nights_most, informal_hospital_nights_window
):
    """The nights that may still be paid, after those paid in the last months."""
    nights_paid = sum_of_last(hospital_nights_by_month, informal_hospital_nights_window)
    return max(0, informal_hospital_nights_most - nights_paid)


@rule(provision="NSIS reference design, section 15.3", unit="reason")
def informal_hospital_qualified(
    informal_covered,
    informal_band,
    informal_hospital_band,
    informal_hospital_insured_months,
    informal_hospital_qualifying_months,
    informal_hospital_nights_left,
):
    """A band that covers hospital, enough insured months, and nights left to be paid."""
    if informal_covered == 0:
        return NOT_COVERED
    if informal_band < informal_hospital_band:
        return BAND_TOO_LOW
    if informal_hospital_insured_months < informal_hospital_qualifying_months:
        return TOO_FEW_MONTHS
    if informal_hospital_nights_left == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="NSIS reference design, section 15.3", unit="number")
def informal_hospital_nights_paid(
    informal_hospital_qualified, hospital_nights, informal_hospital_nights_left
):
    """The month's nights in hospital, as far as nights are left."""
    if informal_hospital_qualified != QUALIFIED:
        return 0
    return min(hospital_nights, informal_hospital_nights_left)


@rule(provision="NSIS reference design, section 15.3", unit="poisha/month")
def informal_hospital_cash(informal_hospital_nights_paid, informal_hospital_amount):
    """One amount for each night paid."""
    return informal_hospital_nights_paid * informal_hospital_amount


@rule(provision="NSIS reference design, section 15.4", unit="months")
def informal_death_insured_months(insured_by_month, informal_death_window):
    """The insured months of the deceased among the last months, as far back as the death grant looks."""
    return sum_of_last(insured_by_month, informal_death_window)


@rule(provision="NSIS reference design, section 15.4", unit="reason")
def informal_death_qualified(
    informal_covered, informal_death_insured_months, informal_death_qualifying_months
):
    """Enough insured months of the deceased; every band covers death."""
    if informal_covered == 0:
        return NOT_COVERED
    if informal_death_insured_months < informal_death_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="NSIS reference design, section 15.4", unit="poisha")
def informal_death_grant(
    informal_death_qualified, death_by_accident, informal_death_amount_accident, informal_death_amount
):
    """One amount to the family, more where the death was an accident."""
    if informal_death_qualified != QUALIFIED:
        return 0
    if death_by_accident == 1:
        return informal_death_amount_accident
    return informal_death_amount


@rule(provision="NSIS reference design, section 15.5", unit="months")
def informal_disability_insured_months(insured_by_month, informal_disability_window):
    """The insured months among the last months, as far back as the disability pension looks."""
    return sum_of_last(insured_by_month, informal_disability_window)


@rule(provision="NSIS reference design, section 15.5", unit="reason")
def informal_disability_qualified(
    informal_covered,
    informal_band,
    informal_disability_band,
    informal_disability_insured_months,
    informal_disability_qualifying_months,
    earning_capacity_loss,
    invalidity_least_loss,
):
    """A band that covers disability, enough insured months, and the loss that invalidity asks for."""
    if informal_covered == 0:
        return NOT_COVERED
    if informal_band < informal_disability_band:
        return BAND_TOO_LOW
    if informal_disability_insured_months < informal_disability_qualifying_months:
        return TOO_FEW_MONTHS
    if earning_capacity_loss < invalidity_least_loss:
        return DEGREE_TOO_LOW
    return QUALIFIED


@rule(provision="NSIS reference design, section 15.5", unit="poisha/month")
def informal_disability_pension(informal_disability_qualified, informal_disability_amount):
    """One amount a month."""
    if informal_disability_qualified != QUALIFIED:
        return 0
    return informal_disability_amount
