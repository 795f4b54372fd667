"""A check shows what posting would do, and leaves nothing behind but its report."""

from django.db import connection
from tests.contributions.office import AT, JULY, ON
from tests.contributions.test_held_lines import STRANGER

from nsis.contributions.operations.check_return import check_return
from nsis.contributions.operations.post_return import post_return
from nsis.contributions.preview import Difference
from nsis.contributions.queries.held_lines import held_lines
from nsis.contributions.queries.returns import faults_of, return_detail, returns_of
from nsis.registry.queries import employees
from nsis.terms.month import Month

TABLES = ("contributions_assessment", "contributions_assessmentline", "contributions_heldline")


def check(office, *rows, **options):
    """Send and check."""
    return check_return(return_id=office.send(*rows, **options).return_id, on=ON, at=AT)


def test_the_preview_is_what_posting_does(office):
    """Lines, held lines and sums of the preview are those of the posting that follows."""
    checked = check(office, office.row("A", 18500), office.row("B", 70000), STRANGER)
    assert (checked.outcome, checked.preview.lines, checked.preview.held_lines) == ("checked", 2, 1)
    assert (checked.preview.gross_wages, checked.preview.insurable_earnings) == (8_850_000, 6_850_000)
    assert return_detail(checked.return_id).preview == checked.preview
    post_return(return_id=checked.return_id, replace=False, on=ON, at=AT)
    detail = return_detail(checked.return_id)
    assert (detail.due, detail.lines, detail.summary.held_lines) == (checked.preview.due, 2, 1)


def test_a_preview_that_no_longer_holds_is_gone(office):
    """Between check and posting another month said otherwise: the return is faulty and promises nothing."""
    august = check(office, office.row("A", 18500, joined_on="2026-08-05"), month=JULY + 1)
    assert august.outcome == "checked"
    office.post(office.row("A", 18500))
    posting = post_return(return_id=august.return_id, replace=False, on=ON, at=AT)
    assert (posting.outcome, [fault.code for fault in posting.faults]) == ("faulty", ["RET-113"])
    assert return_detail(august.return_id).preview is None


def test_a_check_leaves_nothing_behind(office):
    """No spell is opened, no line assessed or held, nothing booked."""
    check(office, office.row("A", 18500), STRANGER)
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,), table
    assert employees(office.employer_id, JULY) == []
    assert (held_lines(page=1).total, office.dues().open) == (0, 0)


def test_every_fault_at_once(office):
    """What reading finds and what the registry contradicts come in one list, kept with the return."""
    office.post(office.row("A", 18500))
    checked = check(
        office,
        office.row("A", 18500, joined_on="2026-08-05"),
        office.row("B", "eighteen"),
        office.row("C", 9000),
        office.row("C", 9000),
        month=Month(2026, 8),
    )
    assert checked.outcome == "faulty"
    lines = {fault.line for fault in checked.faults if fault.severity == "error"}
    assert {2, 3, 5} <= lines, checked.faults
    assert sorted(faults_of(checked.return_id), key=repr) == sorted(checked.faults, key=repr)
    [summary, _] = returns_of(office.employer_id)
    assert (summary.state, summary.errors) == ("faulty", sum(f.severity == "error" for f in checked.faults))


def test_the_difference_to_the_posted_return(office):
    """A correction's preview names who joined, who left, whose wage changed, and what was due before."""
    first = office.post(office.row("A", 18500), office.row("B", 20000), office.row("C", 15000))
    due = return_detail(first.return_id).due
    correction = check(
        office, office.row("A", 18500), office.row("B", 21000), office.row("D", 30000)
    ).preview.correction
    assert (correction.joined, correction.left, correction.changed) == (1, 1, 1)
    assert set(correction.differences) == {
        Difference(office.persons["B"], 2_000_000, 2_100_000),
        Difference(office.persons["C"], 1_500_000, None),
        Difference(office.persons["D"], None, 3_000_000),
    }
    assert (correction.return_id, correction.due_before) == (first.return_id, due)


def test_establishments_by_name(office):
    """With several establishments the name tells which; a name that none has is a fault that lists them."""
    from tests.contributions.office import UPAZILA

    from nsis.registry.operations.register_establishment import register_establishment

    place = {"employer_id": office.employer_id, "upazila": UPAZILA, "at": AT, "risk_class": 5}
    register_establishment(**place, name_bn="ডায়িং", name_en="Dyeing", sector="garments")
    faulty = office.post(office.row("A", 18500, establishment="Knitting"), office.row("B", 18500))
    assert {(fault.code, fault.line) for fault in faulty.faults} >= {("RET-117", 2), ("RET-115", 3)}
    posting = office.post(
        office.row("A", 18500, establishment="dyeing"), office.row("B", 18500, establishment="Unit")
    )
    assert posting.outcome == "posted", posting.faults
    with connection.cursor() as cursor:
        cursor.execute("SELECT risk_class FROM contributions_effective_line ORDER BY line")
        assert cursor.fetchall() == [(5,), (3,)]


def test_one_employment_has_one_floor(office):
    """Two lines of one person with one employer never pay two floors: side by side they are refused, one
    after the other, at two establishments, each has its part of the floor."""
    from tests.contributions.office import UPAZILA

    from nsis.contributions.queries.passbook import passbook_lines
    from nsis.registry.operations.register_establishment import register_establishment

    place = {"employer_id": office.employer_id, "upazila": UPAZILA, "at": AT, "risk_class": 5}
    register_establishment(**place, name_en="Dyeing", sector="garments")
    unit, dyeing = (office.row("A", 3000, establishment=name) for name in ("Unit", "Dyeing"))
    assert {fault.code for fault in office.post(unit, dyeing).faults} == {"RET-114"}
    moved = unit | {"left_on": "2026-07-15"}, dyeing | {"joined_on": "2026-07-16"}
    assert office.post(*moved).outcome == "posted"
    lines = passbook_lines(office.persons["A"])
    assert sorted(line.days_employed for line in lines) == [15, 16]
    assert sum(line.insurable_earnings for line in lines) == 1_250_000
    assert {fault.code for fault in office.post(unit, month=JULY + 1).faults} == {"RET-116"}


def test_the_jobs_do_what_the_operations_do(office):
    """The page's jobs check and post with progress, and a posting that is run again finds its work done."""
    from nsis.contributions.jobs import check as check_job
    from nsis.contributions.jobs import post as post_job

    class Seen:
        """What a person would have seen."""

        done: list[tuple[int, int]] = []

        def set(self, done, total):
            self.done.append((done, total))

    return_id = str(office.send(office.row("A", 18500), office.row("B", 20000)).return_id)
    arguments = {"progress": Seen(), "at": AT, "return_id": return_id, "on": ON.isoformat()}
    assert check_job(**arguments) == {"outcome": "checked"}
    assert post_job(**arguments) == {"outcome": "posted", "lines": 2, "held_lines": 0, "faults": []}
    assert post_job(**arguments)["outcome"] == "already_posted"
    assert Seen.done[-1] == (2, 2)
    other = str(office.send(office.row("A", 19000)).return_id)
    assert post_job(**arguments | {"return_id": other})["faults"][0]["code"] == "RET-103"
