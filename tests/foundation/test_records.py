"""What the database itself holds to, whatever a program asks of it."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import FieldError
from django.db import DataError, IntegrityError, connection, models, transaction
from django.test.utils import isolate_apps

from nsis.foundation import queries
from nsis.foundation.fields import EncryptedTextField, MonthField, new_id
from nsis.foundation.models import OneTimeCode, OutgoingMessage, StoredFile, User
from nsis.foundation.operations.check_code import check_code
from nsis.foundation.operations.create_user import create_user
from nsis.foundation.operations.issue_code import issue_code
from nsis.foundation.operations.mark_installation import mark_installation
from nsis.foundation.operations.record_look import record_look
from nsis.foundation.operations.store_file import store_file
from nsis.terms.month import Month

pytestmark = pytest.mark.django_db

AT = datetime(2026, 8, 3, 4, 30, tzinfo=UTC)
PERSON = uuid.UUID(int=1)


def refused(sql: str) -> bool:
    """Whether the database refuses the statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except (IntegrityError, DataError):
        return True
    return False


@pytest.fixture
def officer() -> uuid.UUID:
    return create_user(login_name="rahima", name="রহিমা খাতুন", role="officer", password="নদী-নৌকা-৭")


@pytest.mark.parametrize("table", ["installation", "storedfile", "look"])
def test_nobody_changes_what_was_written(table: str, officer: uuid.UUID):
    """Update, delete and truncate are refused, even when they would meet no row."""
    mark_installation(is_demonstration=True, at=AT)
    store_file(name="মজুরি.csv", content=b"\xff\x00", at=AT)
    record_look(user_id=officer, subject_id=PERSON, page="passbook", at=AT)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert refused(f"UPDATE foundation_{table} SET id = id")
    assert refused(f"UPDATE foundation_{table} SET id = id WHERE false")
    assert refused(f"DELETE FROM foundation_{table}")
    assert refused(f"TRUNCATE foundation_{table} CASCADE")


def test_a_database_is_marked_once():
    """The first mark stays, a second row cannot be added."""
    assert not queries.is_demonstration()
    assert mark_installation(is_demonstration=True, at=AT)
    assert mark_installation(is_demonstration=False, at=AT)
    assert queries.is_demonstration()
    row = "(2, false, '\\x00', now())"
    assert refused(f"INSERT INTO foundation_installation VALUES {row}")


def test_a_file_is_kept_exactly_as_sent():
    """Every byte and its digest, which the database checks itself; the same file again is the same row."""
    content = bytes(range(256))
    first = store_file(name="মজুরি.xlsx", content=content, at=AT)
    assert store_file(name="মজুরি.xlsx", content=content, at=AT + timedelta(days=1)) == first
    assert store_file(name="other.xlsx", content=content, at=AT) != first
    view = queries.stored_file(first)
    assert (view.name, view.content) == ("মজুরি.xlsx", content)
    with pytest.raises(IntegrityError):
        StoredFile.objects.create(name="x", content=b"a", sha256=bytes(32), stored_at=AT)


@pytest.mark.parametrize(
    ("role", "subject"), [("employer", None), ("member", None), ("officer", PERSON), ("clerk", None)]
)
def test_a_role_and_its_subject_go_together(role: str, subject: uuid.UUID | None):
    """Employers and members act for someone, officers for no one, and there are no other roles."""
    with pytest.raises(IntegrityError):
        create_user(login_name="x", name="x", role=role, subject_id=subject)


def test_a_password_is_kept_as_a_digest(officer: uuid.UUID):
    """The password opens, and stands nowhere; a user without one is opened by none."""
    user = User.objects.get(id=officer)
    assert user.check_password("নদী-নৌকা-৭")
    assert "নদী" not in user.password
    member = User.objects.get(
        id=create_user(login_name="10000000017", name="ক", role="member", subject_id=PERSON)
    )
    assert not member.has_usable_password()


def test_looks_are_told_latest_first(officer: uuid.UUID):
    """A person can be told who looked at which page and when."""
    for hours, page in enumerate(["passbook", "identity"]):
        record_look(user_id=officer, subject_id=PERSON, page=page, at=AT + timedelta(hours=hours))
    looks = queries.looks_at(PERSON)
    assert [(look.user_name, look.page) for look in looks] == [
        ("রহিমা খাতুন", "identity"),
        ("রহিমা খাতুন", "passbook"),
    ]


