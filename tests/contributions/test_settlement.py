"""Money and what is due: the oldest month first, all branches alike, to the poisha."""

from hypothesis import given
from hypothesis import strategies as st
from tests.contributions.office import AT, JULY, ON

from nsis.contributions.operations.receive_government_remittance import receive_government_remittance
from nsis.contributions.operations.settle_employer import settle_employer
from nsis.contributions.queries.dues import remittances_in_suspense, remittances_of
from nsis.contributions.queries.passbook import passbook_lines
from nsis.contributions.settling import allocate
from nsis.ledger.chart import GOVERNMENT
from nsis.ledger.queries import position, trial_balance
from nsis.terms.month import Month

AUGUST = JULY + 1
MONTHS = st.sampled_from([JULY, AUGUST])
BRANCHES = st.sampled_from(["maternity", "old_age", "sickness"])
DUES = st.dictionaries(st.tuples(MONTHS, BRANCHES), st.integers(1, 10**9), min_size=1)


@given(dues=DUES, credit=st.integers(0, 4 * 10**9))
def test_money_is_spread_to_the_poisha(dues, credit):
    """All money that meets something due is spent, the older month first, branches alike within a poisha."""
    receivables = [(month, branch, amount) for (month, branch), amount in dues.items()]
    settled = {(month, branch): amount for month, branch, amount in allocate(credit, receivables)}
    assert sum(settled.values()) == min(credit, sum(dues.values()))
    for month in (JULY, AUGUST):
        due = {key: amount for key, amount in dues.items() if key[0] == month}
        paid = sum(settled.get(key, 0) for key in due)
        for key, amount in due.items():
            assert 0 <= settled.get(key, 0) <= amount
            assert abs(settled.get(key, 0) * sum(due.values()) - amount * paid) < sum(due.values())
        if paid < sum(due.values()):
            assert not any(later > month for later, _ in settled)


