"""
The ten rules of Toyland's social insurance in plain NumPy, and random facts for them.

It needs NumPy alone, so that every engine that is measured can draw the same facts in an environment of its
own, and hold its results against the same ones.
"""

import numpy as np
from numpy.typing import NDArray

Columns = dict[str, NDArray[np.int64]]

TARGETS = (
    "contribution_worker",
    "contribution_employer",
    "contribution_government",
    "maternity_qualified",
    "maternity_benefit",
    "old_age_pension",
)
FACTS = {  # name: least, greatest, narrowest type
    "wage": (0, 10_000_000, "int32"),
    "reference_wage": (0, 10_000_000, "int32"),
    "insured_months": (0, 600, "int16"),
    "age": (15, 90, "int8"),
    "is_woman": (0, 1, "int8"),
    "months_last_year": (0, 12, "int8"),
    "weeks_to_birth": (0, 40, "int8"),
}


def drawn(rows: int, *, compact: bool = False) -> Columns:
    """Random facts, always the same for so many rows."""
    draw = np.random.default_rng(2026)
    columns = {name: draw.integers(least, most + 1, rows) for name, (least, most, _) in FACTS.items()}
    return {name: column.astype(FACTS[name][2]) for name, column in columns.items()} if compact else columns


def share(amount: NDArray[np.int64], rate: NDArray[np.int64] | int) -> NDArray[np.int64]:
    """Parts per million of an amount, rounded half up."""
    return (amount * rate + 500_000) // 1_000_000


def in_numpy(facts: Columns) -> Columns:
    """The book, whole columns at a time, in 64-bit whole numbers."""
    wage, reference = facts["wage"], facts["reference_wage"]
    covered = np.maximum(1_250_000, np.minimum(wage, 5_000_000))
    match_rate = np.where(covered <= 2_000_000, 10_000, 5_000)
    near = facts["weeks_to_birth"] <= 8
    qualified = ((facts["is_woman"] == 1) & (facts["months_last_year"] >= 6) & near).astype(np.int64)
    earned = share(reference, 1_108 * np.minimum(facts["insured_months"], 480))
    pension = -(-np.maximum(300_000, np.minimum(earned, 3_000_000)) // 100) * 100
    retired = (facts["age"] >= 60) & (facts["insured_months"] >= 120)
    return {
        "contribution_worker": share(covered, 25_000),
        "contribution_employer": share(covered, 35_000),
        "contribution_government": share(covered, match_rate),
        "maternity_qualified": qualified,
        "maternity_benefit": np.where(qualified == 1, (reference * 224 + 30) // 60, 0),
        "old_age_pension": np.where(retired, pension, 0),
    }


def unequal_rows(results: Columns, expected: Columns) -> int:
    """In how many rows any result differs."""
    differs = np.zeros(len(expected[TARGETS[0]]), dtype=bool)
    for name in TARGETS:
        differs |= np.asarray(results[name]) != expected[name]
    return int(differs.sum())
