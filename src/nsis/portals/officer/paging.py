"""Which page of a list was asked for, and what was sought."""

from django.http import HttpRequest, QueryDict

from nsis.terms.digits import to_latin


def page_asked(request: HttpRequest) -> int:
    """The page number in the address, from 1; anything else is the first page."""
    text = to_latin(request.GET.get("page", ""))
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def search_asked(given: QueryDict) -> str:
    """What was sought, without the one character that no database takes."""
    return given.get("search", "").replace("\0", "").strip()
