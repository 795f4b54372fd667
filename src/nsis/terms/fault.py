"""An expected fault is a value: what is wrong, where, and how to mend it, in both languages."""

from dataclasses import dataclass
from typing import Literal

from nsis.terms.wording import Wording

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; `code` is permanent (`RET-012`), `line` is 1-based as a person sees it."""

    code: str
    wording: Wording
    line: int | None = None
    column: str | None = None
    value: str | None = None
    severity: Severity = "error"

    def as_dict(self) -> dict[str, str | int | None]:
        """The one shape in which faults leave the system."""
        return {
            "code": self.code,
            "severity": self.severity,
            "line": self.line,
            "column": self.column,
            "value": self.value,
            "message": self.wording.en,
            "message_bn": self.wording.bn,
        }
