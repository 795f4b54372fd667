"""What the law finds due for the matched lines, written as assessment lines and as the ledger's transfers."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from nsis.contributions.amounts import AMOUNTS, FACTS, QUANTITIES, Amount
from nsis.contributions.law_in_force import amounts_due_in, law_of
from nsis.contributions.matching import matched_lines
from nsis.contributions.models import Assessment, EmployerReturn
from nsis.ledger.chart import GOVERNMENT, AccountKey, Debtor, employer_debtor
from nsis.ledger.operations.post_transfers import NewTransfer, post_transfers
from nsis.ledger.operations.reverse_transfers import reverse_transfers

type Report = Callable[[int, int], None]  # is told how many lines are done, and of how many

COLUMNS = ", ".join(("assessment_id", "line", "person_id", "employment_id", "month", *FACTS, *QUANTITIES))
PORTION = 1_000  # small enough that the server writes one while the next is computed


def silent(done: int, total: int) -> None:
    """Report to nobody."""


def assess(
    *, employer_return: EmployerReturn, kind: Assessment.Kind, on: date, at: datetime, report: Report = silent
) -> Assessment:
    """Assess the lines that stand matched: the assessment and its lines, not yet in the ledger."""
    law = law_of(employer_return.month)
    assessment = Assessment.objects.create(
        employer_return=employer_return,
        kind=kind,
        law_version=law.version,
        law_status=law.status.value,
        posted_on=on,
        posted_at=at,
    )
    _write_lines(assessment, amounts_due_in(employer_return.month), report)
    return assessment


def _write_lines(assessment: Assessment, due: Callable[..., tuple[int, ...]], report: Report) -> None:
    """One COPY for all lines, in the order of the file; `due` gives a line's quantities from its facts."""
    month = assessment.employer_return.month
    days = month.days
    total, portions = matched_lines(month=month, size=PORTION)
    # The row of each line as COPY's text; what all lines share is set once.
    row = f"{assessment.id}\t%d\t%s\t%s\t{month.first_day}\t%d\t%d\t{days}\t%d" + "\t%d" * len(QUANTITIES)
    with connection.cursor() as cursor:
        done = 0
        with cursor.copy(f"COPY contributions_assessmentline ({COLUMNS}) FROM STDIN") as copy:
            for portion in portions:
                texts = [
                    row % (line, person, employment, wage, employed, risk, *due(wage, employed, days, risk))
                    for line, person, employment, wage, employed, risk in portion
                ]
                copy.write("\n".join(texts) + "\n")
                done += len(portion)
                report(done, total)


def amounts_of(assessment_id: UUID) -> dict[Amount, int]:
    """The sum of an assessment's lines, by branch and payer, in poisha."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT branch, payer, amount FROM contributions_amounts_of(%s)", [assessment_id])
        return {Amount(branch, payer): amount for branch, payer, amount in cursor.fetchall()}


def book(assessment: Assessment) -> None:
    """Post an assessment's transfers: one for each branch and payer with anything due."""
    employer_id = assessment.employer_return.employer_id
    due = amounts_of(assessment.id)
    post_transfers(
        transfers=[
            NewTransfer(
                debit=_debtor(amount, employer_id).receivable_of(amount.branch),
                credit=AccountKey(f"contribution_income_{amount.payer}", amount.branch),
                amount=due[amount],
                month=assessment.employer_return.month,
                posted_on=assessment.posted_on,
                posted_at=assessment.posted_at,
                reason=f"assessment_{assessment.kind}",
                reference=assessment.id,
                idempotency_key=f"assessment:{assessment.id}:{amount.quantity}",
            )
            for amount in AMOUNTS
            if due[amount] > 0
        ]
    )


def _debtor(amount: Amount, employer_id: UUID) -> Debtor:
    """Who owes: the Government its share, the employer its own and the workers', whom it pays in for."""
    return GOVERNMENT if amount.payer == "government" else employer_debtor(employer_id)


def reverse(*, employer_return: EmployerReturn, on: date, at: datetime) -> None:
    """Take back every assessment of a return: its transfers are mirrored, its lines cease to count."""
    standing = employer_return.assessments.filter(reversed_by=None).exclude(kind=Assessment.Kind.REVERSAL)
    for assessment in standing:
        reversal = Assessment.objects.create(
            employer_return=employer_return,
            kind=Assessment.Kind.REVERSAL,
            law_version=assessment.law_version,
            law_status=assessment.law_status,
            posted_on=on,
            posted_at=at,
            reverses=assessment,
        )
        reverse_transfers(
            reference=assessment.id,
            new_reference=reversal.id,
            reason="assessment_reversal",
            posted_on=on,
            at=at,
        )
