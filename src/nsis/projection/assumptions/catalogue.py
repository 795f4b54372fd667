"""What can be assumed: the names that the projection knows, with their units, axes and bounds."""

from dataclasses import dataclass
from typing import Literal

Axis = Literal["sex", "year", "age", "class", "band", "percentile"]

SEXES = ("male", "female")
SINGLE_AGES = tuple(range(101))  # the last is 100 and over
MOTHERS_AGES = tuple(range(15, 50))
ABRIDGED_AGES = (0, 1, *range(5, 101, 5))  # the first age of each group
OLDEST = 110
RISK_CLASSES = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Kind:
    """
    One assumption that can be made: its unit, the axes of its values in their order, and its bounds.

    At most one axis beside sex and year. `places` are the ages or classes at which it is given; where there
    are none, some will do, and between them values run straight. `shares` sum to 1 along that axis. One that
    `may_be_off` can be left without values.
    """

    unit: str
    axes: tuple[Axis, ...]
    least: float
    greatest: float
    places: tuple[int, ...] = ()
    may_be_off: bool = False
    shares: bool = False


def _share(*axes: Axis, places: tuple[int, ...] = (), shares: bool = False) -> Kind:
    return Kind("share", axes, 0, 1, places, shares=shares)


POPULATION = {
    "base_population": Kind("persons", ("sex", "year", "age"), 0, 1e8, SINGLE_AGES),
    "fertility_rates": Kind("births/woman/year", ("year", "age"), 0, 1, MOTHERS_AGES),
    "total_fertility": Kind("births/woman", ("year",), 0, 10, may_be_off=True),
    "sex_ratio_at_birth": Kind("boys/girl", ("year",), 0.5, 2),
    "mortality_rates": Kind("deaths/person/year", ("sex", "year", "age"), 1e-9, 3, ABRIDGED_AGES),
    "life_expectancy": Kind("years", ("sex", "year"), 30, 105, may_be_off=True),
    "net_migration": Kind("persons/year", ("sex", "year", "age"), -1e7, 1e7, SINGLE_AGES),
    "births_total": Kind("persons/year", ("year",), 0, 1e8, may_be_off=True),
    "deaths_total": Kind("persons/year", ("year",), 0, 1e8, may_be_off=True),
    "mortality_persistence": Kind("share", (), 0, 0.99),
    "fertility_persistence": Kind("share", (), 0, 0.99),
}

# Years are those that begin in July. A level is given for one year, and moves with its growth from there.
ECONOMY = {
    "price_growth": Kind("rate/year", ("year",), -0.5, 1),
    "real_wage_growth": Kind("rate/year", ("year",), -0.5, 1),
    "nominal_wage_growth": Kind("rate/year", ("year",), -0.5, 1, may_be_off=True),
    "real_interest": Kind("rate/year", ("year",), -0.5, 1),
    "nominal_interest": Kind("rate/year", ("year",), -0.5, 1, may_be_off=True),
    "real_gdp_growth": Kind("rate/year", ("year",), -0.5, 1),
    "gdp_level": Kind("taka/year", ("year",), 1, 1e18),
    "employee_wage_level": Kind("taka/month", ("year",), 1, 1e9),
    "informal_earnings_level": Kind("taka/month", ("year",), 1, 1e9),
    "poverty_line_level": Kind("taka/month", ("year",), 1, 1e9),
    "price_growth_deviation": Kind("rate/year", (), 0, 1),
    "price_growth_persistence": Kind("share", (), 0, 0.99),
    "real_wage_growth_deviation": Kind("rate/year", (), 0, 1),
    "real_wage_growth_persistence": Kind("share", (), 0, 0.99),
    "real_interest_deviation": Kind("rate/year", (), 0, 1),
    "real_interest_persistence": Kind("share", (), 0, 0.99),
    "administration": _share("year"),
}

LABOUR = {
    "participation": _share("sex", "year", "age"),
    "unemployment_rate": _share("sex", "year", "age"),
    "informal_share": _share("sex", "year"),
    "formal_age_pattern": Kind("times", ("sex", "age"), 0, 10),
    "coverage": _share("year"),
    "contribution_density": _share("year"),
    "shock": _share("year"),
    "churn": Kind("share/month", ("sex",), 0, 1),
    "wage_by_age": Kind("times", ("sex", "age"), 0, 100),
    "wage_gini": Kind("share", (), 0, 0.9),
    "poverty_classes": _share("class", shares=True),
    "risk_classes": _share("class", places=RISK_CLASSES, shares=True),
    "informal_take_up": _share("year", "class"),
    "informal_bands": _share("band", shares=True),
    "informal_affordable": Kind("share", (), 0, 1),
    "informal_paid_months": Kind("share", (), 0, 1),
    "take_up_reference_match": Kind("times", ("class",), 0, 10),
    "take_up_reference_price": Kind("share", (), 1e-6, 1),
    "take_up_match_elasticity": Kind("times", (), 0, 10),
    "take_up_price_elasticity": Kind("times", (), 0, 10),
}

CONTINGENCIES = {
    "spouse_age_gap": Kind("years", (), 0, 30),
    "married": _share("sex", "age"),
    "remarriage": Kind("share/year", ("sex",), 0, 1),
    "education": Kind("share", (), 0, 1),
    "invalidity": Kind("share/year", ("sex", "age"), 0, 1),
    "earning_capacity_losses": Kind("share", ("percentile",), 0, 1),
    "sickness": Kind("spells/year", ("sex", "age"), 0, 12),
    "sickness_spells": Kind("working days", ("percentile",), 0, 1000),
    "injury": Kind("injuries/worker/year", ("class",), 0, 1, RISK_CLASSES),
    "injury_spells": Kind("days", ("percentile",), 0, 1000),
    "injury_permanent": Kind("share", (), 0, 1),
    "injury_degrees": Kind("share", ("percentile",), 0, 1),
    "injury_attendance": Kind("share", (), 0, 1),
    "injury_fatal": Kind("share", (), 0, 1),
    "involuntary": Kind("share", (), 0, 1),
    "hospital": Kind("stays/person/year", ("sex", "age"), 0, 12),
    "hospital_spells": Kind("nights", ("percentile",), 0, 366),
    "accident": _share("sex", "age"),
    "claim_ages": Kind("months", ("percentile",), -120, 240),
}

GROUPS = {
    "population": POPULATION,
    "economy": ECONOMY,
    "labour": LABOUR,
    "contingencies": CONTINGENCIES,
}
KINDS = POPULATION | ECONOMY | LABOUR | CONTINGENCIES
