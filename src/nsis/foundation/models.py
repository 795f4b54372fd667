"""The foundation's tables."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Func, Q

from nsis.foundation.fields import EncryptedTextField, new_id


class User(AbstractBaseUser):
    """Who signs in: an officer or auditor of the scheme, an employer's clerk, a member."""

    class Role(models.TextChoices):
        """What a user may do."""

        OFFICER = "officer"
        EMPLOYER = "employer"
        MEMBER = "member"
        AUDITOR = "auditor"

    class Language(models.TextChoices):
        """The language a user reads."""

        BANGLA = "bn"
        ENGLISH = "en"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    login_name = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=10, choices=Role)
    # The employer or the person for whom the user acts: a plain id, for their tables are further up.
    subject_id = models.UUIDField(null=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.BANGLA)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "login_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager["User"]()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=["employer", "member"], subject_id__isnull=False)
                | Q(role__in=["officer", "auditor"], subject_id__isnull=True),
                name="foundation_user_role_has_its_subject",
            ),
            models.CheckConstraint(condition=Q(language__in=["bn", "en"]), name="foundation_user_language"),
            models.UniqueConstraint(
                fields=["subject_id"], condition=Q(role="member"), name="foundation_user_one_a_member"
            ),
        ]

    def __str__(self) -> str:
        return self.login_name


class Installation(models.Model):
    """What this database is, for ever: one row that no one can change."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    is_demonstration = models.BooleanField()
    keys_fingerprint = models.BinaryField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="foundation_installation_single_row")]

    def __str__(self) -> str:
        return "demonstration" if self.is_demonstration else "installation"


class StoredFile(models.Model):
    """A file exactly as it was sent; the database itself checks its digest."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    sha256 = models.BinaryField()
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256=Func(F("content"), function="sha256", output_field=models.BinaryField())),
                name="foundation_storedfile_digest",
            ),
            models.UniqueConstraint(fields=["sha256", "name"], name="foundation_storedfile_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Job(models.Model):
    """Long work, as a person waiting for it sees it; the queue's own tables belong to procrastinate."""

    class State(models.TextChoices):
        """Where the work stands."""

        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=100)
    state = models.CharField(max_length=7, choices=State, default=State.QUEUED)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    result = models.JSONField(default=dict)
    message = models.TextField(default="")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    queued_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["queued", "running", "done", "failed"]), name="foundation_job_state"
            ),
            models.CheckConstraint(condition=Q(done__gte=0, total__gte=0), name="foundation_job_progress"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.state})"


class Look(models.Model):
    """Someone looked at a person's or an employer's data: who, whose, which page, when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField()
    page = models.CharField(max_length=200)
    looked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["subject_id", "-looked_at"], name="foundation_look_by_subject")]

    def __str__(self) -> str:
        return f"{self.page} {self.looked_at:%Y-%m-%d %H:%M}"


class OneTimeCode(models.Model):
    """A code sent to a mobile, kept as a digest; it works once, for ten minutes, for five tries."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject_id = models.UUIDField()
    digest = models.BinaryField()
    issued_at = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject_id", "-issued_at"], name="foundation_code_by_subject")]
        constraints = [
            models.CheckConstraint(condition=Q(tries__gte=0, tries__lte=5), name="foundation_code_tries")
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} {self.issued_at:%Y-%m-%d %H:%M}"


class OutgoingMessage(models.Model):
    """A text message asked for; a partner carries it and answers."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mobile = EncryptedTextField()
    text = EncryptedTextField()
    asked_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}"
