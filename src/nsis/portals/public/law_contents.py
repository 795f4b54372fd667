"""What a law holds, by branch: results, the steps on the way to them, and values."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext_lazy as _

from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Place
from nsis.engine.rule import Rule
from nsis.portals.public.law_shown import Shown, shown_value
from nsis.terms.provision import Instrument, Provision

# The order in which a reader meets them: what is insured and paid in, then each contingency.
BRANCHES = {
    "insurable_earnings": _("Insurable earnings"),
    "contributions": _("Contributions of all branches"),
    "employment_injury": _("Employment injury"),
    "injury_pensions": _("Employment injury: pensions"),
    "injury_survivors": _("Employment injury: survivors"),
    "sickness": _("Sickness"),
    "maternity": _("Maternity"),
    "unemployment": _("Unemployment"),
    "old_age": _("Old age"),
    "old_age_refund": _("Old age: refund of contributions"),
    "invalidity": _("Invalidity"),
    "survivors": _("Survivors"),
    "funeral": _("Funeral grant"),
    "pensions": _("Pensions in payment"),
    "record": _("The record of a person"),
    "informal": _("Informal class: contributions"),
    "informal_benefits": _("Informal class: benefits"),
    "informal_account": _("Informal class: old-age account"),
    "tenure": _("Length of service"),
    "lay_off": _("Lay-off"),
    "separation": _("End of a service by the employer"),
    "resignation": _("Resignation and retirement"),
    "death": _("Death in service"),
    "provident_fund": _("Provident fund"),
    "account": _("Account and what is paid from it"),
    "financing": _("Financing"),
    "grants": _("Grants"),
    "widow": _("Widows' allowance"),
    "disability": _("Disability allowance"),
    "families": _("Families"),
    "budget": _("Needs of a year"),
    "employer": _("Left with the employer"),
    "offsets": _("Set off against the NSIS"),
    "old_age_rate": _("Old age: the rate"),
    "early_pensions": _("Pensions before the age"),
    "lump_sums": _("Lump sums"),
    "savings": _("Savings account"),
    "health": _("Health"),
    "wage_workers": _("Wage workers"),
    "non_wage": _("Workers without an employer"),
    "others": _("All others"),
    "voluntary": _("Voluntary insurance"),
    "social_pension": _("Social pension"),
    "insured_wage": _("Insured wage"),
    "wages": _("Wages that count"),
    "remuneration": _("Remuneration that counts"),
    "medical": _("Medical treatment"),
    "accident": _("Accident and disability"),
    "injury": _("Injury at work"),
    "child_allowance": _("Child allowance"),
    "pension": _("Pension"),
    "old_age_lump_sum": _("Old age: lump sum"),
    "withdrawal": _("Withdrawals"),
    "insurance": _("Insurance on death"),
    "dependants": _("Dependants"),
    "pensioner_survivor": _("Survivor of a pensioner"),
    "gratuity": _("Gratuity"),
    "self_employed": _("Self-employed"),
    "foreign_employment": _("Workers abroad"),
    "gig_workers": _("Gig and platform workers"),
    "section_39": _("Former employees (section 39)"),
}


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch: what it gives, the steps on the way, the values that it rests on."""

    name: str
    results: tuple[Rule, ...]
    steps: tuple[Rule, ...]
    values: tuple[Shown, ...]

    @property
    def label(self) -> str:
        """The branch as people call it."""
        return str(BRANCHES.get(self.name) or self.name.replace("_", " ").capitalize())


def branches_of(law: LawInForce) -> list[Branch]:
    """The branches in force, in a reader's order; others after them in the law's own."""
    used = {name for rule in law.rules.values() for name in rule.inputs}
    names = dict.fromkeys(_branch(rule.place) for rule in law.rules.values())
    order = [*(name for name in BRANCHES if name in names), *(name for name in names if name not in BRANCHES)]
    return [_read(law, name, used) for name in order]


def instruments_of(provisions: Iterable[Provision | None]) -> list[Instrument]:
    """What the provisions stand in, each once."""
    return list(dict.fromkeys(each.instrument for each in provisions if each is not None))


def _read(law: LawInForce, name: str, used: set[str]) -> Branch:
    rules = [rule for rule in law.rules.values() if _branch(rule.place) == name]
    values = [each for each in law.values.values() if _branch(each.parameter.place) == name]
    return Branch(
        name,
        tuple(rule for rule in rules if rule.name not in used),
        tuple(rule for rule in rules if rule.name in used),
        tuple(shown_value(each) for each in values),
    )


def _branch(place: Place) -> str:
    return PurePosixPath(place.file).stem
