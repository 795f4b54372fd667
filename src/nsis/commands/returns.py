"""`nsis returns`: an employer's monthly returns, from the shell as from the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from nsis.commands.answers import (
    AsJson,
    InLanguage,
    OnDay,
    answer_json,
    day,
    month_of,
    notes,
    now,
    open_books,
    out,
    progress_bar,
    show_faults,
)
from nsis.terms.fault import Fault
from nsis.terms.money import format_taka
from nsis.terms.month import Month
from nsis.terms.wording import Language, Wording

if TYPE_CHECKING:
    from uuid import UUID

    from nsis.contributions.amounts import Amount
    from nsis.registry.queries import EmployerView

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Employers' monthly returns.")

SheetFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The wage sheet, CSV or XLSX.")]
Number = Annotated[str, typer.Option("--employer", help="The employer's number.", show_default=False)]
OfMonth = Annotated[str, typer.Option("--month", help="The month, YYYY-MM.", show_default=False)]
Replace = Annotated[bool, typer.Option("--replace", help="In place of the posted return of the month.")]
Again = Annotated[bool, typer.Option("--again", help="Go back to a file that was replaced since.")]

OUTCOMES = {
    "posted": Wording(en="Posted: {lines} lines; held: {held}.", bn="হিসাবভুক্ত: {lines}টি সারি; স্থগিত: {held}।"),
    "checked": Wording(
        en="Nothing stands in the way: {lines} lines; held: {held}.",
        bn="কোনো বাধা নেই: {lines}টি সারি; স্থগিত: {held}।",
    ),
    "already_posted": Wording(
        en="This return is posted already. Nothing is changed.",
        bn="এই বিবরণী আগেই হিসাবভুক্ত হয়েছে। কিছুই বদলানো হয়নি।",
    ),
    "replaced": Wording(
        en="This return was replaced by a later one. Nothing is changed.",
        bn="এই বিবরণী পরের একটি দিয়ে বদলানো হয়েছে। কিছুই বদলানো হয়নি।",
    ),
    "faulty": Wording(
        en="Nothing is posted: mend the errors and send the file again.",
        bn="কিছুই হিসাবভুক্ত হয়নি: ত্রুটিগুলো ঠিক করে ফাইলটি আবার পাঠান।",
    ),
    "refused": Wording(en="Nothing is changed.", bn="কিছুই বদলানো হয়নি।"),
}
FAILED = {"faulty", "refused"}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What became of a return; `due` in poisha by branch and payer."""

    outcome: str
    month: Month
    return_id: "UUID | None" = None
    lines: int = 0
    held_lines: int = 0
    due: "Mapping[Amount, int]" = field(default_factory=dict)
    faults: Sequence[Fault] = ()

    def give(self, *, as_json: bool, language: Language) -> None:
        """Print it; the command ends with exit code 1 when nothing could be done."""
        if as_json:
            answer_json(self.as_dict())
        else:
            self.show(language)
        if self.outcome in FAILED:
            raise typer.Exit(1)

    def as_dict(self) -> dict[str, object]:
        """Plain data."""
        return {
            "outcome": self.outcome,
            "return_id": self.return_id and str(self.return_id),
            "month": str(self.month),
            "lines": self.lines,
            "held_lines": self.held_lines,
            "due": {amount.quantity: poisha for amount, poisha in self.due.items()},
            "faults": [fault.as_dict() for fault in self.faults],
        }

    def show(self, language: Language) -> None:
        """Faults, what is due, and the outcome in a sentence."""
        show_faults(self.faults, language)
        if self.due:
            show_due(self.due, self.month, language)
        counts = {
            "lines": Wording.of_number(self.lines),
            "held": Wording.of_number(self.held_lines),
        }
        notes.print(OUTCOMES[self.outcome].format(**counts).in_language(language), highlight=False)