def issue(at: datetime = AT, *, demonstration: bool = True) -> str:
    code = issue_code(subject_id=PERSON, mobile="01712345678", at=at, demonstration=demonstration)
    assert code
    return code


def check(code: str, at: datetime = AT) -> bool:
    return check_code(subject_id=PERSON, code=code, at=at)


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_code_works_once_and_in_time():
    """Right within ten minutes, in Bangla digits too; not again, not late, not when a newer one was sent."""
    assert not check("000000")
    code = issue()
    assert check(code.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")), AT + timedelta(minutes=10))
    assert not check(code)
    assert not check(issue(), AT + timedelta(minutes=10, seconds=1))
    older = issue()
    newer = issue(AT + timedelta(seconds=1))
    assert not check(older, AT + timedelta(seconds=2)) or older == newer
    assert check(newer, AT + timedelta(seconds=3))


def test_a_code_cannot_be_guessed():
    """The sixth try fails though it is right; new codes do not give more than fifteen tries an hour."""
    for number in range(3):
        at = AT + timedelta(minutes=number)
        code = issue(at)
        assert not any(check(wrong(code), at) for _ in range(5))
        assert not check(code, at)
    assert not check(issue(AT + timedelta(minutes=4)), AT + timedelta(minutes=4))
    later = AT + timedelta(minutes=70)
    assert check(issue(later), later)


def test_a_mobile_is_not_flooded():
    """The sixth code within an hour is not sent; the fifth still works; others and the next hour are free."""
    codes = [issue(AT + timedelta(minutes=number), demonstration=False) for number in range(5)]
    at = AT + timedelta(minutes=5)
    sixth = {"mobile": "01712345678", "at": at, "demonstration": False}
    assert issue_code(subject_id=PERSON, **sixth) is None
    assert OutgoingMessage.objects.count() == 5
    assert check(codes[-1], at)
    assert issue_code(subject_id=uuid.UUID(int=2), **sixth)
    assert issue(AT + timedelta(minutes=61), demonstration=False)


def test_a_code_is_sent_but_not_kept():
    """A message is asked for, encrypted; a demonstration sends none; the code itself stands in no table."""
    issue()
    assert not OutgoingMessage.objects.exists()
    code = issue(demonstration=False)
    message = OutgoingMessage.objects.get()
    assert message.mobile == "01712345678"
    assert code.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")) in message.text
    with connection.cursor() as cursor:
        cursor.execute("SELECT mobile || text FROM foundation_outgoingmessage")
        assert b"0171" not in bytes(cursor.fetchone()[0])
    assert all(code.encode() not in bytes(row.digest) for row in OneTimeCode.objects.all())


@isolate_apps("nsis.foundation")
def test_months_and_encrypted_texts_as_columns():
    """A month is kept as its first day and no other day is taken; an encrypted text cannot be searched."""

    class Sample(models.Model):  # noqa: DJ008
        month = MonthField()
        secret = EncryptedTextField(null=True)

        class Meta:
            app_label = "foundation"

    with connection.schema_editor() as editor:
        editor.create_model(Sample)
    Sample.objects.create(month=Month.parse("2026-07"), secret="১৯৮৫")
    Sample.objects.create(month="2026-08")
    july, august = Sample.objects.order_by("month")
    assert (july.month, july.secret, august.secret) == (Month.parse("2026-07"), "১৯৮৫", None)
    assert Sample.objects.get(month__gt=Month.parse("2026-07")) == august
    assert Sample.objects.filter(secret__isnull=True).get() == august
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(month) FROM foundation_sample")
        assert cursor.fetchone() == (date(2026, 7, 1),)
    assert refused("INSERT INTO foundation_sample (month) VALUES ('2026-07-02')")
    with pytest.raises(FieldError, match="EncryptedTextField"):
        Sample.objects.filter(secret="১৯৮৫").exists()


def test_ids_are_ordered_by_time():
    """Version 7: the first 48 bits are the milliseconds, the rest never repeats."""
    ids = [new_id() for _ in range(2000)]
    assert {(identifier.version, identifier.variant) for identifier in ids} == {(7, uuid.RFC_4122)}
    milliseconds = [identifier.int >> 80 for identifier in ids]
    assert milliseconds == sorted(milliseconds)
    assert abs(milliseconds[-1] / 1000 - datetime.now(UTC).timestamp()) < 10
    assert len(set(ids)) == len(ids)
