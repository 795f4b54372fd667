"""Money received from employers and from the Government."""

from django.db import models
from django.db.models import Q

from nsis.foundation.fields import new_id


class Remittance(models.Model):
    """Money in, as a channel reported it. Append-only: whose it is may be said later by a match."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Null when the channel named nobody whom the registry knows: the money then stands in suspense. Null also
    # for the Government's.
    employer = models.ForeignKey("registry.Employer", on_delete=models.PROTECT, null=True, related_name="+")
    is_government = models.BooleanField(default=False)
    # The number as the channel gave it, known or not.
    employer_number = models.TextField(blank=True)
    received_on = models.DateField()
    amount = models.BigIntegerField()
    channel = models.CharField(max_length=40)
    reference = models.CharField(max_length=100)
    file = models.ForeignKey("foundation.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    posted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "reference"], name="contributions_remittance_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="contributions_remittance_above_zero"),
            models.CheckConstraint(
                condition=Q(is_government=False) | Q(employer__isnull=True, employer_number=""),
                name="contributions_remittance_of_one_payer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.reference}"


class RemittanceMatch(models.Model):
    """The later word whose money an unknown remittance was. Append-only, once a remittance."""

    remittance = models.OneToOneField(
        Remittance, on_delete=models.PROTECT, primary_key=True, related_name="match"
    )
    employer = models.ForeignKey("registry.Employer", on_delete=models.PROTECT, related_name="+")
    matched_on = models.DateField()
    matched_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"matched on {self.matched_on}"
