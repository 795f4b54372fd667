"""Which page of a list was asked for."""

from django.http import HttpRequest

from nsis.terms.digits import to_latin


def page_asked(request: HttpRequest) -> int:
    """The page number in the address, from 1; anything else is the first page."""
    text = to_latin(request.GET.get("page", ""))
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
