"""What the law says of a month bought in the informal class, asked of the law itself."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import PREVIOUS
from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.tallies import INFORMAL, INSURED, MATCHED, Record
from nsis.projection.inputs.scheme_map import ClassMap

Floats = NDArray[np.float64]

POOREST, LEAST_POOR = 1, 3
_MOST_MATCHED = 1200  # months
_MUCH = 1e9  # poisha, beside which rounding does not count


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """
    What the law says of a month bought in a year, in poisha: price [band], credit [band], match and what of
    it is credited [band, poverty class]; the months that are matched; the growth of a balance in a month.
    """

    price: Floats
    credit: Floats
    match: Floats
    match_credited: Floats
    matched: int
    growth: float


def terms_of(setting: Setting, of: ClassMap, half: int) -> Terms:
    """
    The terms under the law of a half-year. ValueError where the class has no price.
    """
    if of.price is None:
        raise ValueError("an informal class without a price has no bands")
    law, bands = setting.laws[half], np.arange(1, setting.labour.take_up.shape[-1])
    price = Asking([of.price], setting.scheme_map).ask(law, {"band": bands})[of.price]
    asked = _Asked(setting, of, law, price)
    first, after = asked(matched=0, held=0), asked(matched=_MOST_MATCHED, held=0)
    kept = asked(matched=_MOST_MATCHED, held=_MUCH, paying=False)
    none = np.zeros_like(first[asked.due])
    account = str(setting.scheme_map.account)
    credit = after.get(account, none)
    return Terms(
        price=price,
        credit=credit[:, 0],
        match=first[asked.due],
        match_credited=first.get(account, none) - credit,
        matched=asked.months_matched(),
        growth=float(kept[account][0, 0] / _MUCH) if account in kept else 1.0,
    )


class _Asked:
    """The law asked of a month, for every band and poverty class [band, poverty class]."""

    def __init__(self, setting: Setting, of: ClassMap, law: LawInForce, price: Floats) -> None:
        classes = np.arange(POOREST, LEAST_POOR + 1)
        bands = np.arange(1, len(price) + 1)
        self.law, self.carried, self.account = law, of.carried, setting.scheme_map.account
        self.due = next(name for (_, payer), name in of.contributions.items() if payer == "match")
        self.asking = Asking(filter(None, [self.due, self.account]), setting.scheme_map)
        self.band, self.poverty = (each.ravel() for each in np.meshgrid(bands, classes, indexing="ij"))
        self.paid, self.shape = np.repeat(price, len(classes)), (len(bands), len(classes))

    def __call__(self, *, matched: int, held: float, paying: bool = True) -> dict[str, Floats]:
        """After so many matched months and with so much in the account, in poisha."""
        paid: Any = self.paid if paying else 0
        words = {"band": self.band, "poverty_class": self.poverty, "paid": paid, "account_drawn": 0}
        record = Record({MATCHED: np.array([matched]), INFORMAL: np.zeros(1), INSURED: np.zeros(1)})
        given = {f"{PREVIOUS}{name}": np.zeros(1) for name in self.carried}
        if self.account is not None:
            given[f"{PREVIOUS}{self.account}"] = np.array([held])
        found = self.asking.ask(self.law, words, record, given)
        return {name: each.reshape(self.shape) for name, each in found.items()}

    def months_matched(self) -> int:
        """How many months of a life are matched, sought by halving."""
        low, high = 0, _MOST_MATCHED
        while high - low > 1:
            middle = (low + high) // 2
            still = bool((self(matched=middle, held=0)[self.due] > 0).any())
            low, high = (middle, high) if still else (low, middle)
        return high
