"""A wage sheet to fill in, with the month's workers already in it."""

from django.http import Http404, HttpRequest, HttpResponse

from nsis.contributions.reading.template import TemplateRow, template_csv, template_xlsx
from nsis.portals.access import acts_for, employers, log_look
from nsis.registry import queries as registry
from nsis.terms.month import Month
from nsis.terms.wording import Language

LANGUAGES: dict[str, Language] = {"bn": "bn", "en": "en"}
KINDS = {
    "csv": (template_csv, "text/csv; charset=utf-8"),
    "xlsx": (template_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@employers
def return_template(request: HttpRequest, month: Month, language: str, kind: str) -> HttpResponse:
    """The sheet in a language (bn, en) and a kind of file (csv, xlsx)."""
    if language not in LANGUAGES or kind not in KINDS:
        raise Http404
    write, content_type = KINDS[kind]
    employer_id = acts_for(request)
    workers = registry.employees(employer_id, month)
    log_look(request, employer_id)
    rows = [TemplateRow(worker.insured_number, in_script(worker, language)) for worker in workers]
    return HttpResponse(
        write(month=month, language=LANGUAGES[language], rows=rows),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="return-{month}-{language}.{kind}"'},
    )


def in_script(worker: registry.EmployeeView, language: str) -> str:
    """The worker's name in the sheet's script, or in the other where there is none."""
    bangla, latin = worker.name_bn, worker.name_en
    return (bangla or latin) if language == "bn" else (latin or bangla)
