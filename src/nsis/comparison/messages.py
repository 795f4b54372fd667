"""What a comparison says when it refuses: place, name and mend, in both languages, under lasting codes."""

from nsis.engine.refusal import Place, Refused
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

STANDARDS = {
    "STANDARD-001": Wording(
        en="{scheme} says nowhere where its answers to the standards are. Write `{name}` beside its rules.",
        bn="{scheme} আন্তর্জাতিক মানের উত্তর কোথায় আছে তা কোথাও বলে না। নিয়মগুলোর পাশে `{name}` লিখুন।",
    ),
    "STANDARD-002": Wording(
        en="{place}: `{field}` names `{name}`, which is no value, rule or number of the scheme. "
        "Near are: {near}.",
        bn="{place}: `{field}`-এর `{name}` স্কিমের কোনো মান, নিয়ম বা সংখ্যা নয়। কাছাকাছি আছে: {near}।",
    ),
    "STANDARD-003": Wording(
        en="{place}: `{text}` cannot stand for `{name}`. Write one of: {known}.",
        bn="{place}: `{name}`-এর জায়গায় `{text}` হয় না। এর একটি লিখুন: {known}।",
    ),
    "STANDARD-004": Wording(
        en="{place}: a branch with `benefit` needs `{field}` too.",
        bn="{place}: যে শাখায় `benefit` আছে তাতে `{field}`-ও লাগে।",
    ),
    "STANDARD-005": Wording(
        en="No wages of `{country}` are known. Add them, with their sources, to `{name}`.",
        bn="`{country}`-এর মজুরি জানা নেই। উৎসসহ `{name}`-এ যোগ করুন।",
    ),
    "STANDARD-006": Wording(
        en="Amounts of `{country}` cannot be mapped {what}: the factor is not known. Choose `multiples`, or "
        "add the factor, with its source, to `{name}`.",
        bn="`{country}`-এর অঙ্ক {what} মেলানো যায় না: গুণকটি জানা নেই। `multiples` বেছে নিন, "
        "নয়তো উৎসসহ গুণকটি `{name}`-এ যোগ করুন।",
    ),
    "STANDARD-008": Wording(
        en="Amounts cannot be mapped {what}: the factors are of {one} and {other}. Give both for one year.",
        bn="অঙ্ক {what} মেলানো যায় না: গুণকগুলো {one} ও {other}-এর। দুটিই এক বছরের দিন।",
    ),
    "STANDARD-007": Wording(
        en="{place}: `{name}` asks `{text}` and lacks `{field}`.",
        bn="{place}: `{name}` চায় `{text}`, কিন্তু তাতে `{field}` নেই।",
    ),
}


def refused(code: str, *, place: Place | None = None, **values: object) -> Refused:
    """The refusal `code` at `place`; `values` fill its message."""
    wording = STANDARDS[code].format(place=place, **values)
    name = values.get("name")
    return Refused(
        [Fault(code, wording, place.line if place else None, name if isinstance(name, str) else None)]
    )
