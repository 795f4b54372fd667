"""Assessments and remittances only grow, and no posting that disagrees with the ledger can be committed.

Every assessment that a transaction touches is noted once a statement; when the transaction ends, the sums of its
lines are compared with its transfers, branch by branch and payer by payer. A note that passes is removed.
"""

from django.db import migrations

from nsis.foundation.append_only import AppendOnly

# The lines that count: those of assessments that no reversal took back.
EFFECTIVE = """
CREATE VIEW contributions_effective_line AS
SELECT line.*, assessment.employer_return_id, assessment.law_version, assessment.law_status,
       employer_return.employer_id
FROM contributions_assessmentline AS line
JOIN contributions_assessment AS assessment ON assessment.id = line.assessment_id
JOIN contributions_employerreturn AS employer_return ON employer_return.id = assessment.employer_return_id
WHERE NOT EXISTS (SELECT FROM contributions_assessment AS reversal WHERE reversal.reverses_id = assessment.id);
"""

NOTE = """
CREATE TABLE contributions_touched_assessment (assessment_id uuid PRIMARY KEY);

CREATE FUNCTION contributions_note_assessments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contributions_touched_assessment SELECT id FROM added ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE FUNCTION contributions_note_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (SELECT DISTINCT assessment_id, month FROM added) AS line
        LEFT JOIN contributions_assessment AS assessment
               ON assessment.id = line.assessment_id AND assessment.kind <> 'reversal'
        LEFT JOIN contributions_employerreturn AS employer_return
               ON employer_return.id = assessment.employer_return_id AND employer_return.month = line.month
        WHERE employer_return.id IS NULL
    ) THEN
        RAISE EXCEPTION 'An assessment line belongs to no assessment of its month.'
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    INSERT INTO contributions_touched_assessment
        SELECT DISTINCT assessment_id FROM added ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER note_assessments AFTER INSERT ON contributions_assessment
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION contributions_note_assessments();
CREATE TRIGGER note_lines AFTER INSERT ON contributions_assessmentline
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION contributions_note_lines();
"""

COMPARE = """
CREATE FUNCTION contributions_amounts_of(assessment uuid)
RETURNS TABLE (branch text, payer text, amount bigint) LANGUAGE sql STABLE AS $$
    SELECT named.branch, named.payer, coalesce(named.amount, 0)::bigint
    FROM (
        SELECT sum(employment_injury_contribution_employer) AS injury_employer,
               sum(maternity_contribution_employer) AS maternity_employer,
               sum(maternity_contribution_worker) AS maternity_worker,
               sum(sickness_contribution_employer) AS sickness_employer,
               sum(sickness_contribution_worker) AS sickness_worker,
               sum(unemployment_contribution_employer) AS unemployment_employer,
               sum(unemployment_contribution_worker) AS unemployment_worker,
               sum(unemployment_contribution_government) AS unemployment_government,
               sum(old_age_contribution_employer) AS old_age_employer,
               sum(old_age_contribution_worker) AS old_age_worker
        FROM contributions_assessmentline WHERE assessment_id = assessment
    ) AS total
    CROSS JOIN LATERAL (VALUES
        ('employment_injury', 'employer', total.injury_employer),
        ('maternity', 'employer', total.maternity_employer),
        ('maternity', 'worker', total.maternity_worker),
        ('sickness', 'employer', total.sickness_employer),
        ('sickness', 'worker', total.sickness_worker),
        ('unemployment', 'employer', total.unemployment_employer),
        ('unemployment', 'worker', total.unemployment_worker),
        ('unemployment', 'government', total.unemployment_government),
        ('old_age', 'employer', total.old_age_employer),
        ('old_age', 'worker', total.old_age_worker)
    ) AS named (branch, payer, amount)
$$;

CREATE FUNCTION contributions_compare_with_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched record;
    wrong record;
BEGIN
    DELETE FROM contributions_touched_assessment WHERE assessment_id = NEW.assessment_id;
    SELECT coalesce(reverses_id, id) AS lines_of,
           CASE kind WHEN 'reversal' THEN -1 ELSE 1 END AS sign, kind, employer_return_id
      INTO touched FROM contributions_assessment WHERE id = NEW.assessment_id;

    WITH due AS (
        SELECT branch, payer, touched.sign * amount AS amount FROM contributions_amounts_of(touched.lines_of)
    ), expected AS (
        SELECT 'contribution_income_' || payer AS code, branch, -amount AS net_debit FROM due
        UNION ALL
        SELECT CASE payer WHEN 'government' THEN 'government_receivable' ELSE 'contributions_receivable' END,
               branch, sum(amount) FROM due GROUP BY 1, 2
    )
    SELECT code, branch, net_debit, ledger_reference_total(NEW.assessment_id, code, branch) AS booked
      INTO wrong FROM expected
     WHERE ledger_reference_total(NEW.assessment_id, code, branch) IS DISTINCT FROM net_debit LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'Assessment %: % of % should be % poisha, the ledger has %.',
            NEW.assessment_id, wrong.code, wrong.branch, wrong.net_debit, wrong.booked
            USING ERRCODE = 'check_violation', CONSTRAINT = 'lines_equal_ledger';
    END IF;

    IF touched.kind = 'supplement' AND EXISTS (
        SELECT FROM contributions_assessmentline AS line
        JOIN contributions_assessmentline AS other USING (employment_id)
        JOIN contributions_assessment AS assessment ON assessment.id = other.assessment_id
        WHERE line.assessment_id = NEW.assessment_id AND other.id <> line.id
          AND assessment.employer_return_id = touched.employer_return_id
    ) THEN
        RAISE EXCEPTION 'Assessment %: the employment is assessed already in this return.', NEW.assessment_id
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'employment_once_a_return';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER lines_equal_ledger AFTER INSERT ON contributions_touched_assessment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION contributions_compare_with_ledger();
"""

REMOVE = """
DROP VIEW contributions_effective_line;
DROP TRIGGER note_lines ON contributions_assessmentline;
DROP TRIGGER note_assessments ON contributions_assessment;
DROP TABLE contributions_touched_assessment;
DROP FUNCTION contributions_compare_with_ledger, contributions_amounts_of,
              contributions_note_lines, contributions_note_assessments;
"""


class Migration(migrations.Migration):
    """The deferred agreement of lines and ledger; append-only tables."""

    dependencies = [("contributions", "0001_tables"), ("ledger", "0002_immutable")]

    operations = [
        migrations.RunSQL(sql=EFFECTIVE + NOTE + COMPARE, reverse_sql=REMOVE),
        AppendOnly("contributions_assessment"),
        AppendOnly("contributions_assessmentline"),
        AppendOnly("contributions_remittance"),
        AppendOnly("contributions_remittancematch"),
    ]
