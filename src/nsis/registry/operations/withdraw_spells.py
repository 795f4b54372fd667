"""Take back what a return that no longer counts said about employment spells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from nsis.terms.month import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Another return that stands on a spell: `source` is its id, `month` its month."""

    employment_id: UUID
    source: UUID
    month: Month


# What each spell that the return spoke of was without it. A start that the registry knew itself comes back;
# one that is a return's falls to the next return that stands on the spell, and its month; else there is none.
_UNDO = """
    CREATE TEMP TABLE withdrawn ON COMMIT DROP AS
    SELECT id, person_id,
           CASE WHEN is_start_kept THEN lower(period)
                WHEN start_before IS NOT NULL THEN start_before
                WHEN month IS NOT NULL THEN greatest(lower(period), month) END AS starts_on,
           CASE WHEN is_start_kept THEN start_told_by
                WHEN start_before IS NULL THEN source END AS start_told_by,
           CASE WHEN is_start_kept THEN start_before END AS start_before,
           CASE WHEN is_end_kept THEN upper(period) ELSE end_before END AS ends_on,
           CASE WHEN is_end_kept THEN end_told_by END AS end_told_by,
           CASE WHEN is_end_kept THEN end_before END AS end_before
    FROM (SELECT *, start_told_by IS DISTINCT FROM %(source)s AS is_start_kept,
                 end_told_by IS DISTINCT FROM %(source)s AS is_end_kept
          FROM registry_employment WHERE employer_id = %(employer)s) spell
    LEFT JOIN unnest(%(employments)s::uuid[], %(sources)s::uuid[], %(months)s::date[])
        AS support (employment_id, source, month) ON support.employment_id = spell.id
    WHERE NOT (is_start_kept AND is_end_kept)
"""
# All are emptied before any comes back: on the way no two may share a day.
_EMPTY = """
    UPDATE registry_employment spell
    SET period = 'empty', start_told_by = NULL, start_before = NULL, end_told_by = NULL, end_before = NULL
    FROM withdrawn WHERE withdrawn.id = spell.id
"""
_RESTORE = """
    WITH known AS (
        SELECT id, person_id, starts_on FROM withdrawn WHERE starts_on IS NOT NULL
        UNION ALL
        SELECT NULL, person_id, lower(period) FROM registry_employment JOIN (
            SELECT DISTINCT person_id FROM withdrawn) concerned USING (person_id)
        WHERE employer_id = %(employer)s AND NOT isempty(period)
    ), spaced AS (
        SELECT id, lead(starts_on) OVER (PARTITION BY person_id ORDER BY starts_on, id NULLS LAST)
            AS next_start
        FROM known
    )
    UPDATE registry_employment spell
    SET period = daterange(starts_on, least(ends_on, next_start)), start_told_by = undone.start_told_by,
        start_before = undone.start_before, end_told_by = undone.end_told_by, end_before = undone.end_before
    FROM withdrawn undone JOIN spaced USING (id)
    WHERE undone.id = spell.id AND starts_on < coalesce(least(ends_on, next_start), 'infinity')
"""


@transaction.atomic
def withdraw_spells(*, employer_id: UUID, source: UUID, supports: Sequence[Support]) -> None:
    """Make an employer's spells as they would be without what the return `source` said.

    `supports` has the earliest other return for each of `spells_begun_by(source)` that has one: it keeps the
    spell, from its own month on. What another return said since, or the registry itself, stays as it is.
    """
    values: dict[str, Any] = {
        "employer": employer_id,
        "source": source,
        "employments": [support.employment_id for support in supports],
        "sources": [support.source for support in supports],
        "months": [support.month.first_day for support in supports],
    }
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS withdrawn")
        for statement in (_UNDO, "ANALYZE withdrawn", _EMPTY, _RESTORE):
            cursor.execute(statement, values)
