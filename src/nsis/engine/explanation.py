"""Why a quantity has its value: every finding on the way."""

from dataclasses import dataclass

from nsis.terms.finding import Finding
from nsis.terms.provision import Status
from nsis.terms.reason import QUALIFIED
from nsis.terms.unit import Value
from nsis.terms.wording import Language, Wording

_HEADINGS = (
    ("fact", Wording(en="Facts", bn="তথ্য")),
    ("parameter", Wording(en="Values of the law", bn="আইনের মান")),
    ("rule", Wording(en="Rules applied", bn="প্রয়োগ করা নিয়ম")),
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A quantity's value in one case and its findings: facts, parameters, then rules as they were applied."""

    quantity: str
    value: Value
    findings: tuple[Finding, ...]
    law_version: str
    status: Status

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with labels and texts in `language`."""
        return {
            "quantity": self.quantity,
            "value": list(self.value) if isinstance(self.value, tuple) else self.value,
            "text": self.text(language),
            "law_version": self.law_version,
            "status": self.status.value,
            "findings": [finding.as_dict(language) for finding in self.findings],
        }

    def text(self, language: Language) -> str:
        """The value as people read it."""
        return self.findings[-1].measure.text(language)

    @property
    def against(self) -> tuple[Finding, ...]:
        """Why it is refused, in the law's order: reasons met on the way to nothing, or the reason itself."""
        asked = self.findings[-1].measure
        if asked.unit != "reason" and asked.value != 0:
            return ()
        reasons = (finding for finding in self.findings if finding.measure.unit == "reason")
        return tuple(finding for finding in reasons if _refuses(finding.measure.value))

    @property
    def is_refused(self) -> bool:
        """Whether it is a reason of refusal, or nothing for such a reason."""
        asked = self.findings[-1].measure
        return bool(self.against) and (asked.unit != "reason" or asked.value != QUALIFIED)

    def sections(self, language: Language) -> list[tuple[str, list[Finding]]]:
        """The findings under a heading for each kind that there is."""
        kinds = (
            (heading, [each for each in self.findings if each.kind == kind]) for kind, heading in _HEADINGS
        )
        return [(heading.in_language(language), findings) for heading, findings in kinds if findings]

    def lines(self, language: Language) -> list[str]:
        """The explanation as lines of text."""
        lines: list[str] = []
        for heading, findings in self.sections(language):
            lines.append(heading)
            lines += [f"  {finding.text(language)}" for finding in findings]
        return lines


def _refuses(reason: Value) -> bool:
    """Whether it is a reason of refusal, or that of any member."""
    codes = reason if isinstance(reason, tuple) else (reason,)
    return any(code != QUALIFIED for code in codes)
