"""What the projection says when it refuses: place, value and mend, in both languages, under lasting codes."""

from nsis.engine.refusal import Place, Refused
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

ASSUMPTIONS = {
    "ASSUME-001": Wording(
        en="`{name}` is neither a file nor a set of assumptions that stands ready. Those that do: {known}.",
        bn="`{name}` নামে কোনো ফাইল নেই, তৈরি অনুমানের সেটও নেই। আছে: {known}।",
    ),
    "ASSUME-002": Wording(
        en="The file `{name}` cannot be read: {reason}. Give another name.",
        bn="`{name}` ফাইলটি পড়া যাচ্ছে না: {reason}। অন্য নাম দিন।",
    ),
    "ASSUME-003": Wording(
        en="{place}: `{name}` extends itself: {path}. Break the circle.",
        bn="{place}: `{name}` নিজেকেই ভিত্তি ধরেছে: {path}। চক্রটি ভাঙুন।",
    ),
    "ASSUME-004": Wording(
        en="{place}: there is no assumption `{name}`. Near are: {near}. Correct the name.",
        bn="{place}: `{name}` নামে কোনো অনুমান নেই। কাছাকাছি আছে: {near}। নামটি ঠিক করুন।",
    ),
    "ASSUME-005": Wording(
        en="{place}: the set `{name}` lacks the assumption `{missing}`. Add it, or extend a set with it.",
        bn="{place}: `{name}` সেটে `{missing}` অনুমানটি নেই। যোগ করুন, নয়তো যে সেটে আছে তাকে ভিত্তি করুন।",
    ),
    "ASSUME-006": Wording(
        en="{place}: `{name}` is counted in `{text}`; it must be in `{unit}`. Convert the values.",
        bn="{place}: `{name}`-এর একক দেওয়া হয়েছে `{text}`; হতে হবে `{unit}`। মানগুলো রূপান্তর করুন।",
    ),
    "ASSUME-007": Wording(
        en="{place}: `{text}` is no number for `{name}`. Write it like `{example}`.",
        bn="{place}: `{name}`-এর জন্য `{text}` কোনো সংখ্যা নয়। `{example}`-এর মতো করে লিখুন।",
    ),
    "ASSUME-008": Wording(
        en="{place}: `{name}` is {value}; it must be from {least} to {greatest}. Correct the value.",
        bn="{place}: `{name}`-এর মান {value}; এটি {least} থেকে {greatest}-এর মধ্যে হতে হবে। মানটি ঠিক করুন।",
    ),
    "ASSUME-009": Wording(
        en="{place}: `{name}` has the grade `{text}`. Give A (official, checked against a second copy), "
        "B (official, one copy) or C (press or secondary).",
        bn="{place}: `{name}`-এর মান-শ্রেণি `{text}`। দিন A (সরকারি, দ্বিতীয় অনুলিপির সঙ্গে মেলানো), "
        "B (সরকারি, একটি অনুলিপি) অথবা C (সংবাদ বা গৌণ সূত্র)।",
    ),
    "ASSUME-010": Wording(
        en="{place}: `{name}` names the table `{text}`, which does not exist. Use one of: {known}.",
        bn="{place}: `{name}` যে ছক চায়, `{text}`, তা নেই। এর একটি নিন: {known}।",
    ),
    "ASSUME-011": Wording(
        en="{place}: `{name}` names the column `{text}`, which `{table}` does not have. Use one of: {known}.",
        bn="{place}: `{name}` যে কলাম চায়, `{text}`, তা `{table}` ছকে নেই। এর একটি নিন: {known}।",
    ),
    "ASSUME-012": Wording(
        en="{place}: `{name}` is by {axes}, but `{table}` goes by {found}. Name a table that fits.",
        bn="{place}: `{name}` হয় {axes} অনুযায়ী, কিন্তু `{table}` ছকটি {found} অনুযায়ী। উপযুক্ত ছকের নাম দিন।",
    ),
    "ASSUME-013": Wording(
        en="{place}: `{name}` is by {axes}; here {expected} should stand, and `{text}` does. Correct it.",
        bn="{place}: `{name}` হয় {axes} অনুযায়ী; এখানে {expected} থাকার কথা, আছে `{text}`। ঠিক করুন।",
    ),
    "ASSUME-014": Wording(
        en="{place}: the parts of `{name}` are not given at the same {axes}. Give each part the same ones.",
        bn="{place}: `{name}`-এর অংশগুলো একই {axes}-এ দেওয়া হয়নি। প্রতিটি অংশে একই রাখুন।",
    ),
    "ASSUME-015": Wording(
        en="{place}: nothing of `{table}` is left for `{name}` from {since} until before {until}. "
        "Its years go from {first} to {last}.",
        bn="{place}: {since} থেকে {until}-এর আগে পর্যন্ত `{name}`-এর জন্য `{table}` ছকে কিছু নেই। "
        "ছকের বছর {first} থেকে {last}।",
    ),
    "ASSUME-016": Wording(
        en="{place}: `{name}` cannot be switched off. Give it values.",
        bn="{place}: `{name}` বন্ধ রাখা যায় না। মান দিন।",
    ),
    "ASSUME-017": Wording(
        en="{place}: `{name}` is given at {found}; it must be at {expected}. Correct these.",
        bn="{place}: `{name}` দেওয়া আছে {found}-এ; হতে হবে {expected}-এ। এগুলো ঠিক করুন।",
    ),
    "ASSUME-018": Wording(
        en="{place}: the percentiles of `{name}` must go from 0 to 100, and its values never fall. "
        "Correct them.",
        bn="{place}: `{name}`-এর শতাংশক 0 থেকে 100 পর্যন্ত যেতে হবে, আর মান কখনো কমবে না। ঠিক করুন।",
    ),
    "ASSUME-019": Wording(
        en="{place}: the shares of `{name}` sum to {value}; they must sum to 1. Correct them.",
        bn="{place}: `{name}`-এর অংশগুলোর যোগফল {value}; হতে হবে 1। ঠিক করুন।",
    ),
    "ASSUME-020": Wording(
        en="{place}: `{name}` is to be changed, but the set extended gives it no values. Give values.",
        bn="{place}: `{name}` বদলাতে বলা হয়েছে, কিন্তু যে সেট ভিত্তি সেখানে এর মান নেই। মান দিন।",
    ),
}

