"""Benefits of the informal class while somebody is in a band. Theory: docs/theory/cohort.md."""

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.payment import Awards
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import Paid, at_once
from nsis.projection.cohort.tallies import Record
from nsis.projection.cohort.windows import PERSONS, Entitled
from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.labour import INFORMAL
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]


def hospital(setting: Setting, benefit: Benefit, entitled: Entitled) -> Paid:
    """Stays in hospital, of every length."""
    of = setting.contingencies
    nights, many = np.unique(of.hospital_spells, return_counts=True)
    chances = np.broadcast_to(of.hospital, (setting.years, 2, AGES))
    said = {"nights": np.minimum(nights, 30)}
    return at_once(setting, benefit, entitled, chances, (INFORMAL,), said, many / many.sum())


def covered_deaths(setting: Setting, benefit: Benefit, entitled: Entitled, dead: Floats) -> Paid:
    """Grants at deaths, by accident or not: `dead` [year, sex, age] of the able."""
    of, total = setting.contingencies, Paid.nothing(setting.years)
    able = MONTHS_PER_YEAR * setting.able_by_year
    chances = np.divide(dead, able, out=np.zeros_like(dead), where=dead > 0)
    for by_accident in (0, 1):
        share = of.accident_share if by_accident else 1 - of.accident_share
        said = {"by_accident": by_accident}
        total.add(at_once(setting, benefit, entitled, chances * share, (INFORMAL,), said))
    return total


def covered_awards(setting: Setting, benefit: Benefit, entitled: Entitled, turned: Floats) -> Awards:
    """Pensions of the informal class's members, by band: `turned` [year, sex, age] persons."""
    awards = Awards.nothing(setting.years)
    asking = Asking([benefit.name], setting.scheme_map)
    bands = np.arange(1, setting.labour.take_up.shape[-1])
    loss = float(np.mean(setting.contingencies.earning_capacity_losses))
    for year in range(setting.years):
        law = setting.laws[2 * year]
        windows = {length: np.array([length]) for length in range(1, 121)}
        said = {"band": bands, "covered": 1, "degree": loss, "age": 40 * MONTHS_PER_YEAR}
        amounts = asking.ask(law, said, Record(windows=windows))[benefit.name]
        taken = setting.labour.take_up[year, :, 1:].mean(axis=0)  # of all persons, by band
        by_band = np.moveaxis(entitled.held[1:, year, :, :, INFORMAL, PERSONS], 0, -1)
        held = by_band * turned[year][..., None] * taken
        for half in (2 * year, 2 * year + 1):
            awards.persons[half] += held @ (amounts > 0) / 2
            awards.amounts[half] += held @ amounts / 2
    return awards
