"""From a wage file to a passbook: what is due, what was paid, and that all books say the same."""

from tests.contributions.office import AT, JULY, ON, register_office

from nsis.terms.month import Month

AUGUST = Month(2026, 8)
# Tk 18,500 in July 2026, risk class 3: 0.75 + 0.60 + 0.40 + 0.40 + 0.40 + 0.50 + 0.50 + 3 + 3 %, in poisha.
PAID_IN_18500 = 13_875 + 11_100 + 7_400 + 7_400 + 7_400 + 9_250 + 9_250 + 55_500 + 55_500


def test_a_wage_file_becomes_a_passbook(office):
    """One file posted: each worker's passbook has the month with every branch, due until it is paid."""
    from nsis.contributions.queries.passbook import passbook_lines

    posting = office.post(office.row("A", "১৮,৫০০"), office.row("B", 60000))
    assert (posting.outcome, posting.lines, posting.held_lines) == ("posted", 2, 0), posting.faults
    [line] = passbook_lines(office.persons["A"])
    assert (line.month, line.insurable_earnings, line.state) == (Month(2026, 7), 1_850_000, "due")
    assert line.total_of("employer") + line.total_of("worker") == PAID_IN_18500
    assert line.total_of("government") == 4_625
    assert line.law_status == "illustrative"
    [capped] = passbook_lines(office.persons["B"])
    assert capped.insurable_earnings == 5_000_000
    office.pay(office.dues().open)
    assert passbook_lines(office.persons["A"])[0].state == "paid"


def test_the_same_file_again_changes_nothing(office):
    """Bytes that stand already are recognised, also once posted; posting again posts nothing."""
    first = office.post(office.row("A", 18500))
    receipt = office.send(office.row("A", 18500))
    assert (receipt.outcome, receipt.return_id) == ("already_received", first.return_id)
    assert office.post(office.row("A", 18500)).outcome == "already_posted"
    assert office.dues().open == PAID_IN_18500


def test_a_correction_replaces_by_reversal(office):
    """A corrected list counts instead of the earlier one, only when the employer confirms it."""
    office.post(office.row("A", 18500), office.row("B", 20000))
    refused = office.post(office.row("A", 18500), office.row("C", 30000))
    assert (refused.outcome, [fault.code for fault in refused.faults]) == ("refused", ["RET-103"])
    assert office.wages("B") == [("2026-07", 2_000_000)]
    assert office.post(office.row("A", 18500), office.row("C", 30000), replace=True).outcome == "posted"
    assert (office.wages("A"), office.wages("B")) == ([("2026-07", 1_850_000)], [])
    assert office.wages("C") == [("2026-07", 3_000_000)]


def test_back_to_the_first_list_needs_a_word(office):
    """A, then B, then A's very bytes again: refused as an old file until the employer insists."""
    office.post(office.row("A", 18500))
    office.post(office.row("A", 19000), replace=True)
    receipt = office.send(office.row("A", 18500))
    assert (receipt.outcome, [fault.code for fault in receipt.faults]) == ("refused", ["RET-102"])
    assert office.post(office.row("A", 18500), again=True, replace=True).outcome == "posted"
    assert office.wages("A") == [("2026-07", 1_850_000)]


def test_a_replaced_return_is_never_posted_again(office):
    """The id of a replaced return posts nothing."""
    from nsis.contributions.operations.post_return import post_return

    first = office.post(office.row("A", 18500))
    office.post(office.row("A", 19000), replace=True)
    again = post_return(return_id=first.return_id, replace=True, on=ON, at=AT)
    assert (again.outcome, again.faults[0].code) == ("refused", "RET-105")


def test_a_nil_return_takes_the_place_of_a_list(office):
    """Nobody employed: nothing is due any more, and the money paid waits as credit; twice is once."""
    from nsis.contributions.operations.file_nil_return import file_nil_return

    office.post(office.row("A", 18500))
    office.pay(PAID_IN_18500)
    nil = {"employer_id": office.employer_id, "month": JULY, "on": ON, "at": AT}
    assert file_nil_return(**nil, replace=False).outcome == "refused"
    assert file_nil_return(**nil, replace=True).outcome == "posted"
    assert file_nil_return(**nil, replace=True).outcome == "already_posted"
    assert (office.wages("A"), office.dues().credit, office.dues().open) == ([], PAID_IN_18500, 0)


def test_two_employers_in_one_month(office):
    """Floor and ceiling apply to each employment by itself, and the passbook has a line of each."""
    from nsis.contributions.queries.passbook import passbook_lines

    other = register_office(persons="")
    other.numbers = office.numbers
    office.post(office.row("A", 40000))
    other.post(other.row("A", 5000))
    earnings = {line.gross_wage: line.insurable_earnings for line in passbook_lines(office.persons["A"])}
    assert earnings == {4_000_000: 4_000_000, 500_000: 1_250_000}


def test_leaving_and_joining_again(office):
    """Days come from the file, else from the registry; who comes back has a new employment."""
    from nsis.contributions.queries.passbook import passbook_lines

    office.post(office.row("A", 31000, left_on="2026-07-10"), office.row("B", 31000, joined_on="2026-07-22"))
    posting = office.post(
        office.row("A", 31000, joined_on="2026-08-05"), office.row("B", 31000), month=AUGUST
    )
    assert posting.outcome == "posted", posting.faults
    days = {
        name: [line.days_employed for line in passbook_lines(office.persons[name])] for name in ("A", "B")
    }
    assert days == {"A": [27, 10], "B": [31, 10]}


def test_one_person_twice_in_a_file(office):
    """The same worker by number and by NID in two lines is a fault, named by its line; nothing is posted."""
    row = office.row("A", 18500)
    posting = office.post(row, office.row("B", 15000), row | {"gross_wage": 100})
    assert posting.outcome == "faulty"
    assert {fault.line for fault in posting.faults if fault.severity == "error"} <= {2, 4}
    assert (office.wages("A"), office.wages("B")) == ([], [])


def test_law_that_is_not_enacted_is_refused(db):
    """Without the mark of a demonstration nothing illustrative is booked."""

    office = register_office()
    posting = office.post(office.row("A", 18500))
    assert (posting.outcome, [fault.code for fault in posting.faults]) == ("faulty", ["RET-101"])


def test_a_month_to_come_and_one_before_the_scheme(office):
    """A month without wages yet and a month without law are refused with a reason."""
    codes = [
        office.post(office.row("A", 18500), month=month).faults[0].code
        for month in (Month(2026, 10), Month(2026, 6))
    ]
    assert codes == ["RET-104", "LAW-002"]


def test_why_this_amount(office):
    """The explanation of a booked amount is made from the line's own facts and gives what was booked."""
    from nsis.contributions.queries.passbook import explain_line, passbook_lines

    office.post(office.row("A", 18500))
    [line] = passbook_lines(office.persons["A"])
    why = explain_line(line.line_id, "contribution_due", "bn")
    assert why.is_as_booked
    assert why.booked == why.explanation.value == line.total
    assert why.booked_by == line.law_version
