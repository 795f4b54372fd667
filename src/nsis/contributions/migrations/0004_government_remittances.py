from django.db import migrations, models


class Migration(migrations.Migration):
    """Remittances of the Government, for its own share."""

    dependencies = [("contributions", "0003_what_stays"), ("ledger", "0003_government_credit")]

    operations = [
        migrations.AddField("remittance", "is_government", models.BooleanField(default=False)),
        migrations.AddConstraint(
            "remittance",
            models.CheckConstraint(
                condition=models.Q(is_government=False)
                | models.Q(employer__isnull=True, employer_number=""),
                name="contributions_remittance_of_one_payer",
            ),
        ),
    ]
