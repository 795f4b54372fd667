import django.db.models.deletion
import nsis.foundation.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40)),
                ('branch', models.CharField(max_length=40, null=True)),
                ('holder', models.UUIDField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('holder__isnull', False)), fields=['holder'], name='ledger_account_by_holder')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__in', ['bank', 'contributions_receivable', 'government_receivable', 'suspense', 'employer_credit', 'contribution_income_employer', 'contribution_income_worker', 'contribution_income_government'])), name='ledger_account_code_of_chart'), models.UniqueConstraint(fields=('code', 'branch', 'holder'), name='ledger_account_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('amount', models.BigIntegerField()),
                ('month', nsis.foundation.fields.MonthField()),
                ('posted_on', models.DateField()),
                ('posted_at', models.DateTimeField()),
                ('reason', models.CharField(max_length=40)),
                ('reference', models.UUIDField(db_index=True)),
                ('idempotency_key', models.CharField(max_length=200, unique=True)),
                ('credit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.account')),
                ('debit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.account')),
                ('reverses', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='ledger.transfer')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='ledger_transfer_amount_positive'), models.CheckConstraint(condition=models.Q(('debit', models.F('credit')), _negated=True), name='ledger_transfer_between_two_accounts'), models.CheckConstraint(condition=models.Q(('reason__regex', '^[a-z][a-z_]*$')), name='ledger_transfer_reason')],
            },
        ),
    ]
