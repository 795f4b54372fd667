"""Why an amount is what it is: every provision, its inputs and its value."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.queries.passbook import explain_line, passbook_lines, person_of_line
from nsis.engine.explanation import Explanation
from nsis.portals.access import log_look, members, require_own
from nsis.portals.member.sentence import EARNINGS, SUMS, sentence
from nsis.portals.templatetags.figures import reading


@members
def why(request: HttpRequest, line_id: int, quantity: str) -> HttpResponse:
    """Explains one quantity of one line of the person's own passbook."""
    try:
        person_id = person_of_line(line_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    require_own(request, person_id)
    line = next((each for each in passbook_lines(person_id) if each.line_id == line_id), None)
    names = {amount.quantity for amount in line.amounts} if line else set()
    if line is None or quantity not in names | {EARNINGS, *SUMS}:
        raise Http404
    log_look(request, person_id)
    answer = explain_line(line_id, quantity, reading())
    context = {"line": line, "answer": answer, "status": answer.explanation.status.value}
    return render(request, "member/why.html", context | findings_of(answer.explanation))


def findings_of(explanation: Explanation) -> dict[str, list[dict[str, object]]]:
    """
    The findings in the reader's language: facts, parameters, and rules with the last step first.

    `told` are the rules that a person needs first: the amount's own, and that of the insurable earnings.
    """
    found: dict[str, list[dict[str, object]]] = {"fact": [], "parameter": [], "rule": []}
    for finding in explanation.findings:
        found[finding.kind].append(finding.as_dict(reading()) | {"sentence": sentence(finding)})
    rules = found["rule"][::-1]
    told = [rule for rule in rules if rule["name"] in (explanation.quantity, EARNINGS)]
    return {"facts": found["fact"], "parameters": found["parameter"], "rules": rules, "told": told}
