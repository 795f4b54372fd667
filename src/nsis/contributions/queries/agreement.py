"""Whether all books say the same: the passbooks, the returns and the ledger, to the poisha."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from nsis.contributions.amounts import AMOUNTS, Amount
from nsis.ledger.queries import trial_balance

SUMS = ", ".join(f"coalesce(sum({amount.quantity}), 0)::bigint" for amount in AMOUNTS)
# Person by person, the lines that no reversal took back: what the passbooks show.
PASSBOOKS = f"""
SELECT {SUMS} FROM (
    SELECT person_id, {", ".join(f"sum({amount.quantity}) AS {amount.quantity}" for amount in AMOUNTS)}
    FROM contributions_effective_line GROUP BY person_id
) AS passbook
"""
# By another way, the state of the returns: whatever was assessed from those that are posted.
RETURNS = f"""
SELECT {SUMS} FROM contributions_employerreturn AS employer_return
JOIN contributions_assessment AS assessment ON assessment.employer_return_id = employer_return.id
JOIN contributions_assessmentline AS line ON line.assessment_id = assessment.id
WHERE employer_return.state = 'posted'
"""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Three totals by branch and payer, in poisha, each found by its own way."""

    passbooks: Mapping[Amount, int]
    returns: Mapping[Amount, int]
    trial_balance: Mapping[Amount, int]

    @property
    def agrees(self) -> bool:
        """Whether all three are the same to the poisha."""
        return self.passbooks == self.returns == self.trial_balance


def agreement() -> Agreement:
    """Compare all passbooks, the assessments of all returns, and the ledger's trial balance."""
    return Agreement(_sums(PASSBOOKS), _sums(RETURNS), _income())


def _sums(sql: str) -> dict[Amount, int]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return dict(zip(AMOUNTS, cursor.fetchone(), strict=True))


def _income() -> dict[Amount, int]:
    booked = {(line.code, line.branch): line.credit - line.debit for line in trial_balance()}
    return {
        amount: booked.get((f"contribution_income_{amount.payer}", amount.branch), 0) for amount in AMOUNTS
    }
