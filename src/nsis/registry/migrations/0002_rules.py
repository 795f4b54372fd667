"""What the database itself keeps: names in one form, an employment in the employer's own place, serial numbers."""

from django.db import migrations

NAMED = ("registry_person", "registry_employer", "registry_establishment")
# Bangla letters such as U+09DF have no composed form in NFC: without one form for all, equal names differ.
NORMAL_NAMES = "\n".join(
    f"""ALTER TABLE {table} ADD CONSTRAINT {table}_names_are_nfc
    CHECK (name_bn IS NFC NORMALIZED AND name_en IS NFC NORMALIZED);"""
    for table in NAMED
)
ANY_NAMES = "\n".join(f"ALTER TABLE {table} DROP CONSTRAINT {table}_names_are_nfc;" for table in NAMED)

OWN_ESTABLISHMENT = """
ALTER TABLE registry_employment ADD CONSTRAINT registry_employment_in_own_establishment
    FOREIGN KEY (establishment_id, employer_id) REFERENCES registry_establishment (id, employer_id);
"""
ANY_ESTABLISHMENT = """
ALTER TABLE registry_employment DROP CONSTRAINT registry_employment_in_own_establishment;
"""

# Serials never begin with 0, which spreadsheets drop.
SERIALS = """
CREATE SEQUENCE registry_insured_number_serial START 1000000000 MINVALUE 1000000000 MAXVALUE 9999999999;
CREATE SEQUENCE registry_employer_number_serial START 1000000 MINVALUE 1000000 MAXVALUE 9999999;
"""
NO_SERIALS = """
DROP SEQUENCE registry_insured_number_serial;
DROP SEQUENCE registry_employer_number_serial;
"""


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_tables")]

    operations = [
        migrations.RunSQL(NORMAL_NAMES, ANY_NAMES),
        migrations.RunSQL(OWN_ESTABLISHMENT, ANY_ESTABLISHMENT),
        migrations.RunSQL(SERIALS, NO_SERIALS),
    ]
