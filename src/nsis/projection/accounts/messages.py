"""What financing says where there is no answer, in both languages, under lasting codes."""

from nsis.engine.refusal import Refused
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

FINANCING = {
    "FINANCE-001": Wording(
        en="No {name} from {least} to {greatest} holds {target} years of expenditure in reserve at the end "
        "of the year {year}; {nearest} comes nearest, with {reached} years. Widen the bounds, or lower the "
        "target.",
        bn="{least} থেকে {greatest}-এর মধ্যে কোনো {name} দিয়ে {year} অর্থবছরের শেষে {target} বছরের ব্যয়ের সমান "
        "সঞ্চিতি রাখা যায় না; সবচেয়ে কাছে যায় {nearest}, তাতে থাকে {reached} বছরের। "
        "সীমা বাড়ান, নয়তো লক্ষ্য কমান।",
    ),
    "FINANCE-002": Wording(
        en="The {name} does not move the reserve at the end of the year {year}: until then nobody pays by "
        "it. Choose a later year.",
        bn="{name} বদলালে {year} অর্থবছরের শেষে সঞ্চিতি বদলায় না: তত দিন কেউ তা অনুযায়ী চাঁদা দেয় না। পরের কোনো বছর নিন।",
    ),
    "FINANCE-003": Wording(
        en="The year {year} is not projected; those from {first} to {last} are. Choose one of them.",
        bn="{year} অর্থবছর প্রক্ষেপণে নেই; আছে {first} থেকে {last}। এর মধ্য থেকে নিন।",
    ),
}

RATE = Wording(en="rate of contribution", bn="চাঁদার হার")
STEP = Wording(en="step of the rate", bn="হারের ধাপ")
GOVERNMENT_SHARE = Wording(en="government share", bn="সরকারের অংশ")
VALUE = Wording(en="value", bn="মান")


class FinancingRefused(Refused):
    """What was asked of the financing has no answer."""


def financing_refused(code: str, **values: object) -> FinancingRefused:
    """The refusal `code`; `values` fill its message."""
    return FinancingRefused([Fault(code, FINANCING[code].format(**values))])
