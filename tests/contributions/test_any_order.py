"""Whatever is sent, corrected, paid and resolved in whatever order: all books say the same, to the poisha."""

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests.contributions.office import AT, JULY, ON, register_office
from tests.contributions.test_books import commit

from nsis.contributions.operations.file_nil_return import file_nil_return
from nsis.contributions.operations.match_remittance import match_remittance
from nsis.contributions.operations.resolve_held_line import resolve_held_line
from nsis.contributions.queries.agreement import agreement
from nsis.contributions.queries.dues import remittances_in_suspense
from nsis.contributions.queries.held_lines import held_lines
from nsis.ledger.chart import AccountKey
from nsis.ledger.queries import balance

STRANGERS = ("1234567890", "9876543210")
PERSONS = st.sets(st.sampled_from("ABCD"), min_size=1)
MONTHS = st.sampled_from([JULY, JULY + 1])
WAGES = st.integers(5_000, 90_000)


class Year(RuleBasedStateMachine):
    """An employer that sends, corrects and pays, and an officer who resolves, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.office = register_office()
        self.paid = 0

    def teardown(self) -> None:
        """Each run begins with the books as they were."""
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @rule(persons=PERSONS, month=MONTHS, wage=WAGES, stranger=st.sampled_from(("", *STRANGERS)))
    def send(self, persons, month, wage, stranger):
        rows = [self.office.row(name, wage + ord(name)) for name in sorted(persons)]
        if stranger:
            rows.append({"nid": stranger, "name_en": "A stranger", "gross_wage": wage})
        posting = self.office.post(*rows, month=month, replace=True, again=True)
        assert posting.outcome in ("posted", "already_posted"), posting.faults

    @rule(month=MONTHS)
    def nobody(self, month):
        nil = {"employer_id": self.office.employer_id, "month": month, "on": ON, "at": AT}
        assert file_nil_return(**nil, replace=True).outcome in ("posted", "already_posted")

    @rule(poisha=st.integers(1, 3_000_000), is_known=st.booleans())
    def pay(self, poisha, is_known):
        self.paid += poisha
        self.office.pay(poisha, number=None if is_known else "87654321")

    @rule(name=st.sampled_from("ABCD"))
    def resolve(self, name):
        for line in held_lines(page=1).lines[:1]:
            resolve_held_line(held_line_id=line.id, person=self.office.persons[name], on=ON, at=AT)

    @rule()
    def match(self):
        for row in remittances_in_suspense()[:1]:
            match_remittance(remittance_id=row.id, employer_id=self.office.employer_id, on=ON, at=AT)

    @invariant()
    def books_agree(self):
        """Lines, returns and ledger; and all money is settled, credit, or in suspense."""
        commit()
        assert agreement().agrees
        dues = self.office.dues()
        settled = sum(month.paid for month in dues.months)
        assert settled + dues.credit + balance(AccountKey("suspense")) == self.paid
        assert all(amount >= 0 for month in dues.months for amount in month.open_by_branch.values())
        assert not dues.credit or not dues.open


def test_any_order(demonstration):
    """The machine above."""
    run_state_machine_as_test(
        Year,
        settings=settings(
            max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
