"""`nsis employers`: an employer and its places of work enter the registry."""

from typing import Annotated

import typer
from rich.table import Table

from nsis.commands.answers import AsJson, InLanguage, answer_json, notes, now, open_books, out, show_faults
from nsis.terms.fault import Fault
from nsis.terms.wording import Language, Wording

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Employers and their places of work.")

NO_NAME = Wording(
    en="An employer needs a name. Give --name-bn, --name-en or both.",
    bn="নিয়োগকারীর নাম লাগবে। --name-bn বা --name-en, অথবা দুটিই দিন।",
)
UNKNOWN = Wording(
    en="{option} {value} is not known. Known are: {known}.",
    bn="{option} {value} জানা নেই। জানা আছে: {known}।",
)
UPAZILA = Wording(
    en="No upazila has the BBS code {value}. It has six digits, such as 303334 for Kaliganj, Gazipur.",
    bn="{value} বিবিএস কোডে কোনো উপজেলা নেই। কোডটি ছয় অঙ্কের, যেমন কালীগঞ্জ, গাজীপুর ৩০৩৩৩৪।",
)
REGISTERED = Wording(
    en="Registered under number {number}. Its user: nsis users add --role employer --employer {number} ...",
    bn="{number} নম্বরে নিবন্ধিত হলো। ব্যবহারকারী যোগ করুন: nsis users add --role employer --employer {number} ...",
)


@app.callback()
def employers() -> None:
    """Employers and their places of work."""


@app.command()
def add(
    sector: Annotated[str, typer.Option(help="The sector of the place of work, such as garments.")],
    risk_class: Annotated[int, typer.Option(min=1, max=5, help="Its class for employment injury.")],
    upazila: Annotated[str, typer.Option(help="Where it is: the BBS code of the upazila.")],
    name_bn: Annotated[str, typer.Option(help="The employer's name in Bangla.")] = "",
    name_en: Annotated[str, typer.Option(help="The employer's name in Latin letters.")] = "",
    association: Annotated[str, typer.Option(help="bgmea, bkmea, other or none.")] = "none",
    mobile: Annotated[str | None, typer.Option(help="The mobile number.")] = None,
    email: Annotated[str | None, typer.Option(help="The e-mail address.")] = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Register an employer with its first place of work; prints its number."""
    open_books()
    faults = _faults(name=name_bn or name_en, sector=sector, association=association, upazila=upazila)
    if faults:
        _refuse(faults, as_json, lang)
    from django.db import transaction

    from nsis.registry.operations.register_employer import register_employer
    from nsis.registry.operations.register_establishment import register_establishment
    from nsis.registry.queries import employer

    at, names = now(), {"name_bn": name_bn, "name_en": name_en}
    with transaction.atomic():
        employer_id = register_employer(**names, association=association, mobile=mobile, email=email, at=at)
        register_establishment(
            **names, employer_id=employer_id, sector=sector, risk_class=risk_class, upazila=upazila, at=at
        )
    registered = employer(employer_id)
    assert registered is not None  # noqa: S101 - it was written a line above
    if as_json:
        answer_json({"employer_number": registered.employer_number, "id": registered.id})
    else:
        out.print(registered.employer_number)
        notes.print(REGISTERED.format(number=registered.employer_number).in_language(lang))


@app.command("list")
def show(
    search: Annotated[str, typer.Option(help="A part of the name, or the number.")] = "",
    page: Annotated[int, typer.Option(min=1, help="Fifty employers a page.")] = 1,
    as_json: AsJson = False,
) -> None:
    """List employers."""
    open_books()
    from nsis.registry.queries import employers as employers_of

    found = employers_of(search=search, page=page)
    if as_json:
        names = ("employer_number", "name_bn", "name_en", "association")
        answer_json([{name: getattr(row, name) for name in names} for row in found.rows])
        return
    table = Table("Number", "নাম", "Name", "Association", caption=f"{len(found.rows)} / {found.total}")
    for row in found.rows:
        table.add_row(row.employer_number, row.name_bn, row.name_en, row.association)
    out.print(table)


def _faults(*, name: str, sector: str, association: str, upazila: str) -> list[Fault]:
    """Everything that is wrong with the words given, at once."""
    from nsis.registry.queries import upazila as upazila_of
    from nsis.registry.sectors import ASSOCIATIONS, SECTORS

    faults = [] if name else [Fault("EMP-001", NO_NAME)]
    for option, value, known in (("--sector", sector, SECTORS), ("--association", association, ASSOCIATIONS)):
        if value not in known:
            words = UNKNOWN.format(option=option, value=value, known=", ".join(known))
            faults.append(Fault("EMP-002", words, column=option, value=value))
    if upazila_of(upazila) is None:
        faults.append(Fault("EMP-003", UPAZILA.format(value=upazila), column="--upazila", value=upazila))
    return faults


def _refuse(faults: list[Fault], as_json: bool, lang: Language) -> None:
    if as_json:
        answer_json({"faults": [fault.as_dict() for fault in faults]})
    else:
        show_faults(faults, lang)
    raise typer.Exit(1)
