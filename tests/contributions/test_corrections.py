"""A corrected return counts as if the one that it replaces had never been, also for joining and leaving."""

from tests.contributions.office import AT, JULY, ON, Office

from nsis.contributions.operations.check_return import check_return
from nsis.contributions.operations.file_nil_return import file_nil_return
from nsis.contributions.operations.post_return import post_return
from nsis.contributions.operations.resolve_held_line import resolve_held_line
from nsis.contributions.queries.held_lines import held_lines
from nsis.contributions.queries.passbook import passbook_lines
from nsis.contributions.queries.returns import return_detail
from nsis.registry.queries import employees

AUGUST = JULY + 1


def days(office: Office, name: str) -> dict[str, int]:
    """The days that count for a person, by month."""
    return {str(line.month): line.days_employed for line in passbook_lines(office.persons[name])}


def test_dates_that_the_correction_leaves_out_are_forgotten(office):
    """A wrong joining and a wrong leaving date: without them the month is whole, floor and ceiling too."""
    office.post(office.row("A", 60000, joined_on="2026-07-22"), office.row("B", 9000, left_on="2026-07-10"))
    assert (days(office, "A"), days(office, "B")) == ({"2026-07": 10}, {"2026-07": 10})
    correction = office.send(office.row("A", 60000), office.row("B", 9000))
    preview = check_return(return_id=correction.return_id, on=ON, at=AT).preview
    assert days(office, "A") == {"2026-07": 10}
    post_return(return_id=correction.return_id, replace=True, on=ON, at=AT)
    assert (days(office, "A"), days(office, "B")) == ({"2026-07": 31}, {"2026-07": 31})
    assert return_detail(correction.return_id).due == preview.due
    assert preview.insurable_earnings == 5_000_000 + 1_250_000


def test_who_is_not_in_the_correction_was_not_employed(office):
    """The registry forgets the employment too, so that the person can join for the first time later."""
    office.post(office.row("A", 18500), office.row("B", 18500))
    office.post(office.row("A", 18500), replace=True)
    assert [row.person_id for row in employees(office.employer_id, JULY)] == [office.persons["A"]]
    posting = office.post(office.row("B", 18500, joined_on="2026-08-22"), month=AUGUST)
    assert (posting.outcome, days(office, "B")) == ("posted", {"2026-08": 10}), posting.faults


def test_a_later_month_keeps_its_employment(office):
    """July is corrected after August was posted: August's lines, days and employment stay."""
    office.post(office.row("A", 18500, joined_on="2026-07-22"), office.row("B", 18500))
    office.post(office.row("A", 18500), office.row("B", 18500), month=AUGUST)
    office.post(office.row("A", 18500), replace=True)
    assert days(office, "A") == {"2026-07": 31, "2026-08": 31}
    assert days(office, "B") == {"2026-08": 31}
    [a, b] = employees(office.employer_id, AUGUST)
    assert [str(row.starts_on) for row in (a, b)] == ["2026-07-01", "2026-08-01"]
    assert len(employees(office.employer_id, JULY)) == 1


def test_a_correction_that_is_refused_changes_nothing(office):
    """With an error in it the replaced return's dates stand as before."""
    office.post(office.row("A", 18500, joined_on="2026-07-22"))
    before = employees(office.employer_id, JULY)
    assert office.post(office.row("A", "x"), replace=True).outcome == "faulty"
    assert (employees(office.employer_id, JULY), days(office, "A")) == (before, {"2026-07": 10})


def test_a_nil_return_and_a_resolved_line_are_taken_back_too(office):
    """A held line opens an employment when it is resolved; a nil return leaves none of the month's."""
    office.post({"nid": "1234567890", "name_en": "S", "gross_wage": 20000, "joined_on": "2026-07-22"})
    [held] = held_lines(page=1).lines
    assert resolve_held_line(held_line_id=held.id, person=office.persons["C"], on=ON, at=AT).faults == ()
    assert days(office, "C") == {"2026-07": 10}
    nil = {"employer_id": office.employer_id, "month": JULY, "on": ON, "at": AT}
    assert file_nil_return(**nil, replace=True).outcome == "posted"
    assert employees(office.employer_id, JULY) == []
    office.post(office.row("C", 20000), replace=True)
    assert days(office, "C") == {"2026-07": 31}
