"""Why two runs differ: what each cause does to level premium and balance."""

from collections.abc import Mapping, Sequence

import numpy as np

from nsis.projection.accounts.reconciliation import Change, Kind, Reconciliation
from nsis.projection.report.charts import DeviationChart
from nsis.projection.report.document import Column, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, share
from nsis.projection.report.grounds import of_theory
from nsis.projection.report.yearly import column
from nsis.terms.wording import Wording

TITLE = Wording(en="Why they differ", bn="কেন পার্থক্য")
OPENING = Wording(
    en="The level premium of all branches goes from {before} to {after}, the actuarial balance from "
    "{balance} to {balance_after}. Between the two stand runs of the cohort model that change one thing "
    "more each; another order would give other parts of the same sum.",
    bn="সব শাখার সমতল প্রিমিয়াম {before} থেকে {after}, অ্যাকচুয়ারিয়াল স্থিতি {balance} থেকে "
    "{balance_after}। দুইয়ের মাঝে কোহর্ট মডেলের কয়েকটি হিসাব, প্রতিটিতে আরও একটি জিনিস বদলানো; অন্য "
    "ক্রমে বদলালে একই যোগফলের ভাগগুলো অন্যরকম হতো।",
)
CAUSES = Wording(en="Change of the level premium by cause", bn="কারণ অনুযায়ী সমতল প্রিমিয়ামের পরিবর্তন")
CAUSES_ALT = Wording(
    en="A bar for each cause, to the right where it raises the level premium. The longest is “{widest}”, "
    "{change}.",
    bn="প্রতিটি কারণের জন্য একটি স্তম্ভ, প্রিমিয়াম বাড়ালে ডানে। সবচেয়ে লম্বা “{widest}”, {change}।",
)
CAUSE, KIND = Wording(en="Cause", bn="কারণ"), Wording(en="Kind", bn="ধরন")
AFTER = Wording(en="level premium after it", bn="এর পর সমতল প্রিমিয়াম")
CHANGE = Wording(en="change", bn="পরিবর্তন")
BALANCE = Wording(en="balance after it", bn="এর পর স্থিতি")
BALANCE_CHANGE = Wording(en="change of the balance", bn="স্থিতির পরিবর্তন")
FIRST, ALL = Wording(en="the first run", bn="প্রথম চালানো"), Wording(en="all together", bn="সব মিলিয়ে")
KINDS: Mapping[Kind, Wording] = {
    "data": Wording(en="data", bn="উপাত্ত"),
    "assumption": Wording(en="assumption", bn="অনুমান"),
    "experience": Wording(en="experience", bn="অভিজ্ঞতা"),
    "law": Wording(en="law", bn="আইন"),
    "method": Wording(en="method", bn="পদ্ধতি"),
}
NO_KIND = Wording(en="–", bn="–")


def causes_section(premium: Reconciliation, balance: Reconciliation) -> Section:
    """The changes of both measures, cause by cause, drawn and in a table."""
    opening = OPENING.format(
        before=_percent(premium.before),
        after=_percent(premium.after),
        balance=_percent(balance.before),
        balance_after=_percent(balance.after),
    )
    return Section("causes", TITLE, [Paragraph(opening), _figure(premium, balance)])


def _figure(premium: Reconciliation, balance: Reconciliation) -> Figure:
    changes = premium.changes
    widest = max(changes, key=lambda each: abs(each.change))
    alt = CAUSES_ALT.format(widest=widest.label, change=_percent(widest.change))
    values = np.array([each.change for each in changes])
    chart = DeviationChart([each.label for each in changes], values, 0.0, FINE_PERCENT)
    labels = [FIRST, *(each.label for each in changes), ALL]
    kinds = [NO_KIND, *(KINDS[each.kind] for each in changes), NO_KIND]
    columns = [
        Column("cause", CAUSE, labels),
        Column("kind", KIND, kinds),
        column("after", AFTER, _after(premium), FINE_PERCENT),
        column("change", CHANGE, _changes(premium, changes), FINE_PERCENT),
        column("balance", BALANCE, _after(balance), FINE_PERCENT),
        column("balance_change", BALANCE_CHANGE, _changes(balance, balance.changes), FINE_PERCENT),
    ]
    table = Table("reconciliation", CAUSES, columns, of_theory("accounts", 15), emphasised=[len(labels) - 1])
    return Figure(chart, alt, table)


def _after(of: Reconciliation) -> list[float]:
    return [of.before, *(each.after for each in of.changes), of.after]


def _changes(of: Reconciliation, changes: Sequence[Change]) -> list[float]:
    return [float("nan"), *(each.change for each in changes), of.after - of.before]


def _percent(value: float) -> Wording:
    return share(value, decimals=2)
