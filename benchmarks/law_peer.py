"""
The ten-rule book in OpenFisca-Core or policyengine-core, which share their way of writing rules.

Run in an environment of the peer's own: `python law_peer.py openfisca_core 1000000`. Whole numbers are kept
in the 32 bits that these engines have for them, and reckoned with in 64.
"""

import importlib
import json
import resource
import sys
import time
from typing import Any

import numpy as np

from law_book import FACTS, TARGETS, drawn, in_numpy, share, unequal_rows

MONTH = "2026-07"
RUNS = 5


def system(package: str) -> Any:
    """A system of the peer with the book's facts and rules as its variables."""
    part = {
        name: importlib.import_module(f"{package}.{name}") for name in ("entities", "variables", "periods")
    }
    systems = importlib.import_module(f"{package}.taxbenefitsystems")
    person = part["entities"].build_entity(key="person", plural="persons", label="", is_person=True)
    made = systems.TaxBenefitSystem([person])
    shape = {"value_type": int, "entity": person, "definition_period": part["periods"].MONTH, "label": "-"}
    formulas: dict[str, Any] = {**dict.fromkeys(FACTS), **FORMULAS}
    for name, formula in formulas.items():
        body = shape | ({} if formula is None else {"formula": formula})
        made.add_variable(type(name, (part["variables"].Variable,), body))
    return made


def wide(person: Any, name: str, period: Any) -> Any:
    """A variable in 64 bits."""
    return person(name, period).astype(np.int64)


def covered_wage(person: Any, period: Any) -> Any:
    """The wage between floor and ceiling."""
    return np.maximum(1_250_000, np.minimum(person("wage", period), 5_000_000))


def contribution_worker(person: Any, period: Any) -> Any:
    """2.5 %."""
    return share(wide(person, "covered_wage", period), 25_000)


def contribution_employer(person: Any, period: Any) -> Any:
    """3.5 %."""
    return share(wide(person, "covered_wage", period), 35_000)


def match_rate(person: Any, period: Any) -> Any:
    """In two steps."""
    return np.where(person("covered_wage", period) <= 2_000_000, 10_000, 5_000)


def contribution_government(person: Any, period: Any) -> Any:
    """By the step."""
    return share(wide(person, "covered_wage", period), wide(person, "match_rate", period))


def maternity_qualified(person: Any, period: Any) -> Any:
    """Three conditions."""
    months, weeks = person("months_last_year", period), person("weeks_to_birth", period)
    return ((person("is_woman", period) == 1) & (months >= 6) & (weeks <= 8)).astype(np.int64)


def maternity_benefit(person: Any, period: Any) -> Any:
    """112 days out of 30."""
    benefit = (wide(person, "reference_wage", period) * 224 + 30) // 60
    return np.where(person("maternity_qualified", period) == 1, benefit, 0)


def counted_months(person: Any, period: Any) -> Any:
    """At most 480."""
    return np.minimum(person("insured_months", period), 480)


def earned_pension(person: Any, period: Any) -> Any:
    """0.1108 % a month."""
    return share(wide(person, "reference_wage", period), 1_108 * wide(person, "counted_months", period))


def old_age_pension(person: Any, period: Any) -> Any:
    """From 60 with 120 months, in whole taka, rounded up."""
    pension = np.maximum(300_000, np.minimum(wide(person, "earned_pension", period), 3_000_000))
    retired = (person("age", period) >= 60) & (person("insured_months", period) >= 120)
    return np.where(retired, -(-pension // 100) * 100, 0)


FORMULAS = {
    rule.__name__: rule
    for rule in (
        covered_wage,
        contribution_worker,
        contribution_employer,
        match_rate,
        contribution_government,
        maternity_qualified,
        maternity_benefit,
        counted_months,
        earned_pension,
        old_age_pension,
    )
}


def main(package: str, rows: int) -> None:
    """Best of five after one to warm up: facts in, all targets out; the answer as JSON."""
    builder = importlib.import_module(f"{package}.simulations").SimulationBuilder
    made, facts, seconds = system(package), drawn(rows), []
    results: dict[str, Any] = {}
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        simulation = builder().build_default_simulation(made, count=rows)
        for name, column in facts.items():
            simulation.set_input(name, MONTH, column)
        results = {name: simulation.calculate(name, MONTH) for name in TARGETS}
        seconds.append(time.perf_counter() - start)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    unequal = unequal_rows(results, in_numpy(facts))
    print(json.dumps({"seconds": min(seconds[1:]), "peak_mb": round(peak_mb), "unequal_rows": unequal}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
