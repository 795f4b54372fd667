"""Whatever is sent, corrected, paid and resolved in whatever order: all books say the same, to the poisha."""

from collections import Counter
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests.contributions.office import AT, JULY, ON, Office, register_office
from tests.contributions.test_books import commit

from nsis.contributions.amounts import QUANTITIES
from nsis.contributions.law_in_force import law_of
from nsis.contributions.operations.file_nil_return import file_nil_return
from nsis.contributions.operations.match_remittance import match_remittance
from nsis.contributions.operations.resolve_held_line import resolve_held_line
from nsis.contributions.queries.agreement import agreement
from nsis.contributions.queries.dues import remittances_in_suspense
from nsis.contributions.queries.held_lines import held_lines
from nsis.contributions.queries.passbook import PassbookLine, passbook_lines
from nsis.ledger.chart import AccountKey
from nsis.ledger.queries import balance
from nsis.terms.month import Month

NAMES = "ABCD"
STRANGERS = ("1234567890", "9876543210")
OFFICES = st.integers(0, 1)
PERSONS = st.sets(st.sampled_from(NAMES), min_size=1)
MONTHS = st.sampled_from([JULY, JULY + 1])
WAGES = st.one_of(st.just(0), st.integers(5_000, 90_000))
DAYS = st.none() | st.integers(1, 31)
POSTED = ("posted", "already_posted")

type Wages = dict[str, int]  # poisha, by the person's letter


class Year(RuleBasedStateMachine):
    """Two employers of the same persons that send, correct and pay, and an officer, in any order.

    `expected` is a second memory of what counts: for each employer and month the wages of who is listed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.offices = [register_office(), register_office(risk_class=5, persons="")]
        self.offices[1].numbers, self.offices[1].persons = self.offices[0].numbers, self.offices[0].persons
        self.expected: dict[tuple[Office, Month], Wages] = {}
        self.paid = 0

    def teardown(self) -> None:
        """Each run begins with the books as they were."""
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @rule(
        which=OFFICES,
        persons=PERSONS,
        month=MONTHS,
        wage=WAGES,
        joined=DAYS,
        left=DAYS,
        stranger=st.sampled_from(("", *STRANGERS)),
    )
    def send(self, which, persons, month, wage, joined, left, stranger):
        """The first of the persons has joined or left in the month; it may contradict another month."""
        dates = {
            name: "" if day is None else min(day, month.days)
            for name, day in (("joined_on", joined), ("left_on", left))
        }
        dates = {name: day and f"{month}-{day:02d}" for name, day in dates.items()}
        office, names = self.offices[which], sorted(persons)
        rows = [office.row(name, wage and wage + ord(name)) for name in names]
        rows[0] |= dates
        if stranger:
            rows.append({"nid": stranger, "name_en": "A stranger", "gross_wage": wage})
        posting = office.post(*rows, month=month, replace=True, again=True)
        if posting.outcome == "posted":
            self.expected[which, month] = {name: 100 * (wage and wage + ord(name)) for name in names}
        else:
            assert posting.outcome == "already_posted" or joined or left, posting.faults

    @rule(which=OFFICES, month=MONTHS)
    def nobody(self, which, month):
        nil = {"employer_id": self.offices[which].employer_id, "month": month, "on": ON, "at": AT}
        assert file_nil_return(**nil, replace=True).outcome in POSTED
        self.expected[which, month] = {}

    @rule(which=OFFICES, poisha=st.integers(1, 3_000_000), is_known=st.booleans())
    def pay(self, which, poisha, is_known):
        self.paid += poisha
        reference = f"R{self.paid}"  # grows with each
        self.offices[which].pay(poisha, reference, number=None if is_known else "87654321")

    @rule(name=st.sampled_from(NAMES))
    def resolve(self, name):
        for line in held_lines(page=1).lines[:1]:
            resolution = resolve_held_line(
                held_line_id=line.id, person=self.offices[0].persons[name], on=ON, at=AT
            )
            which = [office.employer_id for office in self.offices].index(line.employer_id)
            wages = self.expected[which, line.month]
            if resolution.outcome == "resolved":  # who left and came back may have a line for each spell
                wages[name] = wages.get(name, 0) + line.gross_wage

    @rule(which=OFFICES)
    def match(self, which):
        for row in remittances_in_suspense()[:1]:
            match_remittance(remittance_id=row.id, employer_id=self.offices[which].employer_id, on=ON, at=AT)

    @invariant()
    def books_agree(self):
        """Lines, returns and ledger; and all money is settled, credit, or in suspense."""
        commit()
        assert agreement().agrees
        dues = [office.dues() for office in self.offices]
        months = [month for due in dues for month in due.months]
        settled = sum(month.paid for month in months) + sum(due.credit for due in dues)
        assert settled + balance(AccountKey("suspense")) == self.paid
        assert all(0 <= month.open <= month.due for month in months)
        assert all(amount >= 0 for month in months for amount in month.open_by_branch.values())
        assert not any(due.credit and due.open for due in dues)

    @invariant()
    def passbooks_are_as_expected(self):
        """Each person's lines are those of the returns that count, no day twice, with the law's amounts."""
        for name in NAMES:
            lines = passbook_lines(self.offices[0].persons[name])
            found: dict[tuple[UUID, Month], int] = {}
            days = Counter[tuple[UUID, Month]]()
            for line in lines:
                place = line.employer_id, line.month
                found[place] = found.get(place, 0) + line.gross_wage
                days[place] += line.days_employed
                assert days[place] <= line.days_in_month, "assessed twice"
            assert found == {
                (self.offices[which].employer_id, month): wages[name]
                for (which, month), wages in self.expected.items()
                if name in wages
            }
            for line in lines:
                self.amounts_are_the_laws(line)

    def amounts_are_the_laws(self, line: PassbookLine) -> None:
        """By the interpreter, not by the compiled law that assessed the line."""
        facts = {
            "gross_wage": line.gross_wage,
            "days_employed": line.days_employed,
            "days_in_month": line.days_in_month,
            "risk_class": 3 if line.employer_id == self.offices[0].employer_id else 5,
        }
        due = law_of(line.month).evaluate(list(QUANTITIES), facts)
        assert line.insurable_earnings == due["insurable_earnings"]
        assert {amount.quantity: poisha for amount, poisha in line.amounts.items()}.items() <= due.items()


def test_any_order(demonstration):
    """The machine above."""
    run_state_machine_as_test(
        Year,
        settings=settings(max_examples=20, stateful_step_count=20, suppress_health_check=list(HealthCheck)),
    )


def test_who_left_and_came_back_within_a_month_has_a_line_for_each_spell(demonstration):
    """A stranger of August is A, who is listed from 7 August and by July's return was there before."""
    year = Year()
    try:
        of = {"persons": {"A"}, "wage": 0, "which": 0}
        year.send(month=JULY + 1, joined=7, left=11, stranger=STRANGERS[0], **of)
        year.send(month=JULY, joined=11, left=None, stranger="", **of)
        year.resolve("A")
        year.books_agree()
        year.passbooks_are_as_expected()
        lines = passbook_lines(year.offices[0].persons["A"])
        assert sorted(line.days_employed for line in lines) == [5, 6, 21]
    finally:
        year.teardown()
