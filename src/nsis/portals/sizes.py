"""How much a request may bring: said before any of it is read, for reading it already fills a disk."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

LARGEST_FILE = 60_000_000  # bytes; 200,000 lines are about a third of this

# A wage sheet that is somewhat too large is read, so that its form can say so beside the field.
MOST_WITH_A_FILE = 4 * LARGEST_FILE
MOST = 1_000_000


class SizeMiddleware:
    """Refuses a request whose body is larger than its page can need; only a signed-in user sends files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers, or says that it is too much. What declares no length is read as empty by Django."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > most_for(request):
            return render(request, "413.html", status=413)
        return self.get_response(request)


def most_for(request: HttpRequest) -> int:
    """The largest body in bytes that this page may get from this visitor."""
    takes_files = request.path_info == reverse("send_return") and request.user.is_authenticated
    return MOST_WITH_A_FILE if takes_files else MOST
