"""The population that the scheme stands in."""

import numpy as np

from nsis.projection.population import Population, by_five_years
from nsis.projection.report.charts import AreaChart, Pyramid, PyramidChart, Series
from nsis.projection.report.document import Column, Figure, Ground, Paragraph, Section, Table
from nsis.projection.report.figures import CRORE_PERSONS, LAKH_PERSONS, RATIO, digits, persons
from nsis.projection.report.findings import Figures, Findings
from nsis.projection.report.grounds import of_assumptions
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

WORKING_AGE, OLD_AGE = 15, 60
ASSUMPTIONS = ("base_population", "total_fertility", "fertility_rates", "life_expectancy", "net_migration")

TITLE = Wording(en="Population", bn="জনসংখ্যা")
OPENING = Wording(
    en="Bangladesh has {first} on 1 July {start} and {last} on 1 July {end}. For each person of {old} and "
    "over there are {workers} of {working} to {below} at the start and {workers_end} at the end.",
    bn="{start} সালের ১ জুলাই বাংলাদেশে {first}, {end} সালের ১ জুলাই {last}। {old} ও বেশি বয়সী প্রতি "
    "একজনের বিপরীতে {working} থেকে {below} বছর বয়সী শুরুতে {workers} জন, শেষে {workers_end} জন।",
)
PYRAMID = Wording(en="Men and women by age group", bn="বয়সশ্রেণি অনুযায়ী নারী ও পুরুষ")
PYRAMID_ALT = Wording(
    en="Three population pyramids. In {years} the largest age groups are {groups}: the population grows "
    "older.",
    bn="তিনটি জনসংখ্যা-পিরামিড। {years} সালে সবচেয়ে বড় বয়সশ্রেণি যথাক্রমে {groups}: জনসংখ্যার বয়স বাড়ছে।",
)
TOTALS = Wording(en="Population by large age groups", bn="বড় বয়সশ্রেণি অনুযায়ী জনসংখ্যা")
TOTALS_ALT = Wording(
    en="Three piled areas: children, persons of working age, older persons. Older persons grow from "
    "{first} to {last}.",
    bn="তিনটি স্তর: শিশু, কর্মক্ষম বয়সী, প্রবীণ। প্রবীণ {first} থেকে বেড়ে {last}।",
)
GROUPS = (
    Wording(en="under 15", bn="১৫-র কম"),
    Wording(en="15 to 59", bn="১৫–৫৯"),
    Wording(en="60 and over", bn="৬০ ও বেশি"),
)
AGE_GROUP = Wording(en="Age group", bn="বয়সশ্রেণি")
MEN, WOMEN = Wording(en="men {year}", bn="পুরুষ {year}"), Wording(en="women {year}", bn="নারী {year}")
ALL = Wording(en="all", bn="মোট")
SUPPORT = Wording(en="15–59 for each of 60+", bn="৬০+ প্রতি ১৫–৫৯")


def section(findings: Findings) -> Section:
    """Totals, three pyramids, and the balance of ages."""
    population = findings.population
    years = [year for year in population.years if findings.years[0] <= year <= findings.years[-1]]
    groups = np.array([_large_groups(population.on(year)[0]) for year in years])
    basis = of_assumptions(findings.assumptions, ASSUMPTIONS)
    blocks = (
        Paragraph(_opening(years, groups)),
        _pyramids(population, [years[0], years[len(years) // 3], years[-1]], basis),
        _totals(years, groups, basis),
    )
    return Section("population", TITLE, blocks)


def _large_groups(persons: Figures) -> Figures:
    """Children, persons of working age, older persons, of [sex, age]."""
    of_age = persons.sum(axis=0)
    return np.array([of_age[:WORKING_AGE].sum(), of_age[WORKING_AGE:OLD_AGE].sum(), of_age[OLD_AGE:].sum()])


def _opening(years: list[int], groups: Figures) -> Wording:
    support = groups[:, 1] / groups[:, 2]
    return OPENING.format(
        first=persons(groups[0].sum()),
        last=persons(groups[-1].sum()),
        start=digits(years[0]),
        end=digits(years[-1]),
        old=digits(OLD_AGE),
        working=digits(WORKING_AGE),
        below=digits(OLD_AGE - 1),
        workers=digits(f"{support[0]:.1f}"),
        workers_end=digits(f"{support[-1]:.1f}"),
    )


def _pyramids(population: Population, years: list[int], basis: list[Ground]) -> Figure:
    grouped = [by_five_years(population.on(year)[0]) for year in years]
    ages = [_age_group(group) for group in range(grouped[0].shape[-1])]
    pyramids = [Pyramid(digits(year), each[0], each[1]) for year, each in zip(years, grouped, strict=True)]
    columns = [Column("ages", AGE_GROUP, ages)]
    for year, each in zip(years, grouped, strict=True):
        columns.append(column(f"men_{year}", MEN.format(year=digits(year)), each[0], LAKH_PERSONS))
        columns.append(column(f"women_{year}", WOMEN.format(year=digits(year)), each[1], LAKH_PERSONS))
    largest = Wording.joined([ages[int(each.sum(axis=0).argmax())] for each in grouped], ", ")
    alt = PYRAMID_ALT.format(years=Wording.joined([digits(year) for year in years], ", "), groups=largest)
    table = Table("population_by_age_group", PYRAMID, columns, basis)
    return Figure(PyramidChart(ages, pyramids, LAKH_PERSONS), alt, table)


def _totals(years: list[int], groups: Figures, basis: list[Ground]) -> Figure:
    names = ("children", "working_age", "older")
    columns = [
        column(name, label, groups[:, place], CRORE_PERSONS)
        for place, (name, label) in enumerate(zip(names, GROUPS, strict=True))
    ]
    columns.append(column("all", ALL, groups.sum(axis=1), CRORE_PERSONS, "{children}+{working_age}+{older}"))
    columns.append(column("support", SUPPORT, groups[:, 1] / groups[:, 2], RATIO, "{working_age}/{older}"))
    series = [Series(label, groups[:, place]) for place, label in enumerate(GROUPS)]
    alt = TOTALS_ALT.format(first=persons(groups[0, 2]), last=persons(groups[-1, 2]))
    return Figure(
        AreaChart(years, series, CRORE_PERSONS), alt, yearly("population", TOTALS, years, columns, basis)
    )


def _age_group(group: int) -> Wording:
    first = group * 5
    return digits("100+" if first == 100 else f"{first}–{first + 4}")
