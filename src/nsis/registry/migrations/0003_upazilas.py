"""Load the upazilas; see tables/README.md for where they come from."""

import csv
from pathlib import Path

from django.db import migrations

TABLE = Path(__file__).parents[1] / "tables" / "upazilas.csv"


def load(apps, schema_editor):
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [
            {column.replace("upazila_", "name_"): text for column, text in row.items()} for row in csv.DictReader(file)
        ]
    upazila = apps.get_model("registry", "Upazila")
    upazila.objects.bulk_create([upazila(**row) for row in rows], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("registry", "0002_rules")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
