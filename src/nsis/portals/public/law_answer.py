"""The answer to one case with its findings, as a page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from nsis.engine.explanation import Explanation
from nsis.engine.facts import Given
from nsis.engine.in_force import LawInForce
from nsis.engine.turning import turns
from nsis.portals.public.law_contents import instruments_of
from nsis.portals.public.law_shown import Shown, shown
from nsis.portals.templatetags.figures import reading, worded
from nsis.terms.provision import Instrument


@dataclass(frozen=True, slots=True)
class Answer:
    """A quantity's value in one case: why it is refused, what would turn it, and every finding."""

    explanation: Explanation
    text: str
    is_refused: bool
    reasons: tuple[str, ...]  # of a refused amount
    turns: tuple[str, ...]
    facts: tuple[Shown, ...]
    values: tuple[Shown, ...]
    last_step: Shown
    steps: tuple[Shown, ...]  # latest first, without the last
    instruments: tuple[Instrument, ...]


def answer(law: LawInForce, quantity: str, case: Mapping[str, Given]) -> Answer:
    """What the month's law says of the case; FactsRefused for facts that do not suffice."""
    explanation = law.explain(quantity, case)
    language = reading()
    found: dict[str, list[Shown]] = {"fact": [], "parameter": [], "rule": []}
    for finding in explanation.findings:
        found[finding.kind].append(shown(finding))
    *steps, last = found["rule"]
    against = [finding.measure for finding in explanation.against if finding.measure.name != quantity]
    return Answer(
        explanation,
        explanation.text(language),
        explanation.is_refused,
        tuple(f"{worded(each.label)}: {each.text(language)}" for each in against),
        tuple(turn.text(language) for turn in turns(law, quantity, case)),
        tuple(found["fact"]),
        tuple(found["parameter"]),
        last,
        tuple(reversed(steps)),
        tuple(instruments_of(finding.provision for finding in explanation.findings)),
    )
