"""What was found due: one assessment a posting, one wide line a person, employment and month."""

from functools import reduce
from operator import and_

from django.db import models
from django.db.models import F, Q

from nsis.contributions.amounts import QUANTITIES
from nsis.contributions.models.returns import EmployerReturn
from nsis.foundation.fields import MonthField, new_id


class Assessment(models.Model):
    """Contributions found due from a return: its lines and the transfers that bear its id as reference.

    A reversal has no lines: the lines of the assessment that it reverses cease to count.
    """

    class Kind(models.TextChoices):
        """Whether it assesses a return, a held line that was resolved, or takes an assessment back."""

        ORIGINAL = "original"
        SUPPLEMENT = "supplement"
        REVERSAL = "reversal"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    employer_return = models.ForeignKey(EmployerReturn, on_delete=models.PROTECT, related_name="assessments")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    law_version = models.TextField()
    law_status = models.CharField(max_length=12)
    posted_on = models.DateField()
    posted_at = models.DateTimeField()
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        constraints = [
            # What foreign keys need that say: reversed, or resolved by, an assessment of the same return.
            models.UniqueConstraint(
                fields=["id", "employer_return"], name="contributions_assessment_of_return"
            ),
            models.UniqueConstraint(
                fields=["employer_return"],
                condition=Q(kind="original"),
                name="contributions_one_original_a_return",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["original", "supplement"], reverses__isnull=True)
                | Q(kind="reversal", reverses__isnull=False),
                name="contributions_reversal_reverses",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.posted_on}"


def _none_negative() -> Q:
    return reduce(and_, (Q(**{f"{quantity}__gte": 0}) for quantity in ("gross_wage", *QUANTITIES)))


class AssessmentLine(models.Model):
    """One person and month in one employment: the facts and every amount, in poisha. Append-only.

    Three foreign keys checked row by row would take longer than all the rest of a posting. A trigger checks
    the assessment once a statement instead. Person and employment are ids that the registry's own matching
    gave in the same transaction; it offers no operation that removes either.
    """

    id = models.BigAutoField(primary_key=True)
    assessment = models.ForeignKey(
        Assessment,
        on_delete=models.PROTECT,
        related_name="lines",
        db_constraint=False,
        db_index=False,
    )
    line = models.PositiveIntegerField()
    person = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    employment = models.ForeignKey(
        "registry.Employment", on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    month = MonthField()
    gross_wage = models.BigIntegerField()
    days_employed = models.PositiveSmallIntegerField()
    days_in_month = models.PositiveSmallIntegerField()
    risk_class = models.PositiveSmallIntegerField()
    insurable_earnings = models.BigIntegerField()
    employment_injury_contribution_employer = models.BigIntegerField()
    maternity_contribution_employer = models.BigIntegerField()
    maternity_contribution_worker = models.BigIntegerField()
    sickness_contribution_employer = models.BigIntegerField()
    sickness_contribution_worker = models.BigIntegerField()
    unemployment_contribution_employer = models.BigIntegerField()
    unemployment_contribution_worker = models.BigIntegerField()
    unemployment_contribution_government = models.BigIntegerField()
    old_age_contribution_employer = models.BigIntegerField()
    old_age_contribution_worker = models.BigIntegerField()

    class Meta:
        constraints = [
            # Also the way to an assessment's lines.
            models.UniqueConstraint(
                fields=["assessment", "employment"], name="contributions_employment_once_an_assessment"
            ),
            models.CheckConstraint(
                condition=Q(
                    days_employed__gte=1,
                    days_employed__lte=F("days_in_month"),
                    days_in_month__gte=28,
                    days_in_month__lte=31,
                    risk_class__gte=1,
                    risk_class__lte=5,
                ),
                name="contributions_line_facts_possible",
            ),
            models.CheckConstraint(
                condition=_none_negative(), name="contributions_line_amounts_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["person", "month"], name="contributions_line_by_person")]

    def __str__(self) -> str:
        return f"line {self.line} of {self.month}"
