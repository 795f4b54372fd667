"""The baseline, read and projected once; and the UN's own figures to hold it against."""

import numpy as np
import pytest

from nsis.projection.assumptions.loading import load
from nsis.projection.economy import economy_of
from nsis.projection.inputs.tables import read_table
from nsis.projection.population import project

YEARS = 101  # of the tables, from 2000


@pytest.fixture(scope="session")
def baseline():
    """The set of assumptions."""
    return load("baseline")


@pytest.fixture(scope="session")
def population(baseline):
    """The population from 2025 to 2100."""
    return project(baseline)


@pytest.fixture(scope="session")
def nation(baseline):
    """The same to 2102, for a scheme's 75 years and the 1 July after them."""
    return project(baseline, 2025, 2102)


@pytest.fixture(scope="session")
def economy(baseline):
    """The path of the economy of those 75 years."""
    return economy_of(baseline, range(2026, 2101))


@pytest.fixture(scope="session")
def published():
    """The UN's population [year from 2000, sex, age to 100 and over], in persons."""
    columns = read_table("un_wpp_2024_population").columns
    return np.stack([columns[sex].reshape(YEARS, -1) for sex in ("male", "female")], axis=1)


@pytest.fixture(scope="session")
def summary():
    """The UN's levels and totals by calendar year, each [year from 2000]."""
    return read_table("un_wpp_2024_summary").columns
