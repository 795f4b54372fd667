from django.db import migrations, models


class Migration(migrations.Migration):
    """A spell remembers the returns whose word its dates are, so that a return can be taken back."""

    dependencies = [("registry", "0003_upazilas")]

    operations = [
        migrations.AddField("employment", "start_told_by", models.UUIDField(null=True)),
        migrations.AddField("employment", "start_before", models.DateField(null=True)),
        migrations.AddField("employment", "end_told_by", models.UUIDField(null=True)),
        migrations.AddField("employment", "end_before", models.DateField(null=True)),
        migrations.RemoveConstraint("employment", "registry_employment_period_has_a_start"),
        migrations.AddConstraint(
            "employment",
            models.CheckConstraint(
                condition=models.Q(period__isempty=True) | models.Q(period__startswith__isnull=False),
                name="registry_employment_period_has_a_start",
            ),
        ),
        migrations.AddConstraint(
            "employment",
            models.CheckConstraint(
                condition=models.Q(start_before__isnull=True) | models.Q(start_told_by__isnull=False),
                name="registry_employment_start_moved_by_a_return",
            ),
        ),
        migrations.AddConstraint(
            "employment",
            models.CheckConstraint(
                condition=models.Q(end_before__isnull=True) | models.Q(end_told_by__isnull=False),
                name="registry_employment_end_moved_by_a_return",
            ),
        ),
    ]
