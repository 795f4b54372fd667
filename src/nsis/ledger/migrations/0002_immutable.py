"""What the database itself keeps: nothing changes, a reversal mirrors, a reference has one total."""

from django.db import migrations

from nsis.foundation.append_only import AppendOnly

# A reversal moves the same amount of the same month back, and undoes a transfer that is not a reversal itself.
MIRROR = """
CREATE FUNCTION ledger_refuse_unlike_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM ledger_transfer original
        WHERE original.id = NEW.reverses_id AND original.reverses_id IS NULL
          AND original.debit_id = NEW.credit_id AND original.credit_id = NEW.debit_id
          AND original.amount = NEW.amount AND original.month = NEW.month
    ) THEN
        RAISE EXCEPTION 'Transfer % does not mirror the transfer that it reverses.', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_transfer_reversal_mirrors AFTER INSERT ON ledger_transfer
    FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION ledger_refuse_unlike_reversal();
"""
UNMIRROR = """
DROP TRIGGER ledger_transfer_reversal_mirrors ON ledger_transfer;
DROP FUNCTION ledger_refuse_unlike_reversal();
"""

# Net debit of what was posted under a reference on the accounts of a code and branch (null: of every branch).
# A reversal stands under a reference of its own: the total of what was reversed stays, that of the reversal is
# its opposite.
TOTAL = """
CREATE FUNCTION ledger_reference_total(reference uuid, code text, branch text) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(CASE WHEN account.id = transfer.debit_id THEN transfer.amount ELSE -transfer.amount END), 0)
    FROM ledger_transfer transfer
    JOIN ledger_account account ON account.id IN (transfer.debit_id, transfer.credit_id)
    WHERE transfer.reference = ledger_reference_total.reference
      AND account.code = ledger_reference_total.code
      AND (ledger_reference_total.branch IS NULL OR account.branch = ledger_reference_total.branch)
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_tables")]

    operations = [
        AppendOnly("ledger_account"),
        AppendOnly("ledger_transfer"),
        migrations.RunSQL(MIRROR, UNMIRROR),
        migrations.RunSQL(TOTAL, "DROP FUNCTION ledger_reference_total(uuid, text, text);"),
    ]