def test_exact_part_and_over(office):
    """In part: every branch in proportion; exact: paid; over: the rest waits and meets the next return."""
    office.post(office.row("A", 18500))
    due = office.dues().open
    office.pay(due // 3)
    [month] = office.dues().months
    assert (month.paid, passbook_lines(office.persons["A"])[0].state) == (due // 3, "part_paid")
    for branch, amount in month.due_by_branch.items():
        assert abs(amount - month.open_by_branch[branch] - amount / 3) <= 1
    office.pay(due - due // 3 + 5_000)
    assert (office.dues().open, office.dues().credit) == (0, 5_000)
    office.post(office.row("A", 18500), month=AUGUST)
    assert (office.dues().open, office.dues().credit) == (due - 5_000, 0)


def test_money_before_the_return(office):
    """A remittance that comes first waits as credit and settles the return when it comes."""
    office.pay(10**9)
    office.post(office.row("A", 18500))
    assert office.dues().open == 0
    assert passbook_lines(office.persons["A"])[0].state == "paid"


def test_a_lower_correction_frees_the_money(office):
    """What was paid too much for one month settles the next one, and the rest is credit."""
    office.post(office.row("A", 40000))
    office.pay(office.dues().open)
    office.post(office.row("B", 13000), month=AUGUST)
    office.post(office.row("A", 20000), replace=True)
    dues = office.dues()
    assert dues.open == 0
    assert dues.credit > 0
    assert [month.paid for month in dues.months] == [month.due for month in dues.months]
    moved = settle_employer(employer_id=office.employer_id, on=ON, at=AT)
    assert (moved.settled, moved.freed, moved.credit) == (0, 0, dues.credit)


def test_a_higher_correction_is_due_again(office):
    """The difference is open, no more."""
    office.post(office.row("A", 20000))
    paid = office.dues().open
    office.pay(paid)
    office.post(office.row("A", 40000), replace=True)
    assert (office.dues().open, office.dues().credit) == (paid, 0)


def test_a_remittance_sent_twice_is_booked_once(office):
    """The same reference again changes nothing; with another amount it is refused."""
    first = office.pay(5_000, "R9")
    assert (first.outcome, office.pay(5_000, "R9").outcome) == ("booked", "already_booked")
    refused = office.pay(6_000, "R9")
    assert (refused.outcome, refused.faults[0].code) == ("refused", "REM-001")
    assert office.dues().credit == 5_000


def test_money_from_nobody_known_waits_in_suspense(office):
    """It is the employer's once an officer says so, once; then it settles."""
    from nsis.contributions.operations.match_remittance import match_remittance
    from nsis.ledger.chart import AccountKey
    from nsis.ledger.queries import balance

    office.post(office.row("A", 18500))
    receipt = office.pay(7_000, number="12345678")
    assert (receipt.outcome, receipt.is_in_suspense) == ("booked", True)
    assert balance(AccountKey("suspense")) == 7_000
    assert [row.id for row in remittances_in_suspense()] == [receipt.remittance_id]
    match = {"remittance_id": receipt.remittance_id, "on": ON, "at": AT}
    assert match_remittance(**match, employer_id=office.employer_id) == ()
    assert match_remittance(**match, employer_id=office.employer_id) == ()
    assert balance(AccountKey("suspense")) == 0
    assert office.dues().months[0].paid == 7_000
    assert [row.amount for row in remittances_of(office.employer_id)] == [7_000]


def test_when_it_is_due(office):
    """The law says by which day of the next month; after it, what is open is overdue."""
    from datetime import date

    from nsis.contributions.queries.dues import dues_of

    office.post(office.row("A", 18500), month=Month(2026, 8))
    overdue = {
        day: dues_of(office.employer_id, day).months[0].is_overdue
        for day in (date(2026, 9, 15), date(2026, 9, 16))
    }
    assert list(overdue.values()) == [False, True]
    office.pay(office.dues().open)
    assert not dues_of(office.employer_id, date(2027, 1, 1)).months[0].is_overdue


def treasury(poisha: int, reference: str):
    """The Treasury pays in."""
    return receive_government_remittance(received_on=ON, amount=poisha, reference=reference, at=AT)


def test_the_government_pays_its_share(office):
    """It is billed with each return; the Treasury's money settles its oldest month, nobody else's."""
    share = {"2026-07": 4_625, "2026-08": 5_000}  # 0.25 % of 18,500 and of 20,000
    office.post(office.row("A", 18500))
    office.post(office.row("A", 20000), month=AUGUST)
    owed = office.dues().open
    billed = [(str(month), branch, amount) for month, branch, amount in position(GOVERNMENT).receivables]
    assert billed == [(month, "unemployment", amount) for month, amount in share.items()]
    receipt = treasury(6_000, "TR-1")
    assert (receipt.outcome, receipt.is_in_suspense) == ("booked", False)
    assert (treasury(6_000, "TR-1").outcome, treasury(7_000, "TR-1").outcome) == ("already_booked", "refused")
    assert position(GOVERNMENT).receivables == [(AUGUST, "unemployment", 9_625 - 6_000)]
    assert (office.dues().open, office.dues().credit, remittances_in_suspense()) == (owed, 0, [])


def test_what_the_government_paid_too_much_waits(office):
    """A correction frees what it paid; the rest of its money is its credit, seen in the trial balance."""
    office.post(office.row("A", 20000))
    treasury(5_000, "TR-1")
    office.post(office.row("A", 18500), replace=True)
    treasury(25, "TR-2")
    assert (position(GOVERNMENT).receivables, position(GOVERNMENT).credit) == ([], 400)
    [credit] = [line.credit for line in trial_balance() if line.code == "government_credit"]
    assert credit == 400


def test_the_governments_money_is_no_employers(office):
    """It cannot be matched with an employer."""
    from nsis.contributions.operations.match_remittance import match_remittance

    receipt = treasury(5_000, "TR-1")
    match = {"remittance_id": receipt.remittance_id, "employer_id": office.employer_id, "on": ON, "at": AT}
    assert [fault.code for fault in match_remittance(**match)] == ["REM-002"]
    assert office.dues().credit == 0
