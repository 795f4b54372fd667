"""An employer's monthly return, what is wrong with it, and its lines about persons not yet known."""

from django.db import models
from django.db.models import Q

from nsis.foundation.fields import EncryptedTextField, MonthField, new_id


class EmployerReturn(models.Model):
    """The list that an employer sends for one month, or the word that it employed nobody (nil)."""

    class Kind(models.TextChoices):
        """Whether persons are listed."""

        LIST = "list"
        NIL = "nil"

    class State(models.TextChoices):
        """How far the return has come. Only a posted return counts."""

        RECEIVED = "received"
        CHECKED = "checked"
        FAULTY = "faulty"
        POSTED = "posted"
        REPLACED = "replaced"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    employer = models.ForeignKey("registry.Employer", on_delete=models.PROTECT, related_name="+")
    month = MonthField()
    kind = models.CharField(max_length=4, choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices)
    sequence = models.PositiveSmallIntegerField()
    file = models.ForeignKey("foundation.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    file_name = models.TextField(blank=True)
    # SHA-256 of the bytes as sent: the same file twice is known by it.
    fingerprint = models.BinaryField(max_length=32, null=True)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey("foundation.User", on_delete=models.PROTECT, null=True, related_name="+")
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    # What posting would do, as found by the last check; counts and poisha, no person.
    preview = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "month", "sequence"], name="contributions_return_sequence_once"
            ),
            # What a foreign key needs that says: replaced is a return of the same employer and month.
            models.UniqueConstraint(
                fields=["id", "employer", "month"], name="contributions_return_of_employer_and_month"
            ),
            models.UniqueConstraint(
                fields=["employer", "month"],
                condition=Q(state="posted"),
                name="contributions_one_posted_return_a_month",
            ),
            models.UniqueConstraint(
                fields=["employer", "month", "fingerprint"],
                condition=~Q(state="replaced"),
                name="contributions_same_file_once",
            ),
            models.CheckConstraint(
                condition=Q(kind="list", file__isnull=False, fingerprint__isnull=False)
                | Q(
                    kind="nil", file__isnull=True, fingerprint__isnull=True, state__in=["posted", "replaced"]
                ),
                name="contributions_list_has_file_nil_has_none",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["received", "checked", "faulty", "posted", "replaced"]),
                name="contributions_return_state_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.kind} {self.sequence} ({self.state})"


class ReturnFault(models.Model):
    """One fault or warning of a return, in both languages; the wording may quote an identity value."""

    employer_return = models.ForeignKey(EmployerReturn, on_delete=models.CASCADE, related_name="faults")
    code = models.CharField(max_length=10)
    severity = models.CharField(max_length=7, choices=[("error", "error"), ("warning", "warning")])
    line = models.PositiveIntegerField(null=True)
    column = models.TextField(null=True)  # noqa: DJ001 - no column is not a column without a name
    value = EncryptedTextField(blank=True)
    message_en = EncryptedTextField()
    message_bn = EncryptedTextField()

    def __str__(self) -> str:
        return f"{self.code} line {self.line}"


class HeldLine(models.Model):
    """A line about a person who is not certain: kept as read until an officer resolves it."""

    class State(models.TextChoices):
        """Whether an officer has said who it is."""

        HELD = "held"
        RESOLVED = "resolved"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    employer_return = models.ForeignKey(EmployerReturn, on_delete=models.PROTECT, related_name="held_lines")
    line = models.PositiveIntegerField()
    reason = models.CharField(max_length=20)
    state = models.CharField(max_length=8, choices=State.choices, default=State.HELD)
    insured_number = EncryptedTextField(blank=True)
    nid = EncryptedTextField(blank=True)
    birth_certificate = EncryptedTextField(blank=True)
    passport = EncryptedTextField(blank=True)
    name_bn = models.TextField(blank=True)
    name_en = models.TextField(blank=True)
    sex = models.CharField(max_length=1, blank=True)
    birth_date = models.DateField(null=True)
    gross_wage = models.BigIntegerField()
    basic_wage = models.BigIntegerField(null=True)
    joined_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    establishment = models.TextField(blank=True)
    worker_number = models.TextField(blank=True)
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, null=True, related_name="+")
    assessment = models.OneToOneField(
        "contributions.Assessment",
        on_delete=models.PROTECT,
        null=True,
        related_name="held_line",
    )
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employer_return", "line"], name="contributions_line_held_once"),
            models.CheckConstraint(
                condition=Q(
                    state="held", person__isnull=True, assessment__isnull=True, resolved_at__isnull=True
                )
                | Q(
                    state="resolved",
                    person__isnull=False,
                    assessment__isnull=False,
                    resolved_at__isnull=False,
                ),
                name="contributions_resolved_line_has_person",
            ),
        ]

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason} ({self.state})"
