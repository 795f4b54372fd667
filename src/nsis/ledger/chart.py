"""The chart of accounts: what each account is, in both languages, and on which side it grows."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from nsis.terms.wording import Wording


class Kind(StrEnum):
    """What an account is to the fund."""

    ASSET = "asset"
    LIABILITY = "liability"
    INCOME = "income"
    EXPENSE = "expense"

    @property
    def grows_by_debit(self) -> bool:
        """The normal side: assets and expenses grow by debit, liabilities and income by credit."""
        return self in (Kind.ASSET, Kind.EXPENSE)


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One code of the chart; `by_branch` and `by_holder` say whether there is one for each of these."""

    code: str
    kind: Kind
    wording: Wording
    by_branch: bool = False
    by_holder: bool = False


@dataclass(frozen=True, slots=True, order=True)
class AccountKey:
    """Which account: a code of the chart, with the branch and the holder where the chart asks for them.

    The holder is the opaque id of whoever it concerns. ValueError when the chart has no such account.
    """

    code: str
    branch: str | None = None
    holder: UUID | None = None

    def __post_init__(self) -> None:
        line = CHART.get(self.code)
        if line is None:
            raise ValueError(f"the chart of accounts has no code {self.code!r}")
        if line.by_branch != (self.branch is not None) or line.by_holder != (self.holder is not None):
            raise ValueError(
                f"{self.code}: by branch {line.by_branch}, by holder {line.by_holder}; got {self}"
            )


_LINES = (
    ChartLine("bank", Kind.ASSET, Wording(en="Bank", bn="ব্যাংক")),
    ChartLine(
        "contributions_receivable",
        Kind.ASSET,
        Wording(en="Contributions due from employers", bn="নিয়োগকারীদের কাছে প্রাপ্য চাঁদা"),
        by_branch=True,
        by_holder=True,
    ),
    ChartLine(
        "government_receivable",
        Kind.ASSET,
        Wording(en="Contributions due from the Government", bn="সরকারের কাছে প্রাপ্য চাঁদা"),
        by_branch=True,
    ),
    ChartLine(
        "suspense",
        Kind.LIABILITY,
        Wording(en="Money received, owner not yet known", bn="অশনাক্ত জমা (কার টাকা তা এখনও জানা যায়নি)"),
    ),
    ChartLine(
        "employer_credit",
        Kind.LIABILITY,
        Wording(en="Employers' money not yet allocated", bn="নিয়োগকারীদের জমা, এখনও সমন্বয় হয়নি"),
        by_holder=True,
    ),
    ChartLine(
        "government_credit",
        Kind.LIABILITY,
        Wording(en="Government's money not yet allocated", bn="সরকারের জমা, এখনও সমন্বয় হয়নি"),
    ),
    ChartLine(
        "contribution_income_employer",
        Kind.INCOME,
        Wording(en="Contributions: employers' share", bn="চাঁদা আয়: নিয়োগকারীর অংশ"),
        by_branch=True,
    ),
    ChartLine(
        "contribution_income_worker",
        Kind.INCOME,
        Wording(en="Contributions: workers' share", bn="চাঁদা আয়: কর্মীর অংশ"),
        by_branch=True,
    ),
    ChartLine(
        "contribution_income_government",
        Kind.INCOME,
        Wording(en="Contributions: Government's share", bn="চাঁদা আয়: সরকারের অংশ"),
        by_branch=True,
    ),
)

# In the order in which a trial balance is read: assets, liabilities, income.
CHART = {line.code: line for line in _LINES}


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who owes contributions: the code of what is due from it, and of its money that met nothing due yet."""

    receivable: str
    credit: str
    holder: UUID | None = None

    def receivable_of(self, branch: str) -> AccountKey:
        """The account of what it owes to a branch."""
        return AccountKey(self.receivable, branch, self.holder)

    @property
    def credit_account(self) -> AccountKey:
        """The account of its money."""
        return AccountKey(self.credit, holder=self.holder)


GOVERNMENT = Debtor("government_receivable", "government_credit")


def employer_debtor(holder: UUID) -> Debtor:
    """An employer, by its opaque id."""
    return Debtor("contributions_receivable", "employer_credit", holder)
