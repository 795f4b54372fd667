"""
Writes the tables of src/nsis/projection/tables from files of the UN's World Population Prospects 2024.

    python tools/tables/un_wpp_2024.py FOLDER

FOLDER holds the five files named below, taken from the UN's for Bangladesh, in thousands. Nothing needs them
to run: what the projection reads are the tables that this writes, in whole persons and plain rates.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

TABLES = Path(__file__).parents[2] / "src/nsis/projection/tables"
SOURCE = "UN World Population Prospects 2024, CC BY 3.0 IGO"
VINTAGE = "2024 revision: estimates to 2023, medium variant from 2024"
PERIOD = 5  # years
LEVELS = {"tfr": "total_fertility", "e0M": "life_expectancy_male", "e0F": "life_expectancy_female"}
TOTALS = {"mig": "net_migration", "births": "births", "deaths": "deaths"}
BOUNDS = {"_80l": "_80_low", "_80u": "_80_high", "_95l": "_95_low", "_95u": "_95_high"}
SUMMARY = {
    "subject": "Bangladesh: births, deaths, net migration, levels by calendar year, with 80 and 95 % bounds",
    "unit": "persons; life expectancy in years, total fertility in births per woman, boys per girl born",
}

Rows = Iterable[tuple[object, ...]]


def whole(thousands: str) -> str:
    """Thousands, as the UN prints them, in whole persons; empty stays empty."""
    return format((Decimal(thousands) * 1000).to_integral_value(), "f") if thousands else ""


def plain(number: Decimal) -> str:
    """A number without exponent or closing zeros."""
    return format(number.normalize(), "f")


def write(name: str, columns: Iterable[str], rows: Rows, **header: str) -> None:
    """One tidy table: what it is in lines that begin with `#`, the names of the columns, the rows."""
    said = header | {"source": SOURCE, "vintage": VINTAGE, "made by": "tools/tables/un_wpp_2024.py"}
    with (TABLES / f"un_wpp_2024_{name}.csv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {key}: {text}\n" for key, text in said.items())
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def by_age_and_sex(source: Iterable[dict[str, str]], male: str, female: str) -> Iterator[tuple[object, ...]]:
    """Rows of year, age, male, female, in whole persons."""
    for row in source:
        yield row["year"], row["age"], whole(row[male]), whole(row[female])


def mortality(source: Iterable[dict[str, str]]) -> Iterator[tuple[object, ...]]:
    """Rates at the middle of each period, on the scale on which 2025 is 1 July 2025."""
    for row in source:
        first = int(row["period"].split("-")[0])
        yield first + PERIOD / 2, row["age"].rstrip("+"), row["mxM"], row["mxF"]


def fertility(source: Iterable[dict[str, str]]) -> Iterator[tuple[object, ...]]:
    """Births per woman in a year."""
    for row in source:
        yield row["year"], row["age"], plain(Decimal(row["asfr_per_1000"]) / 1000)


def summary_columns() -> dict[str, str]:
    """The UN's names of the columns, with ours."""
    names = {"srb": "sex_ratio_at_birth"} | LEVELS | TOTALS
    bounds = {f"{un}{end}": f"{names[un]}{ours}" for un in LEVELS | TOTALS for end, ours in BOUNDS.items()}
    return names | bounds


def summary(source: Iterable[dict[str, str]]) -> Iterator[tuple[object, ...]]:
    """Levels as they are, totals in whole persons."""
    for row in source:
        yield (
            row["year"],
            *(whole(row[name]) if name.split("_")[0] in TOTALS else row[name] for name in summary_columns()),
        )


def main(folder: Path) -> None:
    """Write the five tables."""

    def read(name: str) -> list[dict[str, str]]:
        with (folder / f"bgd_wpp2024_{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    sexes = ("year", "age", "male", "female")
    write(
        "population",
        sexes,
        by_age_and_sex(read("population_single_age_sex"), "male_thousands", "female_thousands"),
        subject="Bangladesh, population on 1 July by single year of age (100: 100 and over) and sex",
        unit="persons",
    )
    write(
        "migration",
        sexes,
        by_age_and_sex(
            read("net_migration_single_age_sex"), "net_mig_male_thousands", "net_mig_female_thousands"
        ),
        subject="Bangladesh, net migration of a calendar year by single year of age (100: and over) and sex",
        unit="persons/year",
    )
    write(
        "mortality",
        sexes,
        mortality(read("mx_abridged_5yr_periods")),
        subject="Bangladesh, death rates by first age of the group (100: 100 and over) and sex; year is "
        "the middle of five, 2027.5 for mid 2025 to mid 2030, where 2025 is 1 July 2025",
        unit="deaths/person/year",
    )
    write(
        "fertility",
        ("year", "age", "rate"),
        fertility(read("asfr_single_age")),
        subject="Bangladesh, births in a calendar year by single year of the mother's age",
        unit="births/woman/year",
    )
    write(
        "summary",
        ("year", *summary_columns().values()),
        summary(read("annual_summary_with_bounds")),
        **SUMMARY,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
