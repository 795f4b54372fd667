"""Synthetic employers: plainly named as demonstrations, so that nobody takes one for a real firm."""

import math
from dataclasses import dataclass

from nsis.commands.demo.sources import Sector, sectors
from nsis.terms.digits import to_bangla


@dataclass(frozen=True, slots=True)
class DemonstrationEmployer:
    """An employer with one establishment; `size` is a weight, near to the workers at the full share."""

    serial: int
    sector: Sector
    number: int
    size: float

    @property
    def name_en(self) -> str:
        """As in `Demonstration Garments 1`."""
        return f"Demonstration {self.sector.name_en} {self.number}"

    @property
    def name_bn(self) -> str:
        """As in `প্রদর্শনী গার্মেন্টস ১`."""
        return f"প্রদর্শনী {self.sector.name_bn} {to_bangla(str(self.number))}"


def employers(*, share: float) -> list[DemonstrationEmployer]:
    """Every sector's employers, largest first; a smaller share has fewer of them, at least one a sector."""
    plan: list[DemonstrationEmployer] = []
    for sector in sectors():
        sizes = _sizes(sector)[: max(1, math.ceil(sector.employers * share))]
        plan += [DemonstrationEmployer(len(plan) + at, sector, at + 1, size) for at, size in enumerate(sizes)]
    return plan


def _sizes(sector: Sector) -> list[float]:
    """From the largest to the smallest in equal ratios: a few large, many small."""
    steps = max(1, sector.employers - 1)
    ratio = sector.smallest / sector.largest
    return [sector.largest * ratio ** (at / steps) for at in range(sector.employers)]
