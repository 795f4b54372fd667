"""A wage sheet to fill in, with the month's workers already in it."""

from django.http import Http404, HttpRequest, HttpResponse

from nsis.contributions.reading import template as reading_template
from nsis.portals.access import acts_for, employers
from nsis.registry import queries as registry
from nsis.terms.month import Month

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@employers
def return_template(request: HttpRequest, month: Month, language: str, kind: str) -> HttpResponse:
    """The sheet in a language (bn, en) and a kind of file (csv, xlsx)."""
    if language not in ("bn", "en") or kind not in KINDS:
        raise Http404
    workers = registry.employees(acts_for(request), month)
    content = reading_template.template(workers, language=language, kind=kind)
    return HttpResponse(
        content,
        content_type=KINDS[kind],
        headers={"Content-Disposition": f'attachment; filename="return-{month}-{language}.{kind}"'},
    )
