"""Whom the scheme reaches."""

from nsis.projection.report.charts import LineChart, Series
from nsis.projection.report.document import Figure, Paragraph, Section
from nsis.projection.report.figures import LAKH_PERSONS, PERCENT, fund_year, persons, share
from nsis.projection.report.findings import Findings
from nsis.projection.report.grounds import of_theory
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="Coverage", bn="আওতা")
OPENING = Wording(
    en="In a month of {first_year} {contributors} pay or have paid for them a contribution: {first} of "
    "the labour force. In {last_year} it is {last}. How many months those once insured pay for stands with "
    "what persons get and pay.",
    bn="{first_year}-এর একটি মাসে {contributors} চাঁদার আওতায়: শ্রমশক্তির {first}। {last_year}-এ তা "
    "{last}। একবার বীমাকৃত হলে কত মাসে চাঁদা পড়ে, তা আছে “মানুষ কী পান, কী দেন” অংশে।",
)
INSURED = Wording(en="Persons insured, in a month of the year", bn="বছরের একটি মাসে বীমাকৃত ব্যক্তি")
INSURED_ALT = Wording(
    en="Lines of persons insured as employees, from {employees} to {employees_end}, and in the informal "
    "class, from {informal} to {informal_end}, beside those who contribute in the month.",
    bn="কর্মচারী হিসেবে বীমাকৃত {employees} থেকে {employees_end}, অনানুষ্ঠানিক শ্রেণিতে {informal} থেকে "
    "{informal_end}, পাশে ওই মাসের চাঁদাদাতা।",
)
SHARES = Wording(en="Coverage of the labour force and of all persons", bn="শ্রমশক্তি ও জনসংখ্যায় আওতা")
SHARES_ALT = Wording(
    en="Lines of contributors, from {first} to {last} of the labour force, and of the insured, from "
    "{reached} to {reached_end} of the population.",
    bn="চাঁদাদাতার রেখা: শ্রমশক্তির {first} থেকে {last}; বীমাকৃতের রেখা: জনসংখ্যার {reached} থেকে {reached_end}।",
)
INSURED_PERSONS = Wording(en="insured", bn="বীমাকৃত")
EMPLOYEES = Wording(en="insured as employees", bn="কর্মচারী হিসেবে বীমাকৃত")
INFORMAL = Wording(en="insured in the informal class", bn="অনানুষ্ঠানিক শ্রেণিতে বীমাকৃত")
CONTRIBUTORS = Wording(en="contributors", bn="চাঁদাদাতা")
LABOUR_FORCE = Wording(en="labour force", bn="শ্রমশক্তি")
POPULATION = Wording(en="population", bn="জনসংখ্যা")
COVERAGE = Wording(en="contributors by labour force", bn="শ্রমশক্তিতে চাঁদাদাতার অংশ")
REACHED = Wording(en="insured by population", bn="জনসংখ্যায় বীমাকৃতের অংশ")


def section(findings: Findings) -> Section:
    """How many are insured and contribute, and what share that is."""
    lines, coverage, years = findings.lines, findings.coverage, findings.years
    said = {
        "first": share(coverage.coverage[0]),
        "last": share(coverage.coverage[-1]),
    }
    reached = coverage.insured_of_population
    ends = {"reached": share(reached[0]), "reached_end": share(reached[-1])}
    opening = OPENING.format(
        first_year=fund_year(years[0]),
        last_year=fund_year(years[-1]),
        contributors=persons(lines.contributors[0]),
        **said,
    )
    blocks = (Paragraph(opening), _insured(findings), _shares(findings, SHARES_ALT.format(**said, **ends)))
    return Section("coverage", TITLE, blocks)


def _insured(findings: Findings) -> Figure:
    lines, years = findings.lines, findings.years
    columns = [
        column("employees", EMPLOYEES, lines.employees, LAKH_PERSONS),
        column("informal", INFORMAL, lines.informal_insured, LAKH_PERSONS),
        column("contributors", CONTRIBUTORS, lines.contributors, LAKH_PERSONS),
        column("labour_force", LABOUR_FORCE, lines.labour_force, LAKH_PERSONS),
    ]
    series = [
        Series(EMPLOYEES, lines.employees),
        Series(INFORMAL, lines.informal_insured),
        Series(CONTRIBUTORS, lines.contributors, dashed=True),
    ]
    alt = INSURED_ALT.format(
        employees=persons(lines.employees[0]),
        employees_end=persons(lines.employees[-1]),
        informal=persons(lines.informal_insured[0]),
        informal_end=persons(lines.informal_insured[-1]),
    )
    table = yearly("insured", INSURED, years, columns, of_theory("lives", 1))
    return Figure(LineChart(years, series, LAKH_PERSONS), alt, table)


def _shares(findings: Findings, alt: Wording) -> Figure:
    coverage, lines, years = findings.coverage, findings.lines, findings.years
    insured = lines.employees + lines.informal_insured
    columns = [
        column("contributors", CONTRIBUTORS, lines.contributors, LAKH_PERSONS),
        column("insured", INSURED_PERSONS, insured, LAKH_PERSONS),
        column("labour_force", LABOUR_FORCE, lines.labour_force, LAKH_PERSONS),
        column("population", POPULATION, lines.population, LAKH_PERSONS),
        column("coverage", COVERAGE, coverage.coverage, PERCENT, "{contributors}/{labour_force}"),
        column("reached", REACHED, coverage.insured_of_population, PERCENT, "{insured}/{population}"),
    ]
    series = [Series(COVERAGE, coverage.coverage), Series(REACHED, coverage.insured_of_population)]
    table = yearly("coverage", SHARES, years, columns, of_theory("accounts", 12))
    return Figure(LineChart(years, series, PERCENT), alt, table)


INSURED_PERSONS = Wording(en="insured", bn="বীমাকৃত")
