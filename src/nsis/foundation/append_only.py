"""A table that can only grow: a migration operation for any app."""

from typing import Any

from django.db import migrations

REFUSE = """
CREATE OR REPLACE FUNCTION foundation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or removed (%).', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
PROTECT = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION foundation_refuse_change();
"""
UNPROTECT = "DROP TRIGGER {table}_append_only ON {table};"


class AppendOnly(migrations.RunSQL):
    """Refuse UPDATE, DELETE and TRUNCATE on a table, a statement at a time: Django sees an IntegrityError.

    Use it in a migration after the table is created: `operations = [..., AppendOnly("ledger_transfer")]`.
    """

    def __init__(self, table: str, **options: Any) -> None:
        super().__init__(
            sql=REFUSE + PROTECT.format(table=table), reverse_sql=UNPROTECT.format(table=table), **options
        )
