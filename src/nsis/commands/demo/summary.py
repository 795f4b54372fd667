"""What the demonstration came to: people, returns, money by branch and payer, and whether all books agree."""

from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table

from nsis.commands.demo.careers import MONTHS
from nsis.commands.demo.sources import UPAZILA, UPAZILA_NAME_BN, UPAZILA_NAME_EN
from nsis.commands.demo.world import World
from nsis.contributions.amounts import AMOUNTS, BRANCHES, PAYERS, Amount
from nsis.contributions.queries.agreement import Agreement, agreement
from nsis.contributions.queries.held_lines import held_lines
from nsis.ledger.queries import TrialBalanceLine, trial_balance
from nsis.terms.money import POISHA_PER_TAKA, format_taka

POISHA_PER_LAKH = 100_000 * POISHA_PER_TAKA


@dataclass(frozen=True, slots=True)
class Figures:
    """The world as it was drawn and the books as they stand."""

    world: World
    held: int
    agreement: Agreement
    balances: list[TrialBalanceLine]


def summary(world: World) -> RenderableType:
    """Two tables and one sentence for the terminal, read from the books as they stand."""
    found = Figures(world, held_lines(page=1).total, agreement(), trial_balance())
    return Group(_people(found), _money(found), _verdict(found))


def _people(found: Figures) -> Table:
    world, workforce = found.world, found.world.workforce
    table = Table(title=f"{UPAZILA_NAME_EN} / {UPAZILA_NAME_BN} (BBS {UPAZILA})", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    people = sum(group.people for group in world.people)
    for name, count in (
        ("People (census 2022)", people),
        ("Labour force", workforce.labour_force),
        ("  unemployed", workforce.unemployed),
        ("  informal workers (they join with their own class, later)", workforce.informal),
        ("  formal workers", workforce.formal),
        ("    of them in the scheme (civil servants have their own pension)", workforce.insured_total),
        ("Synthetic persons registered", len(world.registered)),
        ("Employers", len(world.employers)),
        ("Monthly returns", len(world.employers) * len(MONTHS)),
        ("Lines in them", world.lines),
        ("Lines held for you to resolve", found.held),
    ):
        table.add_row(name, f"{count:,}")
    return table


def _money(found: Figures) -> Table:
    table = Table(
        title="Contributions, July 2026 to June 2027, in lakh taka",
        caption="Open: with the Government's share, which is billed to the Treasury.",
    )
    table.add_column("Branch")
    for heading in (*PAYERS, "due", "paid", "open"):
        table.add_column(heading.capitalize(), justify="right")
    sums = [0] * (len(PAYERS) + 3)
    for branch in BRANCHES:
        row = _branch(found, branch)
        sums = [total + amount for total, amount in zip(sums, row, strict=True)]
        table.add_row(branch.replace("_", " "), *map(_lakh, row))
    table.add_section()
    table.add_row("Sum", *map(_lakh, sums))
    return table


def _branch(found: Figures, branch: str) -> list[int]:
    """By payer, then due, paid and open, in poisha."""
    income = found.agreement.trial_balance
    by_payer = [income.get(Amount(branch, payer), 0) for payer in PAYERS]
    still_open = sum(
        line.debit - line.credit
        for line in found.balances
        if line.branch == branch and line.code in ("contributions_receivable", "government_receivable")
    )
    due = sum(by_payer)
    return [*by_payer, due, due - still_open, still_open]


def _lakh(poisha: int) -> str:
    return f"{poisha / POISHA_PER_LAKH:,.2f}"


def _verdict(found: Figures) -> str:
    """That the books agree, or by how much they do not."""
    books = found.agreement
    totals = [
        sum(each[amount] for amount in AMOUNTS)
        for each in (books.passbooks, books.returns, books.trial_balance)
    ]
    texts = [format_taka(total, language="en") for total in totals]
    if books.agrees:
        return f"[green]All passbooks, all returns and the trial balance agree to the poisha: {texts[0]}.[/]"
    return (
        f"[bold red]The books do not agree:[/] passbooks {texts[0]}, returns {texts[1]}, ledger {texts[2]}."
    )
