"""`nsis law compute`, `build` and `check`: the law over whole files, and proved before it is."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from nsis.commands.law_answers import (
    AsJson,
    InLanguage,
    Reforms,
    SchemeName,
    kindly,
    month_of,
    print_json,
    scheme_of,
)
from nsis.commands.law_cases import check_cases
from nsis.engine.in_force import LawInForce
from nsis.engine.proof import EXACT_IN_FLOATS
from nsis.engine.refusal import Refused
from nsis.engine.scheme import Scheme
from nsis.law import schemes as scheme_names
from nsis.terms.fault import Fault
from nsis.terms.month import month_wording
from nsis.terms.unit import format_value
from nsis.terms.wording import Language, Wording

if TYPE_CHECKING:
    from nsis.engine.parquet import Counted

Targets = Annotated[list[str], typer.Argument(help="The quantities wanted.", show_default=False)]
Narrow = Annotated[bool, typer.Option("--compact", help="Results in the narrowest whole numbers that fit.")]

BAD_FILE = Wording(
    en="`{file}` cannot be read as Parquet: {reason}. Give a Parquet file with a column for each fact.",
    bn="`{file}` ফাইলটি Parquet হিসেবে পড়া যাচ্ছে না: {reason}। প্রতিটি তথ্যের একটি কলামসহ Parquet ফাইল দিন।",
)
DONE = Wording(
    en="{kept} of {rows} rows computed in {seconds} s: {file}",
    bn="{rows}টি সারির মধ্যে {kept}টির হিসাব হয়েছে {seconds} সেকেন্ডে: {file}",
)
REJECTED = Wording(
    en="{rows} rows set aside with {faults} faults, each named in {file}",
    bn="{rows}টি সারি আলাদা রাখা হয়েছে, ত্রুটি {faults}টি; প্রতিটি লেখা আছে: {file}",
)
BUILT = Wording(
    en="{label}, from {month}: {how} in {seconds} s", bn="{label}, {month} থেকে: {how}, {seconds} সেকেন্ডে"
)
COMPILED = Wording(en="compiled", bn="কম্পাইল করা হয়েছে")
CACHED = Wording(en="found in the cache", bn="আগের কম্পাইল থেকে পাওয়া গেছে")
PROVED = Wording(
    en="{label}, from {month}: {rules} rules proved, {fast} on the fast path",
    bn="{label}, {month} থেকে: {rules}টি নিয়ম প্রমাণিত, দ্রুত পথে {fast}টি",
)
BOUNDS = (
    Wording(en="Name", bn="নাম"),
    Wording(en="Least", bn="সর্বনিম্ন"),
    Wording(en="Greatest", bn="সর্বোচ্চ"),
    Wording(en="Largest step", bn="সবচেয়ে বড় ধাপ"),
    Wording(en="Path", bn="পথ"),
)
FAST, EXACT = Wording(en="fast", bn="দ্রুত"), Wording(en="exact, slower", bn="নির্ভুল, ধীর")


def compute(
    scheme: SchemeName,
    targets: Targets,
    source: Annotated[Path, typer.Option("--in", help="Parquet, a column for each fact.")],
    result: Annotated[Path, typer.Option("--out", help="Parquet: the same rows, with the quantities.")],
    on: Annotated[str | None, typer.Option(help="The month, YYYY-MM; else the column `month`.")] = None,
    rejected: Annotated[
        Path | None, typer.Option(help="Parquet: a row for each fault; else beside --out.")
    ] = None,
    compact: Narrow = False,
    reform: Reforms = None,
    lang: InLanguage = "en",
) -> None:
    """Compute quantities for every row of a file; rows out of bounds are set aside, counted and named."""
    with kindly(lang):
        law: Scheme | LawInForce = scheme_of(scheme, reform)
        if on is not None and isinstance(law, Scheme):
            law = law.on(month_of(on))
        aside = rejected or result.with_name(f"{result.stem}.rejected.parquet")
        start = time.perf_counter()
        counted = _computed(law, targets, source, result, aside, compact=compact)
        seconds = f"{time.perf_counter() - start:.1f}"
        console = Console(highlight=False, soft_wrap=True)
        values = {"kept": counted.kept, "rows": counted.rows, "seconds": seconds, "file": result}
        console.print(DONE.format(**values).in_language(lang))
        if counted.faults:
            rows = counted.rows - counted.kept
            console.print(REJECTED.format(rows=rows, faults=counted.faults, file=aside).in_language(lang))


def build(
    scheme: SchemeName,
    targets: Targets,
    source: Annotated[
        Path | None, typer.Option("--in", help="Parquet with the columns to come; else all facts, 64 bits.")
    ] = None,
    compact: Narrow = False,
    reform: Reforms = None,
    lang: InLanguage = "en",
) -> None:
    """Compile ahead: every structure that the scheme's law has through time, for these quantities."""
    with kindly(lang):
        from nsis.engine.compute import Computation

        law = scheme_of(scheme, reform)
        computation = Computation(law, targets, compact=compact)
        types = _types_in(source) if source else dict.fromkeys(law.facts, "int64")
        for each in law.structures():
            start = time.perf_counter()
            columns = {name: types[name] for name in each.facts if name in types}
            how = CACHED if computation.prepare(each, columns).was_cached else COMPILED
            values = {"label": law.label, "month": month_wording(each.month), "how": how}
            seconds = f"{time.perf_counter() - start:.2f}"
            typer.echo(BUILT.format(seconds=seconds, **values).in_language(lang))


