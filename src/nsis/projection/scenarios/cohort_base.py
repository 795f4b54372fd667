"""The deterministic run that scenarios depart from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.economy import Economy

Cells = NDArray[np.float64]
Years = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class CohortBase:
    """
    One run by year, sex (male, female) and single year of age on 1 July, the last age open.

    Arrays are float64, amounts taka of the year. By [year, sex, age]: `death` is the chance to die before
    the next 1 July; `contributors` have `average_earnings` that are insured, for the year; `pensioners` have
    `average_pension`, for the year, and `new_pensions` is the share of their pensions that began in the
    year, 1 where nobody of the cohort had one before. `births` [year, age] are by the mother's age.

    By [year]: `contribution_rate` of insurable earnings; `earnings_benefits`, all those that move with
    insurable earnings; `wage_contributions` and `wage_benefits`, what moves with the level of wages only,
    such as the informal class's; `administration_share` of contributions. `reserve` is held at the start.
    Pensions move each year by the growth of the year before, that of wages to the `indexation_wage_weight`,
    otherwise that of prices, and never fall. `economy` has the same years.
    """

    years: tuple[int, ...]
    death: Cells
    births: Cells
    contributors: Cells
    average_earnings: Cells
    pensioners: Cells
    average_pension: Cells
    new_pensions: Cells
    contribution_rate: Years
    earnings_benefits: Years
    wage_contributions: Years
    wage_benefits: Years
    administration_share: Years
    reserve: float
    indexation_wage_weight: float
    economy: Economy
