"""The upazila's people by sex and age, and what they do for a living."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nsis.commands.demo.sources import SEXES, UPAZILA, Sex, rows

OLDEST = 99
FORMAL_AGES = range(18, 65)
"""Formal jobs before 18 and after 64 are rare; the formal share of all ages is worked between these."""


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """People of one sex whose age lies in `ages`, spread evenly over its years."""

    sex: Sex
    ages: range
    people: int


@dataclass(frozen=True, slots=True)
class Workforce:
    """People aged 15 and over by what they do; `insured` are the formal workers whom the scheme covers."""

    labour_force: int
    unemployed: int
    formal: int
    informal: int
    insured: Mapping[tuple[Sex, range], int]

    @property
    def insured_total(self) -> int:
        """All whom the scheme covers as employees."""
        return sum(self.insured.values())


def shared_out(total: int, weights: Sequence[float]) -> list[int]:
    """Splits `total` into whole parts in proportion to `weights`; the largest remainders get the rest."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in by_remainder[: total - sum(parts)]:
        parts[at] += 1
    return parts


def people_of_the_upazila() -> list[AgeGroup]:
    """The district's age structure, scaled for each sex to the upazila's published total, exactly."""
    groups = []
    for sex in SEXES:
        district = [row for row in rows("population") if row["area"] == "district" and row["sex"] == sex]
        counts = shared_out(_people_of(sex), [float(row["people"]) for row in district])
        groups += [
            AgeGroup(sex, _ages(row["age_group"]), count) for row, count in zip(district, counts, strict=True)
        ]
    return groups


def workforce_of(people: Sequence[AgeGroup]) -> Workforce:
    """Applies the national rates of 2024 by sex (participation also by age) to the upazila's people."""
    rates = {row["quantity"]: row for row in rows("labour")}
    labour_force = unemployed = formal = 0
    insured: dict[tuple[Sex, range], int] = {}
    for sex in SEXES:
        column = "men_percent" if sex == "m" else "women_percent"
        active = {group.ages: _active(group) for group in people if group.sex == sex and group.ages[0] >= 15}
        force = round(sum(active.values()))
        jobless = _percent(force, rates["unemployed_of_labour_force"][column])
        in_formal = _percent(force - jobless, rates["formal_of_employed"][column])
        covered = _percent(in_formal, rates["in_scheme_of_formal"][column])
        labour_force, unemployed, formal = labour_force + force, unemployed + jobless, formal + in_formal
        insured |= {(sex, ages): count for ages, count in _over_formal_ages(covered, active).items()}
    return Workforce(labour_force, unemployed, formal, labour_force - unemployed - formal, insured)


def _people_of(sex: Sex) -> int:
    return sum(
        int(row["people"]) for row in rows("population") if row["bbs_code"] == UPAZILA and row["sex"] == sex
    )


def _ages(group: str) -> range:
    """`20-24`, `65+` or `80+` as a range of whole years."""
    first, _, last = group.removesuffix("+").partition("-")
    return range(int(first), int(last or OLDEST) + 1)


def _active(group: AgeGroup) -> float:
    """Participants among a group's people; the rate published for 65+ holds for every group from there."""
    for row in rows("participation"):
        if row["sex"] == group.sex and group.ages[0] in _ages(row["age_group"]):
            return group.people * float(row["percent"]) / 100
    raise ValueError(f"participation.csv has no rate for {group.sex} aged {group.ages[0]}: add it there")


def _percent(of: int, percent: str) -> int:
    return round(of * float(percent) / 100)


def _over_formal_ages(total: int, active: Mapping[range, float]) -> dict[range, int]:
    """Spreads formal workers over 18 to 64 in proportion to the active people of those ages."""
    weights = {}
    for ages, count in active.items():
        within = range(max(ages[0], FORMAL_AGES[0]), min(ages[-1], FORMAL_AGES[-1]) + 1)
        if within:
            weights[within] = count * len(within) / len(ages)
    return dict(zip(weights, shared_out(total, list(weights.values())), strict=True))
