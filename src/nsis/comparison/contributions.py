"""What a scheme takes from whom: contributions by branch and payer, found by the names of its quantities."""

import re
from collections.abc import Iterable

from nsis.comparison.answers import Answers
from nsis.comparison.beneficiary import Case

PAYERS = ("worker", "employer", "government")
_NAME = re.compile(rf"(?P<branch>[a-z_]+)_contribution_(?P<payer>{'|'.join(PAYERS)})")

Due = dict[tuple[str, str], int]  # by branch and payer


def contribution_names(rules: Iterable[str]) -> dict[tuple[str, str], str]:
    """The quantities named `<branch>_contribution_<payer>`, by branch and payer."""
    found = ((name, _NAME.fullmatch(name)) for name in rules)
    return {(match["branch"], match["payer"]): name for name, match in found if match is not None}


def contributions(case: Case, answers: Answers) -> Due:
    """What is due for a month of the case's wage."""
    rules = [name for name in case.law.rules if name not in answers.left_out]
    names = contribution_names(rules)
    facts = case.facts(answers.contribution_facts)
    known = case.law.evaluate(names.values(), facts) if names else {}
    return {key: value for key, name in names.items() if isinstance(value := known[name], int)}
