"""Small schemes to reckon with: seeded lines and economies, a hand's three years."""

import numpy as np

from nsis.projection.economy import Economy
from nsis.projection.lines import Lines

FIRST = 2026
BRANCH_OF = {
    "old_age_pension": "old_age",
    "funeral_grant": "old_age",
    "maternity_benefit": "maternity",
    "informal_pension": "informal",
}


def path(prices, wages, interest):
    """The economy of growth and interest, each [year]."""
    index, level = (np.cumprod(1 + np.concatenate([[0.0], growth[1:]])) for growth in (prices, wages))
    return Economy(
        years=tuple(range(FIRST, FIRST + len(prices))),
        price_growth=prices,
        wage_growth=wages,
        interest=interest,
        gdp=6e13 * level,
        employee_wage=17_000 * level,
        informal_earnings=9_000 * level,
        price_index=index,
        wage_index=level,
        poverty_line=4_000 * index,
    )


def economy(years=75, seed=1):
    """An economy whose rates differ from year to year."""
    random = np.random.default_rng(seed)
    return path(*(random.normal(mean, 0.01, years) for mean in (0.055, 0.085, 0.075)))


def lines(years=75, seed=1, scale=1.0):
    """A scheme that matures: pensions grow from nothing, the rest with wages."""
    random, level = np.random.default_rng(seed), economy(years, seed).wage_index
    employees = np.linspace(2e6, 2e7, years) * random.uniform(0.98, 1.02, years)
    earnings = employees * 2.4e5 * level
    maturing = np.linspace(0, 1, years) ** 1.5
    benefits = {
        "old_age_pension": 0.18 * earnings * maturing,
        "funeral_grant": 0.001 * earnings,
        "maternity_benefit": 0.009 * earnings * random.uniform(0.9, 1.1, years),
        "informal_pension": 2e9 * level * maturing,
    }
    rates = {
        ("old_age", "employer"): 0.05,
        ("old_age", "worker"): 0.05,
        ("maternity", "employer"): 0.006,
        ("maternity", "worker"): 0.004,
    }
    contributions = {key: rate * earnings for key, rate in rates.items()}
    contributions |= {("informal", "worker"): 3e9 * level, ("informal", "match"): 1e9 * level}
    paid = {name: amounts / (9e4 * level) for name, amounts in benefits.items()}
    return Lines(
        scheme="toyland/scheme",
        years=tuple(range(FIRST, FIRST + years)),
        branch_of=BRANCH_OF,
        contributions={key: scale * amounts for key, amounts in contributions.items()},
        benefits={name: scale * amounts for name, amounts in benefits.items()},
        insurable_earnings=scale * earnings,
        contributors=employees * 1.1,
        beneficiaries=paid,
        awards={name: persons / 3 for name, persons in paid.items()},
        employees=employees,
        informal_insured=employees * 0.2,
        labour_force=np.full(years, 7.5e7),
        population=np.full(years, 1.8e8),
    )


def three_years():
    """Lines and economy of three years, in numbers that a hand can follow: interest of 10, 20 and 0 %."""
    nothing = np.zeros(3)
    of_hand = Lines(
        scheme="toyland/scheme",
        years=(2026, 2027, 2028),
        branch_of={"pension": "old_age"},
        contributions={("old_age", "worker"): np.array([100.0, 100.0, 100.0])},
        benefits={"pension": np.array([40.0, 95.0, 190.0])},
        insurable_earnings=np.array([1000.0, 1000.0, 1000.0]),
        contributors=np.array([10.0, 10.0, 10.0]),
        beneficiaries={"pension": np.array([1.0, 2.0, 4.0])},
        awards={"pension": np.array([1.0, 1.0, 2.0])},
        employees=np.array([10.0, 10.0, 10.0]),
        informal_insured=nothing,
        labour_force=np.array([40.0, 40.0, 40.0]),
        population=np.array([80.0, 80.0, 80.0]),
    )
    return of_hand, path(nothing, nothing, np.array([0.1, 0.2, 0.0]))
