"""No row of a wage sheet is lost on the way: each is assessed, held, faulty, or skipped with a reason."""

from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contributions.office import AT, JULY, ON, register_office
from tests.contributions.reading.sheets import csv_bytes, xlsx_bytes

from nsis.contributions.operations.post_return import post_return
from nsis.contributions.operations.receive_return import receive_return
from nsis.contributions.queries.held_lines import held_lines
from nsis.contributions.reading import read_return

HEADING = ["Insured No", "NID", "Name", "Gross", "Joining date", "Unit"]
LETTERS = "ABCDEFGH"
WRONG = [
    ["123", "", "Wrong number", "15000", "", ""],
    ["", "", "Nobody", "15000", "", ""],
    ["", "1234567892", "Wrong wage", "12.345,00", "", ""],
    ["", "1234567893", "No wage", "", "", ""],
    ["", "1234567894", "Wrong date", "15000", "31/02/2026", ""],
    ["", "1234567895", "Joined later", "15000", "01/08/2026", ""],
]
NO_WORKERS = [
    ["", "", "", "", "", ""],
    ["Section: Sewing", "", "", "", "", ""],
    ["Total", "", "", "99", "", ""],
    HEADING,
    ["1", "2", "3", "4", "5", "6"],
    ["Prepared by", "", "", "", "", ""],
    ["", "", "", "31000", "", ""],
]
WORKERS = st.tuples(st.sampled_from(LETTERS), st.sampled_from(["0", "50", "15000", "৭০,০০০", "Tk 12,500.50"]))
ROWS = st.one_of(
    WORKERS,
    st.sampled_from(["1234567890", "9876543210"]),
    st.sampled_from(NO_WORKERS),
    st.sampled_from(WRONG),
)


def written(row, office) -> list[str]:
    """A row as it stands in the sheet: a worker by letter and wage, a stranger by NID, or as given."""
    if isinstance(row, tuple):
        return [office.numbers[row[0]], "", f"Worker {row[0]}", row[1], "", ""]
    return ["", row, "Stranger", "15000", "", ""] if isinstance(row, str) else row


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, min_size=1, max_size=12), is_workbook=st.booleans())
def test_every_row_is_accounted_for(demonstration, rows, is_workbook):
    """Rows read and rows skipped are all rows, none twice; all that are read are posted or held, or none and
    an error says why."""
    with transaction.atomic():
        office = register_office(persons=LETTERS)
        sheet = [HEADING, *(written(row, office) for row in rows)]
        content = xlsx_bytes(("July", sheet)) if is_workbook else csv_bytes(sheet)
        table = read_return(file_name="w", content=content, month=JULY)
        skipped = [line for s in table.skipped_rows for line in range(s.first_line, s.last_line + 1)]
        used = max(
            line for line, row in enumerate(sheet, 1) if any(row)
        )  # a workbook ends with its last cell
        assert set(range(2, used + 1)) <= {*table.line, *skipped} <= set(range(2, len(sheet) + 1))
        assert len({*table.line, *skipped}) == len(table.line) + len(skipped)
        assert table.line == sorted(table.line)
        sent = {"employer_id": office.employer_id, "month": JULY, "at": AT}
        receipt = receive_return(**sent, file_name="w", content=content)
        posting = post_return(return_id=receipt.return_id, replace=False, on=ON, at=AT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT line FROM contributions_effective_line")
            assessed = [line for (line,) in cursor.fetchall()]
        held = [line.line for line in held_lines(page=1).lines]
        is_faulty = any(fault.severity == "error" for fault in posting.faults)
        assert (posting.outcome == "faulty") == is_faulty
        assert sorted(assessed + held) == ([] if is_faulty else table.line)
        assert (posting.lines, posting.held_lines) == (len(assessed), len(held))
        transaction.set_rollback(True)