PROJECTION = {
    "PROJECT-001": Wording(
        en="The projection cannot start in {first}: `{name}` is given for {known}. Start there, "
        "or give the population of another year.",
        bn="{first} সাল থেকে প্রক্ষেপণ শুরু করা যায় না: `{name}` দেওয়া আছে {known} সালের। সেখান থেকে শুরু করুন, "
        "নয়তো অন্য বছরের জনসংখ্যা দিন।",
    ),
    "PROJECT-002": Wording(
        en="The projection would end in {last}, but it starts in {first}. Give a later end, "
        "at most {most} years on.",
        bn="প্রক্ষেপণ শেষ হতো {last} সালে, কিন্তু শুরু {first} সালে। পরের কোনো বছর দিন, সর্বোচ্চ {most} বছর পর।",
    ),
    "PROJECT-003": Wording(
        en="`mortality_rates` ({sex}, {year}): the rate {value} from age {age} stands too far from its "
        "neighbours to be parted by single years of age. Smooth the rates.",
        bn="`mortality_rates` ({sex}, {year}): {age} বছর থেকে {value} হারটি পাশের হারগুলো থেকে এত দূরে যে "
        "একক বয়সে ভাগ করা যায় না। হারগুলো মসৃণ করুন।",
    ),
}

NO_COHORTS = "PROJECT-004"
PROJECTION[NO_COHORTS] = Wording(
    en="{scheme}: the cohort model does not reckon this scheme, so {what} cannot be had. Follow lives alone: "
    "`--sample` above 0 and none of the others.",
    bn="{scheme}: কোহর্ট মডেল এই স্কিম হিসাব করে না, তাই {what} পাওয়া যাবে না। কেবল জীবন অনুসরণ করুন: "
    "`--sample` ০-এর বেশি, অন্যগুলো ছাড়া।",
)

MOVING = {
    "MOVING-001": Wording(
        en="{scheme}: the file `{name}`, which says what the economy moves, is missing. Add it.",
        bn="{scheme}: অর্থনীতি কোন কোন মান বদলায় তা যে ফাইলে থাকে, `{name}`, সেটি নেই। যোগ করুন।",
    ),
    "MOVING-002": Wording(
        en="{place}: the law has no value `{name}`. Near are: {near}. Correct the name.",
        bn="{place}: আইনে `{name}` নামে কোনো মান নেই। কাছাকাছি আছে: {near}। নামটি ঠিক করুন।",
    ),
    "MOVING-003": Wording(
        en="{place}: `{name}` follows `{text}`, which is no course of the economy. Use one of: {known}.",
        bn="{place}: `{name}` যা অনুসরণ করে, `{text}`, তা অর্থনীতির কোনো গতিপথ নয়। এর একটি নিন: {known}।",
    ),
    "MOVING-004": Wording(
        en="`{name}` would be {value} in {year}; the law lets it be from {least} to {greatest}. "
        "Assume a slower growth, or widen its bounds.",
        bn="{year} সালে `{name}` হতো {value}; আইনে এটি {least} থেকে {greatest}-এর মধ্যে থাকতে পারে। কম বৃদ্ধি ধরুন, "
        "নয়তো সীমা বাড়ান।",
    ),
}

