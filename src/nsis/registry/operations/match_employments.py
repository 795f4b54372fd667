"""Find, open and close the employment spell of every line of a staging table, in a few statements.

A line claims days of the month: from `joined_on` (else the first) to `left_on` (else the last). It is matched
with a spell that shares a claimed day. Where that spell starts or ends within the month, the line's dates are
the authority; other months are not touched. Who is listed in the month before the one in which, by another
return's word, the spell begins, has that spell from then on. What no spell covers is opened, and there the
database decides: it refuses a spell that overlaps another, and the line is left with a reason.
"""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from nsis.registry.models import Establishment
from nsis.terms.month import Month

# One hash join of the lines with the employer's spells. A line that says "joined within the month" never
# matches a spell that began before it, nor does "left" match a spell that is known to end in a later month:
# such a line is tried as a new spell, which succeeds when another line of the return closes the old one.
# Of several spells in the month a line takes the one that begins when it says; else "left" means the last of
# them, and a line without dates the first.
_MATCH = """
    CREATE TEMP TABLE {staging}_employment ON COMMIT DROP AS
    WITH claimed AS (
        SELECT line, person_id, establishment_id, joined_on, left_on + 1 AS ending,
               CASE WHEN joined_on > left_on OR joined_on >= %(next)s OR left_on < %(first)s
                    THEN 'empty'::daterange
                    ELSE daterange(greatest(joined_on, %(first)s), least(left_on + 1, %(next)s + 1))
                    END AS reach
        FROM {staging} WHERE person_id IS NOT NULL
    ), matched AS (
        SELECT DISTINCT ON (line) line, reach, claimed.establishment_id AS stated_establishment, spell.id,
               spell.establishment_id, period,
               CASE WHEN lower(period) = %(next)s THEN coalesce(joined_on, %(first)s)
                    WHEN lower(period) >= %(first)s THEN coalesce(joined_on, lower(period))
                    ELSE lower(period) END AS starts_on,
               coalesce(ending, upper(period)) AS ends_on
        FROM claimed
        LEFT JOIN registry_employment spell
            ON spell.employer_id = %(employer)s AND spell.person_id = claimed.person_id AND period && reach
           AND (lower(period) < %(next)s OR start_told_by IS NOT NULL
                AND coalesce(claimed.establishment_id, spell.establishment_id) = spell.establishment_id)
           AND (lower(period) >= %(first)s OR joined_on IS NULL OR joined_on < %(first)s)
           AND (ending IS NULL OR ending = upper(period) OR upper_inf(period) OR upper(period) <= %(next)s)
        ORDER BY line, (lower(period) = joined_on) DESC NULLS LAST,
                 CASE WHEN ending IS NULL THEN lower(period) END, lower(period) DESC
    )
    SELECT line, matched.id AS employment_id, starts_on, ends_on, risk_class::int,
           CASE WHEN isempty(reach) THEN 'outside'
                WHEN stated_establishment <> matched.establishment_id THEN 'elsewhere'
                ELSE '' END AS reason,
           period <> daterange(starts_on, ends_on) AS is_amended
    FROM matched LEFT JOIN registry_establishment place ON place.id = matched.establishment_id
"""

_REFUSE_SECOND_LINES = """
    UPDATE {staging}_employment matched SET reason = 'twice'
    FROM (SELECT employment_id, min(line) AS line FROM {staging}_employment WHERE reason = ''
          GROUP BY employment_id HAVING count(*) > 1) first_line
    WHERE matched.employment_id = first_line.employment_id AND matched.line > first_line.line
"""

_AMEND = """
    UPDATE registry_employment spell
    SET period = daterange(starts_on, ends_on),
        start_told_by = CASE WHEN lower(period) = starts_on THEN start_told_by ELSE %(source)s END,
        start_before = CASE WHEN lower(period) = starts_on OR start_told_by IS NOT NULL THEN start_before
                            ELSE lower(period) END,
        end_told_by = CASE WHEN upper(period) IS NOT DISTINCT FROM ends_on THEN end_told_by
                           ELSE %(source)s END,
        end_before = CASE WHEN upper(period) IS NOT DISTINCT FROM ends_on OR end_told_by IS NOT NULL
                          THEN end_before ELSE upper(period) END
    FROM {staging}_employment matched
    WHERE spell.id = employment_id AND is_amended AND reason = '' AND NOT EXISTS (
        SELECT FROM registry_employment other
        WHERE other.employer_id = spell.employer_id AND other.person_id = spell.person_id
          AND other.id <> spell.id AND other.period && daterange(starts_on, ends_on)
    )
"""
_REFUSE_NOT_AMENDED = """
    UPDATE {staging}_employment matched SET reason = 'overlap'
    FROM registry_employment spell
    WHERE spell.id = employment_id AND is_amended AND reason = '' AND period <> daterange(starts_on, ends_on)
"""

