"""The ledger's tables: accounts, and transfers that are never changed or removed."""

from django.db import models
from django.db.models import F, Q

from nsis.foundation.fields import MonthField, new_id
from nsis.ledger.chart import CHART


class Account(models.Model):
    """Where money stands: a code of the chart, for a branch and a holder where the chart asks for them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=40)
    branch = models.CharField(max_length=40, null=True)  # noqa: DJ001 -- no branch is not an empty branch
    # Whom the account concerns, as an opaque id: the ledger knows no names.
    holder = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(code__in=list(CHART)), name="ledger_account_code_of_chart"),
            models.UniqueConstraint(
                fields=["code", "branch", "holder"], nulls_distinct=False, name="ledger_account_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["holder"], condition=Q(holder__isnull=False), name="ledger_account_by_holder"
            )
        ]

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.code, self.branch, self.holder) if part)


class Transfer(models.Model):
    """One amount moved from one account to another, so it is balanced by construction.

    `month` is the contribution month it concerns; for money that concerns none yet, the month of
    `posted_on`. `reference` is the opaque id of what caused it. A reversal names in `reverses` the transfer
    that it undoes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    debit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    credit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField()
    month = MonthField()
    posted_on = models.DateField()
    posted_at = models.DateTimeField()
    reason = models.CharField(max_length=40)
    reference = models.UUIDField(db_index=True)
    idempotency_key = models.CharField(max_length=200, unique=True)
    reverses = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="reversed_by")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="ledger_transfer_amount_positive"),
            models.CheckConstraint(
                condition=~Q(debit=F("credit")), name="ledger_transfer_between_two_accounts"
            ),
            models.CheckConstraint(
                condition=Q(reason__regex=r"^[a-z][a-z_]*$"), name="ledger_transfer_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.reason} {self.amount}"
