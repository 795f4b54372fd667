"""The report of a projection: its parts in order."""

from nsis.projection.report.document import Document, Section
from nsis.projection.report.figures import fund_year
from nsis.projection.report.findings import Findings
from nsis.projection.report.sections import (
    accounts,
    basis,
    claims,
    closed,
    cofinancing,
    costs,
    coverage,
    financing,
    persons,
    population,
    premiums,
    summary,
    uncertainty,
)
from nsis.terms.wording import Wording

TITLE = Wording(en="{scheme}: projection {first} to {last}", bn="{scheme}: {first} থেকে {last} পর্যন্ত প্রক্ষেপণ")
SUBTITLE = Wording(
    en="Amounts in crore taka (1 crore = 100 lakh = 10 million); a fund year runs from July to June.",
    bn="অঙ্ক কোটি টাকায়; তহবিল-বছর জুলাই থেকে জুন।",
)
STATUS = Wording(en="Law: {status}. Not a forecast.", bn="আইন: {status}। পূর্বাভাস নয়।")


def document_of(findings: Findings, *, command: str) -> Document:
    """The whole report; `command` is what gives the same again."""
    sections = [
        summary.section(findings),
        population.section(findings),
        coverage.section(findings),
        accounts.section(findings),
        costs.section(findings),
        claims.section(findings),
        premiums.section(findings),
        closed.section(findings),
        financing.section(findings),
        cofinancing.section(findings),
        persons.section(findings),
        uncertainty.section(findings),
        basis.shortfalls_section(findings),
        basis.law_section(findings),
        basis.assumptions_section(findings),
        basis.same_again_section(findings, command),
    ]
    first, last = fund_year(findings.years[0]), fund_year(findings.years[-1])
    return Document(
        title=TITLE.format(scheme=findings.label, first=first, last=last),
        subtitle=SUBTITLE,
        status=STATUS.format(status=findings.law.status.label),
        sections=[each for each in sections if isinstance(each, Section)],
        appendix=[*accounts.appendix(findings), *costs.appendix(findings)],
    )
