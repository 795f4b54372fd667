"""Sending returns through the pages: a second word where something counts already."""

from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile


def content_of(return_id: UUID) -> bytes:
    """The file of a return, as it was sent."""
    from nsis.contributions.queries.returns import return_detail
    from nsis.foundation.queries import stored_file

    return stored_file(return_detail(return_id).summary.file_id).content


def send(client, content: bytes, month: str, **more: str):
    file = SimpleUploadedFile("wages.csv", content)
    return client.post("/employer/returns/send/", {"month": month, "file": file, **more})


def test_going_back_to_a_replaced_file_needs_a_second_word(stage, visitor):
    """The file of a replaced return is refused with the reason; said again, it is taken and checked."""
    from nsis.foundation.queries import job

    client, earlier = visitor("employer"), content_of(stage["returns"]["replaced"])
    page = send(client, earlier, "2026-07").content.decode()
    assert "error-summary" in page
    assert 'name="again" value="on"' in page
    answer = send(client, earlier, "2026-07", again="on")
    job_id = answer["Location"].rstrip("/").rsplit("/", 1)[1]
    assert job(job_id).kind == "contributions.check_return"


def test_the_same_file_again_leads_to_its_return(stage, visitor):
    """A file that was sent before changes nothing: the page of its return opens, with a word about it."""
    client, sent = visitor("employer"), stage["returns"]["faulty"]
    answer = send(client, content_of(sent), "2026-09")
    assert answer["Location"] == f"/employer/returns/{sent}/"
    assert "nsis-notice" in client.get(answer["Location"]).content.decode()


def test_a_nil_return_over_a_posted_list_needs_a_second_word(stage, visitor):
    """A month that counts already is replaced by a nil return only when the clerk says so again."""
    from django.utils import timezone

    from nsis.contributions.queries.dues import dues_of

    def due() -> int:
        months = dues_of(stage["employer"], timezone.localdate()).months
        return sum(each.due for each in months if str(each.month) == "2026-08")

    client = visitor("employer")
    page = client.post("/employer/returns/nil/", {"month": "2026-08"}).content.decode()
    assert 'name="replace" value="on"' in page
    assert due() > 0
    client.post("/employer/returns/nil/", {"month": "2026-08", "replace": "on"})
    assert due() == 0


def test_a_failed_check_is_told_in_our_own_words(stage, visitor):
    """The page of work that failed shows no word of the exception, to another clerk not even the page."""
    from django.db import connection

    client = visitor("employer")
    progress = send(client, content_of(stage["returns"]["faulty"]) + b"\n", "2026-09")["Location"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE foundation_job SET state = 'failed', message = 'KeyError: 1994261234567'")
    page = client.get(progress).content.decode()
    assert "govuk-error-summary" in page
    assert "KeyError" not in page
    assert "199426" not in page
    assert visitor("other_employer").get(progress).status_code == 403