@app.command()
def post(
    file: SheetFile,
    employer: Number,
    month: OfMonth,
    replace: Replace = False,
    again: Again = False,
    on: OnDay = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Receive a wage sheet and post it: all of it or nothing. The same file again changes nothing."""
    open_books()
    from nsis.contributions.operations.post_return import post_return
    from nsis.contributions.queries.returns import return_detail

    receipt = _receive(file, employer, month_of(month), again=again)
    if receipt.return_id is None:
        return receipt.give(as_json=as_json, language=lang)
    with progress_bar(file.name) as report:
        posting = post_return(
            return_id=receipt.return_id, replace=replace, on=day(on), at=now(), report=report
        )
    answer = Answer(
        outcome=posting.outcome,
        month=receipt.month,
        return_id=receipt.return_id,
        lines=posting.lines,
        held_lines=posting.held_lines,
        due=return_detail(receipt.return_id).due if posting.outcome == "posted" else {},
        faults=posting.faults,
    )
    return answer.give(as_json=as_json, language=lang)


@app.command()
def check(
    file: SheetFile,
    employer: Number,
    month: OfMonth,
    again: Again = False,
    on: OnDay = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Receive a wage sheet and say what posting it would do; nothing is posted."""
    open_books()
    from nsis.contributions.operations.check_return import check_return

    receipt = _receive(file, employer, month_of(month), again=again)
    if receipt.return_id is None:
        return receipt.give(as_json=as_json, language=lang)
    with progress_bar(file.name) as report:
        checked = check_return(return_id=receipt.return_id, on=day(on), at=now(), report=report)
    preview = checked.preview
    answer = Answer(
        outcome="already_posted" if checked.outcome == "posted" else checked.outcome,
        month=receipt.month,
        return_id=receipt.return_id,
        lines=preview.lines if preview else 0,
        held_lines=preview.held_lines if preview else 0,
        due=preview.due if preview else {},
        faults=checked.faults,
    )
    return answer.give(as_json=as_json, language=lang)


@app.command()
def nil(
    employer: Number,
    month: OfMonth,
    replace: Replace = False,
    on: OnDay = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """File that nobody was employed in the month."""
    open_books()
    from nsis.contributions.operations.file_nil_return import file_nil_return

    of_month = month_of(month)
    posting = file_nil_return(
        employer_id=_employer(employer).id, month=of_month, replace=replace, on=day(on), at=now()
    )
    answer = Answer(
        outcome=posting.outcome, month=of_month, return_id=posting.return_id, faults=posting.faults
    )
    answer.give(as_json=as_json, language=lang)


@app.command()
def template(
    employer: Number,
    month: OfMonth,
    new_file: Annotated[Path, typer.Option("--out", help="The new file; .xlsx or .csv.")],
    lang: InLanguage = "bn",
) -> None:
    """Write the sheet to fill in, with the workers who are known."""
    open_books()
    from nsis.contributions.reading.template import TemplateRow, template_csv, template_xlsx
    from nsis.registry.queries import employees

    make = {".xlsx": template_xlsx, ".csv": template_csv}.get(new_file.suffix.lower())
    if make is None:
        raise typer.BadParameter("The file's name must end with .xlsx or .csv.", param_hint="--out")
    of_month = month_of(month)
    rows = [
        TemplateRow(known.insured_number, known.name_bn or known.name_en)
        for known in employees(_employer(employer).id, of_month)
    ]
    new_file.write_bytes(make(month=of_month, language=lang, rows=rows))
    notes.print(f"{new_file} ({len(rows)})", highlight=False)


def show_due(due: "Mapping[Amount, int]", month: Month, language: Language) -> None:
    """What is due by branch and payer, and what the employer pays in of it, under the law's own names."""
    from nsis.contributions.law_in_force import law_of

    law = law_of(month)
    table = Table(box=None, show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for amount, poisha in due.items():
        label = law.quantity(amount.quantity).label.in_language(language)
        table.add_row(label, format_taka(poisha, language=language))
    paid_in = sum(poisha for amount, poisha in due.items() if amount.payer != "government")
    label = law.quantity("remittance_due").label.in_language(language)
    table.add_row(label, format_taka(paid_in, language=language), style="bold")
    out.print(table)


def _employer(number: str) -> "EmployerView":
    from nsis.registry.queries import employer_by_number

    found = employer_by_number(number)
    if found is None:
        raise typer.BadParameter(f"No employer has the number {number!r}.", param_hint="--employer")
    return found


def _receive(file: Path, employer: str, month: Month, *, again: bool) -> Answer:
    """Keep the file; an answer without a return when it is refused."""
    from nsis.contributions.operations.receive_return import receive_return

    receipt = receive_return(
        employer_id=_employer(employer).id,
        month=month,
        file_name=file.name,
        content=file.read_bytes(),
        at=now(),
        again=again,
    )
    return Answer(outcome=receipt.outcome, month=month, return_id=receipt.return_id, faults=receipt.faults)
