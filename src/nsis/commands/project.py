"""`nsis project`: the fund's future under a law and a set of assumptions. It needs the core alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from nsis.commands.law_answers import InLanguage, Reforms, SchemeName, kindly, reforms_of, scheme_of
from nsis.commands.telling import told
from nsis.comparison.money import money_of
from nsis.comparison.wages import MAPPINGS
from nsis.engine.refusal import Refused
from nsis.terms.fault import Fault
from nsis.terms.wording import Language, Wording

if TYPE_CHECKING:
    from nsis.projection.request import Request

YEARS, SAMPLE, SEED = 75, 0.01, 1
MOST_YEARS, MOST_SCENARIOS, MOST_SEED = 150, 1_000_000, 2**63 - 1

BAD_NUMBER = Wording(
    en="`--{name} {value}` is out of bounds. Give a number from {least} to {most}.",
    bn="`--{name} {value}` সীমার বাইরে। {least} থেকে {most}-এর মধ্যে দিন।",
)
BAD_FOLDER = Wording(
    en="`{folder}` cannot be written: {reason}. Give another folder for the report.",
    bn="`{folder}` ফোল্ডারে লেখা যাচ্ছে না: {reason}। প্রতিবেদনের জন্য অন্য ফোল্ডার দিন।",
)
STOPPED = Wording(
    en="Stopped. What is done is kept: the same command goes on from there.",
    bn="থামানো হয়েছে। যা হয়েছে তা রাখা আছে: একই নির্দেশ দিলে সেখান থেকে চলবে।",
)
WRITTEN = Wording(en="The report: {file}", bn="প্রতিবেদন: {file}")
STATUS = Wording(en="Law: {status}. Not a forecast.", bn="আইন: {status}। পূর্বাভাস নয়।")


def project(
    scheme: SchemeName,
    out: Annotated[Path, typer.Option(help="The folder for the report.", show_default=False)],
    reform: Reforms = None,
    assumptions: Annotated[
        str, typer.Option(help="A set of assumptions: its name, or a file (.yaml) that extends one.")
    ] = "baseline",
    years: Annotated[int, typer.Option(help="How many fund years, from the scheme's first July.")] = YEARS,
    sample: Annotated[
        float, typer.Option(help="The share of the nation's persons whose lives are followed; 0 for none.")
    ] = SAMPLE,
    seed: Annotated[int, typer.Option(help="What chance starts from: the same seed, the same lives.")] = SEED,
    stochastic: Annotated[int, typer.Option(help="How many futures to draw about the run.")] = 0,
    sensitivities: Annotated[bool, typer.Option(help="Try other assumptions, one thing at a time.")] = False,
    financing: Annotated[
        bool, typer.Option(help="Seek the pension age that holds the reserve, and try other matches.")
    ] = False,
    wages: Annotated[
        str,
        typer.Option(help=f"How Bangladesh's wages stand in another country's law: {', '.join(MAPPINGS)}."),
    ] = "multiples",
    lang: InLanguage = "en",
) -> None:
    """Project a scheme: its population, accounts, premiums and persons, as HTML, PDF, XLSX and Parquet."""
    with kindly(lang), _stoppable(lang):
        from nsis.projection.assumptions.loading import load, load_file
        from nsis.projection.models import MODELS
        from nsis.projection.request import Request, first_year
        from nsis.projection.run import run

        check_numbers(years=years, sample=sample, seed=seed, stochastic=stochastic)
        if wages not in MAPPINGS:
            raise typer.BadParameter(f"{wages}: {', '.join(MAPPINGS)}", param_hint="--wages")
        law, reforms = scheme_of(scheme, reform), tuple(reforms_of(scheme, reform or ()))
        given = load_file(Path(assumptions)) if assumptions.endswith(".yaml") else load(assumptions)
        first, money = first_year(law, given), money_of(scheme, wages)
        request = Request(
            scheme=law,
            reforms=reforms,
            assumptions=given,
            years=tuple(range(first, first + years)),
            money=money,
            sample=sample,
            seed=seed,
            scenarios=stochastic,
            tried=sensitivities,
            financed=financing,
            command=_command(
                scheme,
                *(f"--reform {Path(each).name}" for each in reform or ()),
                f"--assumptions {Path(assumptions).name}",
                f"--years {years} --sample {sample:g} --seed {seed} --stochastic {stochastic}",
                "--sensitivities" if sensitivities else "--no-sensitivities",
                "--financing" if financing else "--no-financing",
                *((f"--wages {wages}",) if money.first_wage else ()),
            ),
        )
        with told(lang) as progress, _writing(out):
            run(request, out, MODELS, progress)
        _print_end(request, out, lang)


def _command(*parts: str) -> str:
    """What gives the same again, wherever it is run: files by name, the folder as anybody's."""
    return " ".join(("nsis project", *parts, "--out FOLDER"))


def check_numbers(*, years: int, sample: float, seed: int, stochastic: int = 0) -> None:
    """Refused for a number out of bounds, all of them at once."""
    bounds = (
        ("years", years, 1, MOST_YEARS),
        ("sample", sample, 0, 1),
        ("seed", seed, 0, MOST_SEED),
        ("stochastic", stochastic, 0, MOST_SCENARIOS),
    )
    faults = [
        Fault("PROJECT-101", BAD_NUMBER.format(name=name, value=value, least=least, most=most), column=name)
        for name, value, least, most in bounds
        if not least <= value <= most
    ]
    if faults:
        raise Refused(faults)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """What cannot be written is refused in words."""
    try:
        yield
    except OSError as error:
        wording = BAD_FOLDER.format(folder=out, reason=error.strerror or error)
        raise Refused([Fault("PROJECT-102", wording, column="out", value=str(out))]) from error


@contextmanager
def _stoppable(language: Language) -> Iterator[None]:
    """Ctrl-C ends it with a word on how to go on, and no traceback."""
    try:
        yield
    except KeyboardInterrupt as stopped:
        typer.echo(STOPPED.in_language(language), err=True)
        raise typer.Exit(130) from stopped


def _print_end(request: "Request", out: Path, language: Language) -> None:
    console = Console(highlight=False, soft_wrap=True)
    status = request.scheme.on(request.start).status.label
    console.print(Text(STATUS.format(status=status).in_language(language), style="bold yellow"))
    console.print(Text(WRITTEN.format(file=out / f"report.{language}.html").in_language(language)))
