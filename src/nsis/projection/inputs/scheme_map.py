"""What of a scheme answers what happens to a person, in the words of the projection."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nsis.engine.in_force import LawInForce
from nsis.projection.lines import Payer

# What can happen to a person.
CONTINGENCIES: Final = (
    *("birth", "fatherhood", "sickness", "injury", "injury_permanent", "injury_death", "unemployment"),
    *("invalidity", "old_age", "death", "death_in_service", "death_before_old_age"),
    *("death_of_pensioner", "hospital", "informal_old_age"),
)
# What can be said of a person in a month.
WORDS: Final = (
    *("age", "wage", "risk_class", "insurable_earnings", "month_earnings", "band", "covered", "paid"),
    *("poverty_class", "account_drawn", "spell_day", "spell_days", "degree", "attendance", "nights"),
    *("by_accident", "member_kind", "member_age", "member_in_education", "member_remarried"),
    *("sex", "interest", "at_work", "out_of_work", "days_before", "days_paid", "spell_month"),
)
RAISES = ("none", "prices", "wages")  # what pensions in payment follow where the law has no rule for it


@dataclass(frozen=True, slots=True)
class Benefit:
    """A benefit: what it answers, what of it the record takes, and how it goes on."""

    name: str
    branch: str
    contingencies: tuple[str, ...]
    record: Mapping[str, str]  # column: quantity
    days: str | None  # the quantity that says for how many days it is paid
    pension: bool  # paid each month until death
    until_age: str | None  # the quantity or value that says the age at which a pension ends
    base: "Base | None"  # of what survivors have their shares
    prorated: bool = False  # an amount of a month, paid in proportion to its days in the spell
    months: str | None = None  # the quantity that says for how many months of a spell it is paid
    unless: str | None = None  # the quantity, a reason: not paid at a death where that qualifies
    settles: bool = False  # at invalidity: nothing is carried any more, and no old age is claimed


@dataclass(frozen=True, slots=True)
class Base:
    """
    What goes on after a death, of which survivors have shares.

    Whether the deceased `qualified`, a reason, is decided at the death. The amount is put to the law in later
    months as the `fact`, or without one as the quantity itself. Without a quantity it is 1: survivors have
    fixed amounts.
    """

    quantity: str
    qualified: str
    fact: str


@dataclass(frozen=True, slots=True)
class Reckoned:
    """
    A fact that is made of what the lives hold: a word, what is carried of a quantity, or its sum so far.

    It is put to the law as 1 or 0, by whether it is `at_least` so much, or in units of `each` so much; of the
    days of a spell or a year only those `beyond` so many, which others bear.
    """

    word: str | None = None
    carried: str | None = None
    sum_of: str | None = None
    at_least: int | None = None
    each: int = 1
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class ClassMap:
    """What a class of the insured has each month."""

    contributions: Mapping[tuple[str, Payer], str]  # quantity or fact, by branch and payer
    record: Mapping[str, str]  # column: quantity, or `1`
    carried: tuple[str, ...]
    insurable_earnings: str | None  # the quantity, or the fact that is the wage
    recorded_earnings: str | None
    price: str | None  # what a month costs
    ended_by: str | None  # the contingency after which nothing is carried
    revalued: Mapping[str, str]  # column of the record whose mean follows a course of the economy
    until_old_age: bool  # who has been granted old age is insured no more

    @property
    def recorded(self) -> tuple[str, ...]:
        """The quantities that the record takes as they are due."""
        quantities = [each for each in self.record.values() if not each.isdecimal()]
        return tuple(each for each in quantities if each != self.recorded_earnings)


@dataclass(frozen=True, slots=True)
class SchemeMap:
    """What of a scheme answers what happens to a person."""

    facts: Mapping[str, str]  # the projection's word
    numbers: Mapping[str, int]  # facts that are the same for everybody
    drawn: Mapping[str, tuple[str, ...]]  # facts that are what some benefits pay now
    reckoned: Mapping[str, Reckoned]  # facts that are made of what the lives hold; in part drawn, too
    numbers_at: Mapping[str, Mapping[str, int]]  # facts that are the same for everybody, by contingency
    employee: ClassMap
    informal: ClassMap | None
    benefits: Mapping[str, Benefit]
    in_payment: str  # the quantity that carries a pension on, and
    awarded: str  # the fact that is what the month awards; both empty where it is
    raised_with: str  # one of `RAISES`, where the law has no such rule
    claim_age: Mapping[str, str]  # value of the law, by contingency
    account: str | None
    working_days: str  # of a month of sickness: a value of the law, or a number
    cohorts: bool  # whether the cohort model reckons the scheme too

    def working_days_in(self, law: LawInForce) -> int:
        """The days of sickness that a month may have."""
        said = self.working_days
        return int(said) if said.isdecimal() else law.number(said)

    def of(self, contingency: str) -> tuple[Benefit, ...]:
        """The benefits that answer a contingency."""
        return tuple(each for each in self.benefits.values() if contingency in each.contingencies)

    @property
    def summed(self) -> tuple[str, ...]:
        """The quantities of the employee class whose sum so far is a fact."""
        return tuple(dict.fromkeys(each.sum_of for each in self.reckoned.values() if each.sum_of))

    @property
    def branch_of(self) -> dict[str, str]:
        """The branch of every benefit."""
        return {name: each.branch for name, each in self.benefits.items()}

    @property
    def contributions(self) -> Mapping[tuple[str, Payer], str]:
        """Those of both classes, by branch and payer."""
        return {**self.employee.contributions, **(self.informal.contributions if self.informal else {})}
