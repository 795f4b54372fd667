"""One run of a projection, from assumptions and law to a report on disk."""

from dataclasses import dataclass
from pathlib import Path

from nsis.projection.accounts.account import WHOLE, Accounts
from nsis.projection.accounts.indicators import coverage_of, indicators_of
from nsis.projection.inputs.schemes import read_scheme_map
from nsis.projection.messages import NO_COHORTS, projection_refused
from nsis.projection.report.contents import document_of
from nsis.projection.report.currency import in_currency
from nsis.projection.report.findings import Fans, Financed, Findings, Tried
from nsis.projection.report.scheme_words import SchemeWords, read_scheme_words
from nsis.projection.report.writing import write_report
from nsis.projection.request import Modelled, Models, Progress, Request, World, world_of
from nsis.projection.trying import booked, financed_of, tried_of
from nsis.terms.wording import Wording

SOLVING = Wording(en="population, economy, law", bn="জনসংখ্যা, অর্থনীতি, আইন")
WRITING = Wording(en="report", bn="প্রতিবেদন")


@dataclass(frozen=True, slots=True)
class More:
    """What was run besides, each only where it was asked for."""

    tried: tuple[Tried, ...]
    fans: Fans | None
    financed: Financed | None


def run(request: Request, folder: Path, models: Models, progress: Progress) -> Path:
    """
    The whole projection, its report written into `folder`; the path of the manifest.

    The same request gives the same bytes. What is stopped goes on where it was when it is asked again.
    Refused where assumptions, law or years do not hold; OSError where the folder cannot be written.
    """
    progress(SOLVING, 0, 1)
    _check(request)
    words = read_scheme_words(request.scheme.name)
    world = world_of(request.scheme, request.assumptions, request.years, request.money)
    progress(SOLVING, 1, 1)
    modelled = models.chosen(world, request, folder, progress)
    accounts = booked(modelled.lines, world, words)
    more = More(
        tried=tried_of(request, words, models.quick, progress) if request.tried else (),
        fans=models.futures(world, request, accounts, progress) if request.scenarios else None,
        financed=financed_of(request, modelled, words, models.quick, progress) if request.financed else None,
    )
    findings = _findings(request, world, words, accounts, modelled, more)
    document = in_currency(document_of(findings, command=request.command), request.money)
    return write_report(
        document,
        folder,
        manifest_of(request, findings),
        given=request.given,
        progress=lambda done, of: progress(WRITING, done, of),
    )


def _check(request: Request) -> None:
    """Refused where what is asked rests on the cohort model, which does not reckon every scheme."""
    asked = {
        "--sample 0": not request.sample,
        "--sensitivities": request.tried,
        "--stochastic": request.scenarios,
        "--financing": request.financed,
    }
    lacking = [name for name, wanted in asked.items() if wanted]
    if lacking and not read_scheme_map(request.scheme).cohorts:
        raise projection_refused(
            NO_COHORTS, scheme=request.scheme.label, what=", ".join(lacking), name=lacking[0]
        )


def manifest_of(request: Request, findings: Findings) -> dict[str, object]:
    """What a run is known by, and what gives the same again."""
    known = request.run
    return {
        "scheme": known.scheme,
        "label": {"en": findings.label.en, "bn": findings.label.bn},
        "status": findings.law.status.value,
        "law": findings.law.version,
        "laws": request.laws,
        "reforms": [reform.name for reform in request.reforms],
        "assumptions": request.assumptions.identity,
        "assumptions_name": request.assumptions.name,
        "first_year": known.years[0],
        "years": len(known.years),
        "sample": known.sample,
        "seed": known.seed,
        "money": request.money.as_dict(),
        "scenarios": known.scenarios,
        "code": known.code,
        "command": request.command,
    }


def _findings(
    request: Request,
    world: World,
    words: SchemeWords,
    accounts: Accounts,
    modelled: Modelled,
    more: More,
) -> Findings:
    names = [*accounts.branches, WHOLE]
    closed = None if modelled.closed is None else booked(modelled.closed, world, words)
    return Findings(
        run=request.run,
        label=request.scheme.label,
        law=request.scheme.on(request.start),
        reforms=request.reforms,
        assumptions=request.assumptions,
        population=world.population,
        accounts=accounts,
        coverage=coverage_of(accounts.lines),
        indicators={name: indicators_of(accounts, name, words.funding) for name in names},
        branches={name: words.name_of(name) for name in accounts.branches},
        distribution=modelled.distribution,
        funding=words.funding,
        tried=more.tried,
        fans=more.fans,
        agreement=modelled.agreement,
        closed=closed,
        experience=modelled.experience,
        financed=more.financed,
        shortfalls=words.shortfalls,
    )
