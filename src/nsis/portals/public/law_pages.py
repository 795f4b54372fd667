"""The law for everyone: what is in force, one case decided with reasons, and a drawing of how it is made."""

from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page

from nsis.comparison.drawing import draw
from nsis.comparison.examples import Example, read_examples
from nsis.comparison.graph import graph_of
from nsis.engine.in_force import LawInForce
from nsis.engine.scheme import Scheme
from nsis.law import __name__ as laws
from nsis.law import scheme as scheme_named
from nsis.law import schemes as scheme_names
from nsis.portals.access import anyone
from nsis.portals.clock import today
from nsis.portals.public.law_answer import answer
from nsis.portals.public.law_contents import branches_of, instruments_of
from nsis.portals.public.law_form import CaseForm, MonthForm, facts_asked
from nsis.portals.templatetags.figures import reading
from nsis.terms.month import Month

MONTHS_KEPT = 64

# Long pages travel compressed; the one secret on them, the token against forgery, is masked anew each time.
# Facts stand in the address, so that an answer can be shared; no cache between keeps it.
unkept = cache_control(private=True, no_store=True)


@anyone
def schemes(request: HttpRequest) -> HttpResponse:
    """Every scheme, with its first month and how firm its law is today."""
    known = [scheme_named(name) for name in scheme_names()]
    found = [
        {"scheme": each, **address_of(each), "law": law_of(each.name, this_month(each))} for each in known
    ]
    return render(request, "public/law.html", {"schemes": found})


@anyone
@gzip_page
def scheme(request: HttpRequest, country: str, scheme: str) -> HttpResponse:
    """What is in force in a month: by branch its results, the steps on the way, and the values."""
    found = scheme_or_404(country, scheme)
    form = MonthForm(request.GET if has_month(request.GET) else None, scheme=found, month=this_month(found))
    law = law_of(found.name, month_asked(found, request.GET))
    provisions = [law.provision_of(name) for name in (*law.values, *law.rules)]
    context = {"form": form, "branches": branches_of(law), "instruments": instruments_of(provisions)}
    return render(request, "public/law_scheme.html", common(found, law) | context)


@anyone
@gzip_page
@unkept
def quantity(request: HttpRequest, country: str, scheme: str, quantity: str) -> HttpResponse:
    """What a quantity is, the facts that it rests on and, once these are given, the answer with reasons."""
    found = scheme_or_404(country, scheme)
    law = law_with(found, quantity, request.GET)
    examples = examples_for(law, quantity)
    form = CaseForm(
        case_given(law, quantity, request.GET),
        scheme=found,
        law=law,
        quantity=quantity,
        initial=initial_from(law, examples, request.GET.get("example", "")),
    )
    context = {"form": form, "examples": examples, "query": request.GET.urlencode()}
    if form.is_valid():
        context["answer"] = answer(law, quantity, form.case)
    context |= common(found, law) | about(law, quantity)
    return render(request, "public/law_quantity.html", context)


@anyone
@gzip_page
@unkept
def drawing(request: HttpRequest, country: str, scheme: str, quantity: str) -> HttpResponse:
    """How the quantity is made, as an SVG picture: with the values of the case, if one is given."""
    found = scheme_or_404(country, scheme)
    law = law_with(found, quantity, request.GET)
    form = CaseForm(case_given(law, quantity, request.GET), scheme=found, law=law, quantity=quantity)
    graph = graph_of(law, quantity, form.case if form.is_valid() else None)
    return HttpResponse(draw(graph, reading()), content_type="image/svg+xml; charset=utf-8")


def scheme_or_404(country: str, scheme: str) -> Scheme:
    """The scheme of an address."""
    name = f"{country}/{scheme}"
    if name not in scheme_names():
        raise Http404
    return scheme_named(name)


def law_with(scheme: Scheme, quantity: str, query: QueryDict) -> LawInForce:
    """The law of the month that was asked for, if it has the quantity."""
    law = law_of(scheme.name, month_asked(scheme, query))
    if quantity not in law.rules:
        raise Http404
    return law


@lru_cache(maxsize=MONTHS_KEPT)
def law_of(name: str, month: Month) -> LawInForce:
    """The law of a month, kept with what it has worked out once."""
    return scheme_named(name).on(month)


def this_month(scheme: Scheme) -> Month:
    """The month that it is, or the scheme's first, whichever is later."""
    return max(scheme.start, Month.of(today()))


def has_month(query: QueryDict) -> bool:
    """Whether an address names a month."""
    return any(name in query for name in ("month", "month_0", "month_1"))


def month_asked(scheme: Scheme, query: QueryDict) -> Month:
    """The month in the address, or this one where there is none or it is faulty."""
    form = MonthForm(query, scheme=scheme, month=this_month(scheme))
    month: Month = form.cleaned_data["month"] if form.is_valid() else this_month(scheme)
    return month


def case_given(law: LawInForce, quantity: str, query: QueryDict) -> QueryDict | None:
    """The facts in the address, with the month; None if it names none that is asked for."""
    asked = facts_asked(law, quantity)
    parts = [f"{fact.name}{part}" for fact in asked for part in ("", "_0", "_1", "_2")]
    if asked and not any(name in query for name in parts):
        return None
    given = query.copy()
    if not has_month(query):
        given["month"] = str(law.month)
    return given


@lru_cache
def examples_of(name: str) -> tuple[Example, ...]:
    """The example persons of a scheme."""
    return read_examples(laws, name)


def examples_for(law: LawInForce, quantity: str) -> list[Example]:
    """The example persons about whom everything is known that the quantity cannot do without."""
    asked = facts_asked(law, quantity)
    needed = {fact.name for fact in asked if fact.default is None}
    members = {fact.name for fact in asked if fact.member_of}
    return [
        example
        for example in examples_of(law.scheme)
        if needed and needed <= example.facts.keys() and (not members or members & example.facts.keys())
    ]


def initial_from(law: LawInForce, examples: list[Example], name: str) -> dict[str, Any]:
    """The facts of the example that was chosen."""
    chosen = [example for example in examples if example.name == name]
    return dict(chosen[0].facts_for(law)) if chosen else {}


def address_of(scheme: Scheme) -> dict[str, str]:
    """The two parts of a scheme's address."""
    country, name = scheme.name.split("/")
    return {"country": country, "name": name}


def about(law: LawInForce, quantity: str) -> dict[str, object]:
    """What a quantity is and rests on, whatever the case."""
    rule, closure = law.rules[quantity], law.closure([quantity])
    provisions = [
        law.provision_of(name) for name in (*closure.parameters, *(each.name for each in closure.rules))
    ]
    return {
        "rule": rule,
        "citation": rule.provision.cite(reading()),
        "made_from": [law.quantity(name) for name in rule.inputs],
        "instruments": instruments_of(provisions),
        "status": min(each.status for each in provisions).value,
    }


def common(scheme: Scheme, law: LawInForce) -> dict[str, object]:
    """What every page about a law tells."""
    return {"scheme": scheme, "law": law, "status": law.status.value, **address_of(scheme)}
