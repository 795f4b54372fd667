"""A payment slip as PDF: Typst lays it out, with its own font, both languages side by side."""

import json
from collections.abc import Callable
from pathlib import Path

import typst
from django.utils.translation import override

from nsis.contributions.queries.due_table import DueRow
from nsis.portals.employer.slip_content import Slip
from nsis.portals.templatetags import figures
from nsis.terms.money import format_taka
from nsis.terms.wording import Language

LAYOUT = Path(__file__).with_name("slip.typ")
FONTS = Path(__file__).parents[1] / "fonts"


def pdf_of(slip: Slip) -> bytes:
    """The slip on one A4 page; its text can be searched in Bangla."""
    return typst.compile(
        LAYOUT,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"slip": json.dumps(printed(slip))},
        pdf_standards=["ua-1"],
    )


def printed(slip: Slip) -> dict[str, object]:
    """Every value of the slip as it is printed, in Bangla and where useful in English."""
    due = slip.due
    return {
        "demonstration": slip.is_demonstration,
        "reference": slip.reference,
        "employer": " / ".join(filter(None, (slip.employer.name_bn, slip.employer.name_en))),
        "employer_number": slip.employer.employer_number,
        **in_both("month", lambda: figures.month(due.month)),
        **in_both("due", lambda: figures.day(due.due_on)),
        **in_both("due_amount", lambda: figures.taka(due.open)),
        "lines": [printed_row(row) for row in slip.table.rows],
        "sums": [
            printed_sum("নির্ধারিত", "Assessed", due.due),
            printed_sum("আগে পাওয়া জমা", "Received before", due.paid),
            printed_sum("জমা দিতে হবে", "To pay", due.open),
        ],
    }


def in_both(name: str, write: Callable[[], str]) -> dict[str, str]:
    """A value as it is written in each language, as `<name>_bn` and `<name>_en`."""
    return {f"{name}_bn": in_language("bn", write), f"{name}_en": in_language("en", write)}


def in_language(language: Language, write: Callable[[], str]) -> str:
    """A value as it is written in one language."""
    with override(language):
        return write()


def printed_row(row: DueRow) -> dict[str, str]:
    """A branch with its amounts in Bangla digits."""
    amounts = {"employer": row.employer, "worker": row.worker, "total": row.remittance}
    written = {name: taka_in_bangla(poisha) for name, poisha in amounts.items()}
    return written | in_both("branch", lambda: figures.branch(row.branch))


def printed_sum(label_bn: str, label_en: str, poisha: int) -> dict[str, str]:
    """A sum under the table."""
    return {"label_bn": label_bn, "label_en": label_en, "amount": taka_in_bangla(poisha)}


def taka_in_bangla(poisha: int) -> str:
    """Money as Bangla writes it."""
    return format_taka(poisha, language="bn")
