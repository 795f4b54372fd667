"""`nsis remittances`: money received, as a channel reports it."""

from pathlib import Path
from typing import Annotated

import typer

from nsis.commands.answers import AsJson, InLanguage, answer_json, notes, now, open_books, show_faults
from nsis.terms.wording import Wording

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Money received.")

DONE = Wording(
    en="Booked: {booked}; booked before: {before}; in suspense: {suspense}.",
    bn="হিসাবভুক্ত: {booked}; আগে থেকেই ছিল: {before}; অনিশ্চিত হিসাবে: {suspense}।",
)
NOTHING = Wording(
    en="Nothing is booked: mend the errors and send the file again.",
    bn="কিছুই হিসাবভুক্ত হয়নি: ত্রুটিগুলো ঠিক করে ফাইলটি আবার পাঠান।",
)


@app.callback()
def remittances() -> None:
    """Money received."""


@app.command()
def post(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV; see the columns below.")],
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """
    Book a file of remittances: all of it or nothing. The same file again changes nothing.

    Columns: date, employer number, amount, channel, reference.
    """
    open_books()
    from nsis.contributions.operations.receive_remittances import receive_remittances

    received = receive_remittances(file_name=file.name, content=file.read_bytes(), at=now())
    if as_json:
        answer_json(
            {
                "outcome": received.outcome,
                "booked": received.booked,
                "already_booked": received.already_booked,
                "in_suspense": received.in_suspense,
                "faults": [fault.as_dict() for fault in received.faults],
            }
        )
    else:
        show_faults(received.faults, lang)
        words = NOTHING if received.outcome == "faulty" else DONE
        counts = {
            "booked": Wording.of_number(received.booked),
            "before": Wording.of_number(received.already_booked),
            "suspense": Wording.of_number(received.in_suspense),
        }
        notes.print(words.format(**counts).in_language(lang), highlight=False)
    raise typer.Exit(1 if received.outcome == "faulty" else 0)
