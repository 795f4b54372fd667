"""Why a quantity has its value: every finding on the way."""

from dataclasses import dataclass

from nsis.terms.finding import Finding
from nsis.terms.month import format_date
from nsis.terms.provision import Status
from nsis.terms.wording import Language, Wording

_HEADINGS = {
    "fact": Wording(en="Facts", bn="তথ্য"),
    "parameter": Wording(en="Values of the law", bn="আইনের মান"),
    "rule": Wording(en="Rules applied", bn="প্রয়োগ করা নিয়ম"),
}
_IN_FORCE = Wording(en="in force from {day}", bn="{day} থেকে কার্যকর")
_FROM = Wording(en="from {inputs}", bn="ভিত্তি: {inputs}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A quantity's value in one case, with its findings: facts, parameters, then rules as they were applied."""

    quantity: str
    value: int
    findings: tuple[Finding, ...]
    law_version: str
    status: Status

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with labels and texts in `language`."""
        return {
            "quantity": self.quantity,
            "value": self.value,
            "law_version": self.law_version,
            "status": self.status.value,
            "findings": [finding.as_dict(language) for finding in self.findings],
        }

    def lines(self, language: Language) -> list[str]:
        """The explanation as lines of text."""
        lines: list[str] = []
        for kind, heading in _HEADINGS.items():
            findings = [finding for finding in self.findings if finding.kind == kind]
            if findings:
                lines.append(heading.in_language(language))
                lines += [f"  {_line(finding, language)}" for finding in findings]
        return lines


def _line(finding: Finding, language: Language) -> str:
    parts = [f"{finding.measure.label.in_language(language)}: {finding.measure.text(language)}"]
    if finding.inputs:
        inputs = ", ".join(
            f"{each.label.in_language(language)} {each.text(language)}" for each in finding.inputs
        )
        parts.append(_FROM.format(inputs=inputs).in_language(language))
    parts += provenance(finding, language)
    return "; ".join(parts)


def provenance(finding: Finding, language: Language) -> list[str]:
    """What the finding rests on, as short texts: provision, status and, for a parameter, since when."""
    if finding.provision is None:
        return []
    texts = [
        f"{finding.provision.cite(language)} ({finding.provision.status.label.in_language(language)})",
    ]
    if finding.in_force_from is not None:
        day = format_date(finding.in_force_from, language=language)
        texts.append(_IN_FORCE.format(day=day).in_language(language))
    return texts
