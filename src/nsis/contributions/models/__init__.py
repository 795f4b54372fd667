"""Tables of the contributions: returns, assessments, remittances."""

from nsis.contributions.models.assessments import Assessment, AssessmentLine
from nsis.contributions.models.remittances import Remittance, RemittanceMatch
from nsis.contributions.models.returns import EmployerReturn, HeldLine, ReturnFault

__all__ = [
    "Assessment",
    "AssessmentLine",
    "EmployerReturn",
    "HeldLine",
    "Remittance",
    "RemittanceMatch",
    "ReturnFault",
]
