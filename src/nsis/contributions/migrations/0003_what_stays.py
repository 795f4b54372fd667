"""What the database itself keeps of returns: what belongs together, and what is never changed any more."""

from django.db import migrations, models

SAME = """
ALTER TABLE contributions_employerreturn ADD CONSTRAINT contributions_replaces_same_employer_and_month
    FOREIGN KEY (replaces_id, employer_id, month)
    REFERENCES contributions_employerreturn (id, employer_id, month);
ALTER TABLE contributions_assessment ADD CONSTRAINT contributions_reverses_of_same_return
    FOREIGN KEY (reverses_id, employer_return_id) REFERENCES contributions_assessment (id, employer_return_id);
ALTER TABLE contributions_heldline ADD CONSTRAINT contributions_held_line_assessed_in_its_return
    FOREIGN KEY (assessment_id, employer_return_id) REFERENCES contributions_assessment (id, employer_return_id);
"""
ANY = """
ALTER TABLE contributions_heldline DROP CONSTRAINT contributions_held_line_assessed_in_its_return;
ALTER TABLE contributions_assessment DROP CONSTRAINT contributions_reverses_of_same_return;
ALTER TABLE contributions_employerreturn DROP CONSTRAINT contributions_replaces_same_employer_and_month;
"""

# What was sent stays as it was sent; a return goes from posted to replaced and no other way, never out of the
# table; what an officer said of a held line stays said.
KEEP = """
CREATE FUNCTION contributions_keep_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.employer_id, NEW.month, NEW.kind, NEW.sequence, NEW.file_id, NEW.file_name, NEW.fingerprint,
        NEW.received_at, NEW.received_by_id)
       IS DISTINCT FROM
       (OLD.id, OLD.employer_id, OLD.month, OLD.kind, OLD.sequence, OLD.file_id, OLD.file_name, OLD.fingerprint,
        OLD.received_at, OLD.received_by_id)
       OR OLD.state = 'posted' AND NEW.state NOT IN ('posted', 'replaced')
       OR OLD.state = 'replaced' AND NEW.state <> 'replaced'
       OR OLD.state IN ('posted', 'replaced') AND NEW.replaces_id IS DISTINCT FROM OLD.replaces_id
    THEN
        RAISE EXCEPTION 'Return % stays as it was sent and posted.', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER contributions_employerreturn_kept BEFORE UPDATE ON contributions_employerreturn
    FOR EACH ROW EXECUTE FUNCTION contributions_keep_return();
CREATE TRIGGER contributions_employerreturn_never_removed
    BEFORE DELETE OR TRUNCATE ON contributions_employerreturn
    FOR EACH STATEMENT EXECUTE FUNCTION foundation_refuse_change();

CREATE TRIGGER contributions_heldline_kept BEFORE UPDATE ON contributions_heldline
    FOR EACH ROW WHEN (OLD.state = 'resolved') EXECUTE FUNCTION foundation_refuse_change();
CREATE TRIGGER contributions_heldline_never_removed BEFORE DELETE OR TRUNCATE ON contributions_heldline
    FOR EACH STATEMENT EXECUTE FUNCTION foundation_refuse_change();
"""
LET_GO = """
DROP TRIGGER contributions_heldline_never_removed ON contributions_heldline;
DROP TRIGGER contributions_heldline_kept ON contributions_heldline;
DROP TRIGGER contributions_employerreturn_never_removed ON contributions_employerreturn;
DROP TRIGGER contributions_employerreturn_kept ON contributions_employerreturn;
DROP FUNCTION contributions_keep_return;
"""


class Migration(migrations.Migration):
    """Foreign keys over two and three columns, and triggers that keep what stands."""

    dependencies = [("contributions", "0002_books_agree")]

    operations = [
        migrations.AddConstraint(
            "employerreturn",
            models.UniqueConstraint(
                fields=["id", "employer", "month"], name="contributions_return_of_employer_and_month"
            ),
        ),
        migrations.AddConstraint(
            "assessment",
            models.UniqueConstraint(
                fields=["id", "employer_return"], name="contributions_assessment_of_return"
            ),
        ),
        migrations.RunSQL(SAME, ANY),
        migrations.RunSQL(KEEP, LET_GO),
    ]
