"""What contributions earn for those who pay them: the internal rate of return."""

import numpy as np
from numpy.typing import NDArray

Flows = NDArray[np.float64]

LEAST, GREATEST = -0.99, 10.0  # yearly rates that are looked between
_HALVINGS = 60


def internal_rate(paid: Flows, received: Flows) -> float:
    """
    The yearly rate at which what is `paid` [year] and `received` [year] are worth the same at the start.

    Amounts of constant prices give a real rate. nan where nothing is paid or received, or where no rate
    between -99 % and 1,000 % makes them equal.
    """
    if not (paid.sum() > 0 and received.sum() > 0):
        return float("nan")
    flows = received - paid
    low, high = LEAST, GREATEST
    if not _worth(flows, low) > 0 > _worth(flows, high):
        return float("nan")
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _worth(flows, middle) > 0 else (low, middle)
    return (low + high) / 2


def _worth(flows: Flows, rate: float) -> float:
    """What the flows are worth at their start, to a factor that is above zero: nothing overflows."""
    years = np.arange(len(flows))
    logarithms = -years * np.log1p(rate)
    return float(flows @ np.exp(logarithms - logarithms.max()))
