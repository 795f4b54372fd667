"""A person's passbook, and why each amount in it is what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db import connection

from nsis.contributions.amounts import AMOUNTS, FACTS, Amount
from nsis.contributions.law_in_force import law_of
from nsis.contributions.models import AssessmentLine
from nsis.engine.explanation import Explanation
from nsis.ledger.chart import employer_debtor
from nsis.ledger.queries import position
from nsis.registry.queries import employer
from nsis.terms.month import Month
from nsis.terms.wording import Language, Wording

PAID_IN = tuple(amount for amount in AMOUNTS if amount.payer != "government")
LINES = f"""
SELECT id, month, employer_id, gross_wage, days_employed, days_in_month, insurable_earnings,
       law_version, law_status, {", ".join(amount.quantity for amount in AMOUNTS)}
FROM contributions_effective_line WHERE person_id = %s ORDER BY month DESC, id
"""
DUE = f"""
SELECT employer_id, month, sum({" + ".join(amount.quantity for amount in PAID_IN)})::bigint
FROM contributions_effective_line
WHERE (employer_id, month) IN (SELECT * FROM unnest(%s::uuid[], %s::date[]))
GROUP BY employer_id, month
"""


@dataclass(frozen=True, slots=True)
class PassbookLine:
    """One month in one employment; amounts in poisha by branch and payer.

    `state` is that of the employer's whole month: paid, part_paid or due.
    """

    line_id: int
    month: Month
    employer_id: UUID
    employer_name: Wording
    gross_wage: int
    days_employed: int
    days_in_month: int
    insurable_earnings: int
    amounts: Mapping[Amount, int]
    state: Literal["paid", "part_paid", "due"]
    law_version: str
    law_status: str

    @property
    def total(self) -> int:
        """All branches, all payers."""
        return sum(self.amounts.values())

    def total_of(self, payer: str) -> int:
        """All branches, one payer."""
        return sum(poisha for amount, poisha in self.amounts.items() if amount.payer == payer)


@dataclass(frozen=True, slots=True)
class LineExplanation:
    """Why a booked amount is what it is.

    `is_as_booked` is False when the law, corrected since, would give another value today: then
    `explanation` is today's, while `booked` and `booked_by` say what was booked and by which version.
    """

    quantity: str
    label: Wording
    booked: int
    booked_by: str
    explanation: Explanation
    is_as_booked: bool
    data: dict[str, object]  # the explanation in the language asked for


def passbook_lines(person_id: UUID) -> list[PassbookLine]:
    """Every line that counts for a person, the latest month first."""
    with connection.cursor() as cursor:
        cursor.execute(LINES, [person_id])
        rows = cursor.fetchall()
    employers = {employer_id for _, _, employer_id, *_ in rows}
    names = {employer_id: _name(employer_id) for employer_id in employers}
    states = _states({(employer_id, Month.of(day)) for _, day, employer_id, *_ in rows})
    lines = []
    for line_id, day, employer_id, *facts in rows:
        wage, employed, days, earnings, version, status, *amounts = facts
        month = Month.of(day)
        lines.append(
            PassbookLine(
                line_id=line_id,
                month=month,
                employer_id=employer_id,
                employer_name=names[employer_id],
                gross_wage=wage,
                days_employed=employed,
                days_in_month=days,
                insurable_earnings=earnings,
                amounts=dict(zip(AMOUNTS, amounts, strict=True)),
                state=states[employer_id, month],
                law_version=version,
                law_status=status,
            )
        )
    return lines


def person_of_line(line_id: int) -> UUID:
    """Whose line it is, so that a page can refuse others; AssessmentLine.DoesNotExist if there is none."""
    return AssessmentLine.objects.values_list("person_id", flat=True).get(id=line_id)


def explain_line(line_id: int, quantity: str, language: Language) -> LineExplanation:
    """Explain one quantity of a line from the facts frozen in it; AssessmentLine.DoesNotExist if none."""
    line = AssessmentLine.objects.select_related("assessment").get(id=line_id)
    law = law_of(line.month)
    explanation = law.explain(quantity, {name: getattr(line, name) for name in FACTS})
    booked = _booked(line, quantity)
    return LineExplanation(
        quantity=quantity,
        label=law.quantity(quantity).label,
        booked=booked,
        booked_by=line.assessment.law_version,
        explanation=explanation,
        is_as_booked=explanation.value == booked,
        data=explanation.as_dict(language),
    )


def _booked(line: AssessmentLine, quantity: str) -> int:
    """What a line holds of a quantity, or of a sum over its amounts."""
    payers = {
        "contribution_employer": ("employer",),
        "contribution_worker": ("worker",),
        "contribution_government": ("government",),
        "remittance_due": ("employer", "worker"),
        "contribution_due": ("employer", "worker", "government"),
    }.get(quantity)
    names = [quantity] if payers is None else [each.quantity for each in AMOUNTS if each.payer in payers]
    return sum(getattr(line, name) for name in names)


def _name(employer_id: UUID) -> Wording:
    found = employer(employer_id)
    if found is None:
        raise LookupError(f"no employer {employer_id}")
    return Wording(en=found.name_en or found.name_bn, bn=found.name_bn or found.name_en)


def _states(months: set[tuple[UUID, Month]]) -> dict[tuple[UUID, Month], Literal["paid", "part_paid", "due"]]:
    """How far each employer's month is paid, by the ledger."""
    still_open: dict[tuple[UUID, Month], int] = {}
    for employer_id in {employer_id for employer_id, _ in months}:
        for month, _, amount in position(employer_debtor(employer_id)).receivables:
            still_open[employer_id, month] = still_open.get((employer_id, month), 0) + amount
    due = _due(months)
    states: dict[tuple[UUID, Month], Literal["paid", "part_paid", "due"]] = {}
    for key in months:
        amount = still_open.get(key, 0)
        states[key] = "paid" if amount == 0 else "due" if amount >= due[key] else "part_paid"
    return states


def _due(months: set[tuple[UUID, Month]]) -> dict[tuple[UUID, Month], int]:
    """What is to be paid in for each employer and month, in poisha."""
    keys = list(months)
    with connection.cursor() as cursor:
        cursor.execute(DUE, [[key[0] for key in keys], [key[1].first_day for key in keys]])
        return {(employer_id, Month.of(day)): due for employer_id, day, due in cursor.fetchall()}