LIVES = {
    "LIVES-001": Wording(
        en="{scheme}: the file `{name}`, which says what of the scheme answers what happens to a person, is "
        "missing. Add it.",
        bn="{scheme}: ব্যক্তির জীবনে কী ঘটলে স্কিমের কী প্রযোজ্য তা যে ফাইলে থাকে, `{name}`, সেটি নেই। যোগ করুন।",
    ),
    "LIVES-002": Wording(
        en="{place}: the scheme has no {kind} `{name}`. Near are: {near}. Correct the name.",
        bn="{place}: স্কিমে `{name}` নামে কোনো {kind} নেই। কাছাকাছি আছে: {near}। নামটি ঠিক করুন।",
    ),
    "LIVES-003": Wording(
        en="{place}: `{text}` under `{name}` is none of the projection's words. Use one of: {known}.",
        bn="{place}: `{name}`-এর `{text}` প্রক্ষেপণের কোনো শব্দ নয়। এর একটি নিন: {known}।",
    ),
    "LIVES-004": Wording(
        en="{scheme}, {month}: `{name}` needs {lacking}, of which the lives say nothing at the contingency "
        "`{text}`. Give it a default in the law, or a word under `facts`.",
        bn="{scheme}, {month}: `{name}`-এর জন্য {lacking} লাগে, যা `{text}` ঘটনায় জীবনপ্রবাহ বলে না। "
        "আইনে পূর্বনির্ধারিত মান দিন, নয়তো `facts`-এ একটি শব্দ দিন।",
    ),
}

KINDS = {
    "fact": Wording(en="fact", bn="তথ্য"),
    "quantity": Wording(en="quantity", bn="রাশি"),
    "value": Wording(en="value", bn="মান"),
    "age": Wording(en="quantity or value", bn="রাশি বা মান"),
    "earnings": Wording(en="quantity or fact", bn="রাশি বা তথ্য"),
    "column": Wording(en="column of the record", bn="মাসওয়ারি তথ্য"),
    "benefit": Wording(en="benefit listed here", bn="এখানে তালিকাভুক্ত সুবিধা"),
}

AXES = {
    "year": Wording(en="year", bn="বছর"),
    "sex": Wording(en="sex", bn="লিঙ্গ"),
    "age": Wording(en="age", bn="বয়স"),
    "class": Wording(en="class", bn="শ্রেণি"),
    "band": Wording(en="band", bn="ধাপ"),
    "percentile": Wording(en="percentile", bn="শতাংশক"),
}


SEX_WORDINGS = {"male": Wording(en="men", bn="পুরুষ"), "female": Wording(en="women", bn="নারী")}


class AssumptionsRefused(Refused):
    """A set of assumptions is not whole, or cannot be read."""


class ProjectionRefused(Refused):
    """The projection cannot run as it was asked."""


def assumptions_refused(code: str, *, place: Place | None = None, **values: object) -> AssumptionsRefused:
    """The refusal `code` at `place`; `values` fill its message."""
    name = values.get("name")
    wording = ASSUMPTIONS[code].format(place=place, **values)
    return AssumptionsRefused([Fault(code, wording, place.line if place else None, str(name))])


def projection_refused(code: str, **values: object) -> ProjectionRefused:
    """The refusal `code`; `values` fill its message."""
    return ProjectionRefused([Fault(code, PROJECTION[code].format(**values))])


def moving_refused(code: str, *, place: Place | None = None, **values: object) -> ProjectionRefused:
    """The refusal `code`, about the values that the economy moves, at `place`; `values` fill its message."""
    wording = MOVING[code].format(place=place, **values)
    return ProjectionRefused([Fault(code, wording, place.line if place else None, str(values["name"]))])


def lives_refused(code: str, *, place: Place | None = None, **values: object) -> ProjectionRefused:
    """The refusal `code`, about what of a scheme answers what happens; `values` fill its message."""
    wording = LIVES[code].format(place=place, **values)
    return ProjectionRefused([Fault(code, wording, place.line if place else None, str(values["name"]))])


def axes_wording(axes: tuple[str, ...]) -> Wording:
    """The names of axes, as people say them."""
    return Wording.joined([AXES[axis] for axis in axes], ", ") if axes else Wording(en="–", bn="–")
