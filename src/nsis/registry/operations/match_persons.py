"""Find the person of every line of a staging table, in a few statements."""

from django.db.backends.utils import CursorWrapper

# Two joins on unique columns (the planner hashes a small registry and looks up a large one); tails are looked
# at only where an identifier found nobody. So a line costs two look-ups however many persons there are.
_MATCH = """
    CREATE TEMP TABLE {staging}_person ON COMMIT DROP AS
    WITH found AS (
        SELECT sought.line, sought.insured_number, sought.tail_index,
               person.id AS by_number, identifier.person_id AS by_identifier
        FROM {staging} sought
        LEFT JOIN registry_person person ON person.insured_number = sought.insured_number
        LEFT JOIN registry_identifier identifier ON identifier.index = sought.identifier_index
    ), tails AS (
        SELECT line, array_agg(DISTINCT identifier.person_id) AS persons
        FROM found JOIN registry_identifier identifier ON identifier.tail_index = found.tail_index
        WHERE by_identifier IS NULL
        GROUP BY line
    ), judged AS (
        SELECT line, coalesce(by_number, by_identifier, persons[1]) AS person_id,
               CASE
                   WHEN insured_number IS NOT NULL AND by_number IS NULL THEN 'unknown'
                   WHEN by_number <> by_identifier OR by_number <> ALL (persons) THEN 'conflict'
                   WHEN by_number IS NULL AND cardinality(persons) > 1 THEN 'ambiguous'
                   WHEN coalesce(by_number, by_identifier, persons[1]) IS NULL THEN 'unknown'
                   ELSE ''
               END AS reason
        FROM found LEFT JOIN tails USING (line)
    )
    SELECT line, CASE WHEN reason = '' THEN person_id END AS person_id, reason FROM judged
"""


def match_persons(*, cursor: CursorWrapper, staging: str) -> None:
    """Create `<staging>_person(line primary key, person_id, reason)` inside the caller's transaction.

    `staging` names a temp table with `line int, insured_number text, identifier_index bytea, tail_index
    bytea` (null where absent; the indexes are those of `sought_indexes`). `reason` is '' with a person, else
    a key of `faults.PERSON_REASONS`.
    """
    cursor.execute(f"ANALYZE {staging}")
    cursor.execute(f"DROP TABLE IF EXISTS {staging}_person")
    cursor.execute(_MATCH.format(staging=staging))
    cursor.execute(f"ALTER TABLE {staging}_person ADD PRIMARY KEY (line)")
    cursor.execute(f"ANALYZE {staging}_person")
