import django.db.models.deletion
import nsis.foundation.fields
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

from nsis.foundation.append_only import AppendOnly


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        # A spell of employment is excluded by a plain id and a period together: that needs btree_gist.
        BtreeGistExtension(),
        migrations.CreateModel(
            name='OutgoingMessage',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('mobile', nsis.foundation.fields.EncryptedTextField()),
                ('text', nsis.foundation.fields.EncryptedTextField()),
                ('asked_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('login_name', models.CharField(max_length=150, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('role', models.CharField(choices=[('officer', 'Officer'), ('employer', 'Employer'), ('member', 'Member'), ('auditor', 'Auditor')], max_length=10)),
                ('subject_id', models.UUIDField(null=True)),
                ('language', models.CharField(choices=[('bn', 'Bangla'), ('en', 'English')], default='bn', max_length=2)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['employer', 'member']), ('subject_id__isnull', False)), models.Q(('role__in', ['officer', 'auditor']), ('subject_id__isnull', True)), _connector='OR'), name='foundation_user_role_has_its_subject'), models.CheckConstraint(condition=models.Q(('language__in', ['bn', 'en'])), name='foundation_user_language'), models.UniqueConstraint(condition=models.Q(('role', 'member')), fields=('subject_id',), name='foundation_user_one_a_member')],
            },
        ),
        migrations.CreateModel(
            name='Installation',
            fields=[
                ('id', models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('is_demonstration', models.BooleanField()),
                ('keys_fingerprint', models.BinaryField()),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='foundation_installation_single_row')],
            },
        ),
        migrations.CreateModel(
            name='OneTimeCode',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('subject_id', models.UUIDField()),
                ('digest', models.BinaryField()),
                ('issued_at', models.DateTimeField()),
                ('tries', models.SmallIntegerField(default=0)),
                ('used_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['subject_id', '-issued_at'], name='foundation_code_by_subject')],
                'constraints': [models.CheckConstraint(condition=models.Q(('tries__gte', 0), ('tries__lte', 5)), name='foundation_code_tries')],
            },
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=255)),
                ('content', models.BinaryField()),
                ('sha256', models.BinaryField()),
                ('stored_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('sha256', models.Func(models.F('content'), function='sha256', output_field=models.BinaryField()))), name='foundation_storedfile_digest'), models.UniqueConstraint(fields=('sha256', 'name'), name='foundation_storedfile_once')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=100)),
                ('state', models.CharField(choices=[('queued', 'Queued'), ('running', 'Running'), ('done', 'Done'), ('failed', 'Failed')], default='queued', max_length=7)),
                ('done', models.BigIntegerField(default=0)),
                ('total', models.BigIntegerField(default=0)),
                ('result', models.JSONField(default=dict)),
                ('message', models.TextField(default='')),
                ('queued_at', models.DateTimeField()),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'running', 'done', 'failed'])), name='foundation_job_state'), models.CheckConstraint(condition=models.Q(('done__gte', 0), ('total__gte', 0)), name='foundation_job_progress')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.UUIDField(default=nsis.foundation.fields.new_id, editable=False, primary_key=True, serialize=False)),
                ('subject_id', models.UUIDField()),
                ('page', models.CharField(max_length=200)),
                ('looked_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['subject_id', '-looked_at'], name='foundation_look_by_subject')],
            },
        ),
        AppendOnly("foundation_installation"),
        AppendOnly("foundation_storedfile"),
        AppendOnly("foundation_look"),
    ]