# A return that arrives late opens its spell only up to the next one that is known, by whosever word that is.
_PREPARE_OPENING = """
    CREATE TEMP TABLE {staging}_opening ON COMMIT DROP AS
    SELECT line, gen_random_uuid() AS id, claimed.person_id, place.id AS establishment_id,
           place.risk_class::int, coalesce(claimed.joined_on, %(first)s) AS starts_on,
           coalesce(claimed.left_on + 1, next_start) AS ends_on,
           CASE WHEN claimed.left_on IS NULL THEN next_told_by ELSE %(source)s END AS end_told_by
    FROM {staging}_employment matched
    JOIN {staging} claimed USING (line)
    LEFT JOIN registry_establishment place
        ON place.employer_id = %(employer)s
       AND place.id = coalesce(claimed.establishment_id, %(only_establishment)s)
    LEFT JOIN (SELECT DISTINCT ON (person_id) person_id, lower(period) AS next_start,
                      start_told_by AS next_told_by
               FROM registry_employment WHERE employer_id = %(employer)s AND lower(period) >= %(next)s
               ORDER BY person_id, period) later
        ON later.person_id = claimed.person_id
    WHERE matched.employment_id IS NULL AND matched.reason = ''
"""
_OPEN = """
    INSERT INTO registry_employment (id, person_id, employer_id, establishment_id, period, start_told_by,
                                     end_told_by, registered_at)
    SELECT id, person_id, %(employer)s, establishment_id, daterange(starts_on, ends_on), %(source)s,
           end_told_by, %(at)s
    FROM {staging}_opening WHERE establishment_id IS NOT NULL ORDER BY line
    ON CONFLICT DO NOTHING
"""
_TAKE_OPENED = """
    UPDATE {staging}_employment matched
    SET employment_id = opening.id, starts_on = opening.starts_on, ends_on = opening.ends_on,
        risk_class = opening.risk_class
    FROM {staging}_opening opening JOIN registry_employment USING (id)
    WHERE matched.line = opening.line
"""
_REFUSE_NOT_OPENED = """
    UPDATE {staging}_employment matched
    SET reason = CASE
        WHEN opening.establishment_id IS NULL THEN 'no_establishment'
        WHEN EXISTS (SELECT FROM {staging} claimed JOIN {staging}_employment sibling USING (line)
                     WHERE claimed.person_id = opening.person_id
                       AND sibling.employment_id IS NOT NULL) THEN 'twice'
        WHEN EXISTS (SELECT FROM registry_employment spell
                     WHERE spell.employer_id = %(employer)s AND spell.person_id = opening.person_id
                       AND spell.period && daterange(
                           greatest(opening.starts_on, %(first)s), opening.ends_on)) THEN 'overlap'
        ELSE 'ended' END
    FROM {staging}_opening opening
    WHERE matched.line = opening.line AND matched.employment_id IS NULL
"""

_KEEP_ONLY_THE_SOUND = """
    UPDATE {staging}_employment
    SET employment_id = NULL, starts_on = NULL, ends_on = NULL, risk_class = NULL
    WHERE reason <> ''
"""


def match_employments(
    *, cursor: CursorWrapper, staging: str, employer_id: UUID, month: Month, source: UUID, at: datetime
) -> None:
    """Create `<staging>_employment` inside the caller's transaction, a row for each line with a person.

    What is opened or moved remembers `source`, the return's id, until `withdraw_spells` takes it back.

    `staging` names a temp table with `line int, person_id uuid, establishment_id uuid, joined_on date,
    left_on date` (dates as an employer writes them, the last day included; all but `line` may be null). The
    new table has `line int primary key, employment_id uuid, starts_on date, ends_on date` (half-open; null:
    still running), `risk_class int, reason text`. `reason` is '' with a spell, else a key of
    `faults.EMPLOYMENT_REASONS` and no spell.
    """
    places = list(Establishment.objects.filter(employer_id=employer_id).values_list("id", flat=True)[:2])
    values: dict[str, UUID | date | datetime | None] = {
        "employer": employer_id,
        "first": month.first_day,
        "next": (month + 1).first_day,
        "source": source,
        "only_establishment": places[0] if len(places) == 1 else None,
        "at": at,
    }

    def run(*statements: str) -> None:
        for statement in statements:
            cursor.execute(statement.format(staging=staging), values)

    # Two returns of one employer wait for each other; everyone else goes on.
    run("SELECT FROM registry_employer WHERE id = %(employer)s FOR NO KEY UPDATE", "ANALYZE {staging}")
    run("DROP TABLE IF EXISTS {staging}_employment, {staging}_opening", _MATCH)
    run("ALTER TABLE {staging}_employment ADD PRIMARY KEY (line)", "ANALYZE {staging}_employment")
    run(_REFUSE_SECOND_LINES)
    amended, missing = _outstanding(cursor, staging)
    if amended:
        run(_AMEND, _REFUSE_NOT_AMENDED)
    if missing:
        run(_PREPARE_OPENING, _OPEN, _TAKE_OPENED, _REFUSE_NOT_OPENED)
    run(_KEEP_ONLY_THE_SOUND)


def _outstanding(cursor: CursorWrapper, staging: str) -> tuple[bool, bool]:
    """Whether some spells are to be amended, and some to be opened."""
    cursor.execute(f"""
        SELECT coalesce(bool_or(is_amended), false), coalesce(bool_or(employment_id IS NULL), false)
        FROM {staging}_employment WHERE reason = ''
    """)
    amended, missing = cursor.fetchone()
    return amended, missing
