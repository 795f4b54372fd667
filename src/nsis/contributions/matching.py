"""Whose month each line is: lines are staged in a temporary table and matched with the registry as a set.

`staged` holds every line, `known` those about one certain person; the registry adds `staged_person` and
`known_employment`. All four end with the transaction.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from nsis.contributions.faults import EMPLOYMENT
from nsis.contributions.models import EmployerReturn
from nsis.registry.operations.match_employments import match_employments
from nsis.registry.operations.match_persons import match_persons
from nsis.registry.operations.withdraw_spells import Support, withdraw_spells
from nsis.registry.queries import spells_begun_by
from nsis.terms.fault import Fault
from nsis.terms.month import Month

TABLES = """
DROP TABLE IF EXISTS staged, staged_person, known, known_employment;
CREATE TEMP TABLE staged (
    line int NOT NULL, insured_number text, identifier_index bytea, tail_index bytea,
    establishment_id uuid, joined_on date, left_on date, gross_wage bigint NOT NULL
) ON COMMIT DROP;
CREATE TEMP TABLE known (
    line int NOT NULL, person_id uuid NOT NULL, establishment_id uuid, joined_on date, left_on date,
    gross_wage bigint NOT NULL
) ON COMMIT DROP;
"""
KNOWN = """
INSERT INTO known
SELECT line, person_id, establishment_id, joined_on, left_on, gross_wage
FROM staged JOIN staged_person USING (line) WHERE reason = ''
"""
# The dates of the return decide; where it says nothing, the spell in the registry does.
MATCHED = """
SELECT line, person_id, employment_id, gross_wage, risk_class, reason,
       least(coalesce(known.left_on + 1, ends_on, %(past)s), %(past)s)
       - greatest(coalesce(known.joined_on, starts_on), %(first)s) AS days_employed
FROM known JOIN known_employment USING (line)
"""
CONTRADICTIONS = f"""
SELECT line, coalesce(nullif(reason, ''), 'outside') FROM ({MATCHED}) AS matched
WHERE reason <> '' OR days_employed < 1 ORDER BY line
"""
# The earliest other return that counts and has a line in the spell.
SUPPORTS = """
SELECT DISTINCT ON (employment_id) employment_id, employer_return_id, month FROM contributions_effective_line
JOIN unnest(%s::uuid[], %s::uuid[]) AS begun (person_id, employment_id) USING (person_id, employment_id)
WHERE employer_return_id <> %s ORDER BY employment_id, month
"""
COLUMNS = (
    "line, insured_number, identifier_index, tail_index, establishment_id, joined_on, left_on, gross_wage"
)
type StagedRow = tuple[
    int, str | None, bytes | None, bytes | None, UUID | None, date | None, date | None, int
]
# line, person, establishment, joined on, left on, gross wage
type KnownRow = tuple[int, UUID, UUID | None, date | None, date | None, int]
# line, person, employment, gross wage, days employed, risk class
type MatchedRow = tuple[int, str, str, int, int, int]


def stage_lines(*, rows: Iterable[StagedRow]) -> dict[int, str]:
    """Stage the lines and say who they are about; the reason why a line is held, by line.

    A reason is `unknown`, `ambiguous` or `conflict` (number and identifier name two persons).
    """
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        with cursor.copy(f"COPY staged ({COLUMNS}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        match_persons(cursor=cursor, staging="staged")
        cursor.execute(KNOWN)
        cursor.execute("SELECT line, reason FROM staged_person WHERE reason <> '' ORDER BY line")
        return dict(cursor.fetchall())


def stage_known(*, row: KnownRow) -> None:
    """Stage one line about a person who is certain."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        cursor.execute("INSERT INTO known VALUES (%s, %s, %s, %s, %s, %s)", row)


def take_back_spells(replaced: EmployerReturn) -> None:
    """Make the registry as if a replaced return had never spoken of joining and leaving."""
    begun = spells_begun_by(replaced.employer_id, replaced.id)
    with connection.cursor() as cursor:
        cursor.execute(SUPPORTS, [list(begun.values()), list(begun), replaced.id])
        supports = [
            Support(employment_id=employment_id, source=source, month=Month.of(day))
            for employment_id, source, day in cursor.fetchall()
        ]
    withdraw_spells(employer_id=replaced.employer_id, source=replaced.id, supports=supports)


def match_spells(*, employer_return: EmployerReturn, at: datetime) -> list[Fault]:
    """Find, open or close the known lines' employments in the registry; what contradicts it are faults."""
    month = employer_return.month
    with connection.cursor() as cursor:
        match_employments(
            cursor=cursor,
            staging="known",
            employer_id=employer_return.employer_id,
            month=month,
            source=employer_return.id,
            at=at,
        )
        cursor.execute(CONTRADICTIONS, _bounds(month))
        return [EMPLOYMENT[reason].at(line) for line, reason in cursor.fetchall()]


def matched_lines(*, month: Month, size: int) -> tuple[int, Iterator[list[MatchedRow]]]:
    """How many known lines there are, and the lines in portions.

    They are on this side of the connection when it returns, so that it is free for what is made of them.
    """
    cursor = connection.cursor()
    cursor.execute(
        "SELECT line, person_id::text, employment_id::text, gross_wage, days_employed, risk_class "
        f"FROM ({MATCHED}) AS matched ORDER BY line",
        _bounds(month),
    )
    return cursor.rowcount, iter(lambda: cursor.fetchmany(size), [])


def _bounds(month: Month) -> dict[str, date]:
    return {"first": month.first_day, "past": (month + 1).first_day}
