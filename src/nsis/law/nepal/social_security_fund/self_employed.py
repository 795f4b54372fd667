"""The self-employed: 31 % of a base that they choose, between the least basic wage and three times it."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


@rule(provision="Informal sector procedure of 2022, section 6", unit="paisa/month", since="2023-09")
def self_employed_base(chosen_base, informal_basic_wage, self_employed_multiple, amount_rounding):
    """The base chosen, within the two limits; nothing without a choice."""
    if chosen_base == 0:
        return 0
    most = share(informal_basic_wage, self_employed_multiple, amount_rounding)
    return max(informal_basic_wage, min(chosen_base, most))


@rule(provision="Informal sector procedure of 2022, section 6", unit="paisa/month", since="2023-09")
def self_employed_to_health(self_employed_base, self_employed_health_rate, amount_rounding):
    """The part for treatment and maternity."""
    return share(self_employed_base, self_employed_health_rate, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 6", unit="paisa/month", since="2023-09")
def self_employed_to_accident(self_employed_base, self_employed_accident_rate, amount_rounding):
    """The part for accident and disability."""
    return share(self_employed_base, self_employed_accident_rate, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 6", unit="paisa/month", since="2023-09")
def self_employed_to_survivors(self_employed_base, self_employed_survivors_rate, amount_rounding):
    """The part for the dependent family."""
    return share(self_employed_base, self_employed_survivors_rate, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 6", unit="paisa/month", since="2023-09")
def self_employed_to_pension(self_employed_base, self_employed_pension_rate, amount_rounding):
    """The least part for the pension account."""
    return share(self_employed_base, self_employed_pension_rate, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 6", unit="paisa/month", since="2023-09")
def self_employed_to_retirement(self_employed_base, self_employed_retirement_rate, amount_rounding):
    """The part that may be drawn earlier."""
    return share(self_employed_base, self_employed_retirement_rate, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 6", unit="paisa/month", since="2023-09")
def self_employed_payment(
    self_employed_to_health,
    self_employed_to_accident,
    self_employed_to_survivors,
    self_employed_to_pension,
    self_employed_to_retirement,
):
    """31 % of the base, all of it from the worker."""
    return total(
        self_employed_to_health,
        self_employed_to_accident,
        self_employed_to_survivors,
        self_employed_to_pension,
        self_employed_to_retirement,
    )
