"""
The small model in neworder: its own transition and hazard in C++, columns in pandas.

Run in an environment of the peer's own: `python projection_peer.py 100000`.
"""

import json
import resource
import sys
import time

import neworder
import numpy as np
import pandas as pd

from projection_model import (
    DEATH,
    FORMAL,
    INACTIVE,
    MONTHS,
    MOVES,
    PENSION_AGE,
    WAGES,
    WORKING,
    Sums,
    awarded,
    first_ages,
)


class Lives(neworder.Model):
    """The model on a timeline of months."""

    def __init__(self, persons: int) -> None:
        super().__init__(
            neworder.LinearTimeline(0, MONTHS, MONTHS), neworder.MonteCarlo.deterministic_independent_stream
        )
        columns = dict.fromkeys(("state", "months", "credited", "pension"), np.zeros(persons, np.int64))
        self.people = pd.DataFrame({"age": first_ages(persons), **columns})
        self.sums = Sums()

    def step(self) -> None:
        """One month."""
        people, month = self.people, self.timeline.index
        if month % 12 == 0:
            people["pension"] = people["pension"] * 103 // 100
        dead = self.mc.hazard(DEATH[people["age"] // 12]) == 1
        people = self.people = people[~dead].copy()
        working = people[(people["age"] >= WORKING) & (people["age"] < PENSION_AGE)].copy()
        neworder.df.transition(self, np.arange(4), MOVES, working, "state")
        people["state"] = INACTIVE
        people.loc[working.index, "state"] = working["state"]
        formal = (people["state"] == FORMAL).to_numpy()
        wage = np.zeros(len(people), np.int64)
        wage[formal] = WAGES[(self.mc.ustream(int(formal.sum())) * len(WAGES)).astype(np.int64)]
        people["months"] += formal
        people["credited"] += wage
        new = (people["age"] == PENSION_AGE).to_numpy()
        pension = awarded(people.loc[new, "months"].to_numpy(), people.loc[new, "credited"].to_numpy())
        people.loc[new, "pension"] = pension
        self.sums.person_months += len(people)
        self.sums.contributions += int((wage // 10).sum())
        self.sums.pensions += int(people["pension"].sum())
        self.sums.awards += int((pension > 0).sum())
        people["age"] += 1

    def finalise(self) -> None:
        """Nothing more to do."""


def main(persons: int) -> None:
    """Run once; neworder has no warm-up of its own."""
    start = time.perf_counter()
    model = Lives(persons)
    neworder.run(model)
    seconds = time.perf_counter() - start
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    found = {"seconds": seconds, "rows": model.sums.person_months, "peak_mb": peak}
    print(json.dumps(found | {"means": model.sums.means}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
