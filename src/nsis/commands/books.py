"""`nsis books`: do all books say the same?"""

import typer
from rich.table import Table

from nsis.commands.answers import AsJson, InLanguage, answer_json, notes, open_books, out
from nsis.terms.money import format_taka
from nsis.terms.wording import Wording

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The books.")

WAYS = {
    "passbooks": Wording(en="All passbooks", bn="সব পাসবই"),
    "returns": Wording(en="All returns", bn="সব বিবরণী"),
    "trial_balance": Wording(en="Trial balance", bn="রেওয়ামিল"),
}
AGREE = Wording(en="They agree to the poisha.", bn="পয়সা পর্যন্ত মেলে।")
DIFFER = Wording(en="They do NOT agree.", bn="মেলে না।")


@app.callback()
def books() -> None:
    """The books."""


@app.command()
def agree(as_json: AsJson = False, lang: InLanguage = "en") -> None:
    """Compare all passbooks, all returns and the trial balance; exit code 1 if they differ."""
    open_books()
    from nsis.contributions.law_in_force import SCHEME
    from nsis.contributions.queries.agreement import agreement
    from nsis.law import scheme

    found = agreement()
    totals = {way: getattr(found, way) for way in WAYS}
    if as_json:
        plain = {
            way: {amount.quantity: poisha for amount, poisha in total.items()}
            for way, total in totals.items()
        }
        answer_json({"agrees": found.agrees} | plain)
    else:
        whole = scheme(SCHEME)
        law = whole.on(whole.start)  # for its names, which do not change with the month
        table = Table("")
        for words in WAYS.values():
            table.add_column(words.in_language(lang), justify="right", overflow="fold")
        for amount in found.passbooks:
            sums = (format_taka(total[amount], language=lang) for total in totals.values())
            table.add_row(law.quantity(amount.quantity).label.in_language(lang), *sums)
        out.print(table)
        notes.print((AGREE if found.agrees else DIFFER).in_language(lang))
    raise typer.Exit(0 if found.agrees else 1)