def check(
    scheme: Annotated[str | None, typer.Argument(help="The scheme; else every one.")] = None,
    cases: Annotated[
        Path | None, typer.Option(help="A case, or a folder of cases: whether all come out exactly.")
    ] = None,
    reform: Reforms = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Load and prove the law: every bound, and that no step leaves the machine's numbers; or try cases."""
    with kindly(lang, as_json=as_json):
        if cases is not None:
            check_cases(scheme, cases, reform, as_json=as_json, language=lang)
            return
        laws = [
            law
            for name in ([scheme] if scheme else scheme_names())
            for law in scheme_of(name, reform).structures()
        ]
        if as_json:
            print_json([_bounds(law) for law in laws])
            return
        for law in laws:
            _print_bounds(law, lang)


def _computed(
    law: Scheme | LawInForce, targets: list[str], source: Path, result: Path, rejected: Path, *, compact: bool
) -> "Counted":
    import pyarrow as pa

    from nsis.engine.compute import Computation
    from nsis.engine.parquet import compute_file

    computation = Computation(law, targets, compact=compact)
    try:
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(source.name, total=None)
            return compute_file(
                computation,
                source,
                result,
                rejected=rejected,
                progress=lambda done, total: progress.update(task, completed=done, total=total),
            )
    except (OSError, pa.ArrowInvalid) as error:
        raise _bad_file(source, error) from error


def _types_in(source: Path) -> dict[str, str]:
    import pyarrow as pa

    from nsis.engine.parquet import types_in

    try:
        return types_in(source)
    except (OSError, pa.ArrowInvalid) as error:
        raise _bad_file(source, error) from error


def _bad_file(source: Path, error: Exception) -> Refused:
    wording = BAD_FILE.format(file=source, reason=str(error).splitlines()[0])
    return Refused([Fault("LAW-103", wording, column="in", value=str(source))])


def _bounds(law: LawInForce) -> dict[str, object]:
    proof = law.proof
    return {
        "scheme": law.scheme,
        "month": str(law.month),
        "bounds": [
            {
                "name": name,
                "least": proof.interval(name).least,
                "greatest": proof.interval(name).greatest,
                "largest_step": proof.reach_of(name),
                "fast": proof.is_fast(name) if name in law.rules else None,
            }
            for name in (*law.facts, *law.values, *law.rules)
        ],
    }


def _print_bounds(law: LawInForce, language: Language) -> None:
    proof = law.proof
    table = Table(box=None, pad_edge=False)
    for place, heading in enumerate(BOUNDS):
        justify: Literal["left", "right"] = "right" if 0 < place < 4 else "left"
        table.add_column(heading.in_language(language), justify=justify, overflow="fold")
    for name in (*law.facts, *law.values, *law.rules):
        unit, bounds = law.quantity(name).unit, proof.interval(name)
        limits = [
            format_value(each, unit=unit, language=language) for each in (bounds.least, bounds.greatest)
        ]
        table.add_row(name, *limits, *_path(law, name, language))
    console = Console(highlight=False)
    fast = sum(proof.is_fast(rule) for rule in law.rules)
    values = {"label": law.label, "month": month_wording(law.month), "rules": len(law.rules), "fast": fast}
    console.print(PROVED.format(**values).in_language(language), style="bold", soft_wrap=True)
    console.print(table)


def _path(law: LawInForce, name: str, language: Language) -> tuple[str, str]:
    reach = law.proof.reach_of(name)
    if reach is None:
        return "", ""
    return f"{reach:,}", (FAST if reach < EXACT_IN_FLOATS else EXACT).in_language(language)
