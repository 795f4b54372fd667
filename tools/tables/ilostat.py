"""
Writes ilostat_participation.csv of src/nsis/projection/tables from ILOSTAT's table of Bangladesh's surveys.

    python tools/tables/ilostat.py FOLDER

FOLDER holds the file named below. Men of 15 to 19 are not in it: theirs is what the rate of 15 to 24 leaves
once that of 20 to 24 is taken out, at the UN's population of that year (tables of `un_wpp_2024.py`). Those of
65 and over stand at 72, near their mean age; nobody is taken to work at 90.
"""

import csv
import sys
from pathlib import Path

TABLES = Path(__file__).parents[2] / "src/nsis/projection/tables"
SEXES = {"M": "male", "F": "female"}
GROUPS = {f"{age}-{age + 4}": age + 2 for age in range(15, 65, 5)} | {"65+": 72}  # the middle of each
NOBODY = 90  # is in the labour force at this age
SAID = {
    "subject": "Bangladesh, labour force participation by middle age of the group (72: 65 and over) and sex",
    "unit": "share",
    "source": "ILOSTAT, EAP_DWAP_SEX_AGE_RT, from Labour Force Surveys of BBS",
    "vintage": "surveys of 2017, 2022, 2023 and 2024",
    "mind": "men 15-19 reckoned from 15-24 and 20-24; women 30-34 of 2022 as printed, far from other years",
    "made by": "tools/tables/ilostat.py",
}

Rates = dict[tuple[str, str, int], float]


def published(file: Path) -> Rates:
    """Per cent by sex, age group and year."""
    with file.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    return {(row["sex"], row["age_group"], int(row["year"])): float(row["lfpr_percent"]) for row in rows}


def persons(sex: str, year: int, ages: range) -> int:
    """The UN's population of those ages on 1 July."""
    with (TABLES / "un_wpp_2024_population.csv").open(encoding="utf-8", newline="") as source:
        rows = csv.DictReader(line for line in source if not line.startswith("#"))
        return sum(
            int(row[SEXES[sex]]) for row in rows if int(row["year"]) == year and int(row["age"]) in ages
        )


def youngest(rates: Rates, sex: str, year: int) -> float:
    """The rate of 15 to 19, published or left over from 15 to 24."""
    if (sex, "15-19", year) in rates:
        return rates[sex, "15-19", year]
    young, old = (persons(sex, year, range(first, first + 5)) for first in (15, 20))
    return (rates[sex, "15-24", year] * (young + old) - rates[sex, "20-24", year] * old) / young


def main(folder: Path) -> None:
    """Write the table."""
    rates = published(folder / "ilostat_bgd_lfpr_by_age_sex_lfs.csv")
    years = sorted({year for _, group, year in rates if group in GROUPS})
    with (TABLES / "ilostat_participation.csv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {key}: {text}\n" for key, text in SAID.items())
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("year", "age", *SEXES.values()))
        for year in years:
            for group, middle in GROUPS.items():
                of_sexes = [
                    youngest(rates, sex, year) if middle == 17 else rates[sex, group, year] for sex in SEXES
                ]
                writer.writerow((year, middle, *(f"{rate / 100:.5f}" for rate in of_sexes)))
            writer.writerow((year, NOBODY, *(0 for _ in SEXES)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
