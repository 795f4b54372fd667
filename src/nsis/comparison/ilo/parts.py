"""The parts of C102 that a country could accept with a scheme, as far as clauses are decided (article 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from nsis.comparison.ilo.verdicts import Checked, Verdict
from nsis.terms.wording import Wording

# Each part with its branches here, and whether one of its kind must be among those accepted.
PARTS: Sequence[tuple[str, Wording, tuple[str, ...], bool]] = (
    ("II", Wording(en="medical care", bn="চিকিৎসা"), ("medical_care",), False),
    ("III", Wording(en="sickness", bn="অসুস্থতা"), ("sickness",), False),
    ("IV", Wording(en="unemployment", bn="বেকারত্ব"), ("unemployment",), True),
    ("V", Wording(en="old age", bn="বার্ধক্য"), ("old_age",), True),
    (
        "VI",
        Wording(en="employment injury", bn="কর্মক্ষেত্রে দুর্ঘটনা"),
        ("employment_injury", "employment_injury_permanent", "employment_injury_survivors"),
        True,
    ),
    ("VII", Wording(en="family", bn="পরিবার"), ("family",), False),
    ("VIII", Wording(en="maternity", bn="মাতৃত্ব"), ("maternity",), False),
    ("IX", Wording(en="invalidity", bn="অক্ষমতা"), ("invalidity",), True),
    ("X", Wording(en="survivors", bn="উত্তরজীবী"), ("survivors",), True),
)
LEAST = 3  # parts to be accepted
CONVENTION = "C102"
SUMMARY = Wording(
    en="Parts of which nothing decided fails: {parts}. Article 2 asks for three of nine, with at least "
    "one of IV, V, VI, IX and X: {answer}, as far as decided.",
    bn="যেসব ভাগে নির্ণীত কোনো দফা অপূর্ণ নেই: {parts}। অনুচ্ছেদ ২ নয়টির তিনটি চায়, যার অন্তত একটি IV, V, VI, IX বা X: "
    "যতটা নির্ণীত, {answer}।",
)
ENOUGH, NOT_ENOUGH = Wording(en="enough", bn="যথেষ্ট"), Wording(en="not enough", bn="যথেষ্ট নয়")
PART = Wording(en="{number} {name}", bn="{number} {name}")
NO_PART = Wording(en="none", bn="একটিও নয়")


@dataclass(frozen=True, slots=True)
class Acceptable:
    """The parts of which no decided clause fails, and whether they are enough for article 2."""

    parts: tuple[tuple[str, Wording], ...]
    is_enough: bool

    @property
    def wording(self) -> Wording:
        """The same as a sentence."""
        named = [PART.format(number=number, name=name) for number, name in self.parts]
        parts = Wording.joined(named, ", ") if named else NO_PART
        return SUMMARY.format(parts=parts, answer=ENOUGH if self.is_enough else NOT_ENOUGH)


def acceptable(checked: Sequence[Checked]) -> Acceptable:
    """What the clauses of C102 say together: a part counts where something is met and nothing fails."""
    found, leading = [], False
    for number, name, branches, leads in PARTS:
        verdicts = [each.answer.verdict for each in checked if each.clause.branch in branches]
        if Verdict.MET in verdicts and not {Verdict.NOT_MET, Verdict.NO_BRANCH} & {*verdicts}:
            found.append((number, name))
            leading = leading or leads
    return Acceptable(tuple(found), leading and len(found) >= LEAST)
