"""What a report of a scheme says besides figures, as its file in `projection/schemes` has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nsis.engine.declarations import check_fields, read_mapping, read_wording
from nsis.engine.store import Node, parse_yaml
from nsis.projection.accounts.indicators import FundingRule
from nsis.projection.inputs.texts import scheme_text
from nsis.terms.rate import PARTS, parse_rate
from nsis.terms.wording import Wording

FILE = "report.yaml"


@dataclass(frozen=True, slots=True)
class SchemeWords:
    """
    The names of branches, how reserves are to be held, and where the projection falls short.

    `administration_limit` is the most that administration may take of contributions, 1 without a limit.
    """

    branches: Mapping[str, Wording]
    funding: FundingRule
    administration_limit: float
    shortfalls: Sequence[Wording]
    price_weight: str | None = None  # the value of the law: how far pensions in payment move with prices

    def name_of(self, branch: str) -> Wording:
        """A branch as people call it; where the file has no name, as the law's text does."""
        plain = branch.replace("_", " ").capitalize()
        return self.branches.get(branch, Wording(en=plain, bn=plain))


def read_scheme_words(scheme: str) -> SchemeWords:
    """The words of `country/scheme`; none but plain names where it has no file. LawRefused for a bad one."""
    text = scheme_text(scheme, FILE)
    return parse_scheme_words(text, scheme) if text else SchemeWords({}, FundingRule(), 1.0, ())


def parse_scheme_words(text: str, scheme: str) -> SchemeWords:
    """The same from a text."""
    node = parse_yaml(text, f"{scheme}/{FILE}")
    check_fields(node, "report", "branches", "funding", "indexation_price_weight", "shortfalls")
    branches = read_mapping(node, "report", "branches")
    funding = read_mapping(node, "report", "funding")
    return SchemeWords(
        branches={name: read_wording(branches, "branches", name) for name in branches},
        funding=_funding(funding),
        administration_limit=parse_rate(funding["administration_limit"]) / PARTS,
        shortfalls=[Wording(en=each["en"], bn=each["bn"]) for each in node["shortfalls"]],
        price_weight=node.get("indexation_price_weight"),
    )


def _funding(node: Node) -> FundingRule:
    check_fields(node, "funding", "control_years", "reserve_months", "administration_limit")
    months = read_mapping(node, "funding", "reserve_months")
    return FundingRule(
        control_years=int(node["control_years"]),
        reserve_months={branch: float(number) for branch, number in months.items()},
    )
