import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import nsis.foundation.fields
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name='Employer',
            fields=[
                ('name_bn', models.CharField(blank=True, default='', max_length=200)),
                ('name_en', models.CharField(blank=True, default='', max_length=200)),
                ('registered_at', models.DateTimeField()),
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('employer_number', models.CharField(max_length=8, unique=True)),
                ('association', models.CharField(max_length=10)),
                ('mobile', nsis.foundation.fields.EncryptedTextField(null=True)),
                ('email', nsis.foundation.fields.EncryptedTextField(null=True)),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('name_bn', ''), ('name_en', ''), _negated=True), name='registry_employer_has_a_name'), models.CheckConstraint(condition=models.Q(('employer_number__regex', '^[1-9][0-9]{7}$')), name='registry_employer_number'), models.CheckConstraint(condition=models.Q(('association__in', ['bgmea', 'bkmea', 'other', 'none'])), name='registry_employer_association')],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('name_bn', models.CharField(blank=True, default='', max_length=200)),
                ('name_en', models.CharField(blank=True, default='', max_length=200)),
                ('registered_at', models.DateTimeField()),
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('insured_number', models.CharField(max_length=11, unique=True)),
                ('sex', models.CharField(max_length=1)),
                ('birth_date', models.DateField()),
                ('mobile', nsis.foundation.fields.EncryptedTextField(null=True)),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('name_bn', ''), ('name_en', ''), _negated=True), name='registry_person_has_a_name'), models.CheckConstraint(condition=models.Q(('insured_number__regex', '^[1-9][0-9]{10}$')), name='registry_person_number'), models.CheckConstraint(condition=models.Q(('sex__in', ['f', 'm', 'x'])), name='registry_person_sex')],
            },
        ),
        migrations.CreateModel(
            name='Upazila',
            fields=[
                ('bbs_code', models.CharField(max_length=6, primary_key=True, serialize=False)),
                ('name_en', models.CharField(max_length=60)),
                ('name_bn', models.CharField(max_length=60)),
                ('district_en', models.CharField(max_length=60)),
                ('district_bn', models.CharField(max_length=60)),
                ('division_en', models.CharField(max_length=60)),
                ('division_bn', models.CharField(max_length=60)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('bbs_code__regex', '^[0-9]{6}$')), name='registry_upazila_code')],
            },
        ),
        migrations.CreateModel(
            name='Establishment',
            fields=[
                ('name_bn', models.CharField(blank=True, default='', max_length=200)),
                ('name_en', models.CharField(blank=True, default='', max_length=200)),
                ('registered_at', models.DateTimeField()),
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('sector', models.CharField(max_length=30)),
                ('risk_class', models.SmallIntegerField()),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='establishments', to='registry.employer')),
                ('upazila', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.upazila')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Identifier',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('value', nsis.foundation.fields.EncryptedTextField()),
                ('index', models.BinaryField(unique=True)),
                ('tail_index', models.BinaryField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identifiers', to='registry.person')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('tail_index__isnull', False)), fields=['tail_index'], name='registry_identifier_by_tail')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ('nid10', 'nid13', 'nid17', 'birth_certificate', 'passport'))), name='registry_identifier_kind')],
            },
        ),
        migrations.CreateModel(
            name='Employment',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('period', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('registered_at', models.DateTimeField()),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='registry.employer')),
                ('establishment', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.establishment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='registry.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__startswith__isnull', False)), name='registry_employment_period_has_a_start'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('employer', '='), ('person', '='), ('period', '&&')], name='registry_employment_no_overlap')],
            },
        ),
        migrations.AddConstraint(
            model_name='establishment',
            constraint=models.CheckConstraint(condition=models.Q(('name_bn', ''), ('name_en', ''), _negated=True), name='registry_establishment_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='establishment',
            constraint=models.CheckConstraint(condition=models.Q(('sector__in', ['garments', 'textile', 'leather_footwear', 'jute', 'food', 'pharmaceuticals_chemicals', 'metal_engineering', 'brick_ceramics', 'construction', 'shipbuilding', 'tea', 'agriculture_fishing', 'transport', 'trade', 'hotel_restaurant', 'finance_technology', 'education_health', 'domestic', 'other'])), name='registry_establishment_sector'),
        ),
        migrations.AddConstraint(
            model_name='establishment',
            constraint=models.CheckConstraint(condition=models.Q(('risk_class__gte', 1), ('risk_class__lte', 5)), name='registry_establishment_risk_class'),
        ),
        migrations.AddConstraint(
            model_name='establishment',
            constraint=models.UniqueConstraint(fields=('id', 'employer'), name='registry_establishment_of_employer'),
        ),
    ]
