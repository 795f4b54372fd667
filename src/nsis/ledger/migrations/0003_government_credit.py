from django.db import migrations, models

CODES = [
    "bank",
    "contributions_receivable",
    "government_receivable",
    "suspense",
    "employer_credit",
    "government_credit",
    "contribution_income_employer",
    "contribution_income_worker",
    "contribution_income_government",
]


class Migration(migrations.Migration):
    """An account for the Government's money that met nothing due yet."""

    dependencies = [("ledger", "0002_immutable")]

    operations = [
        migrations.RemoveConstraint("account", "ledger_account_code_of_chart"),
        migrations.AddConstraint(
            "account",
            models.CheckConstraint(condition=models.Q(code__in=CODES), name="ledger_account_code_of_chart"),
        ),
    ]
