"""What the engine says of a reform that it refuses, in both languages, under permanent codes."""

from nsis.engine.refusal import LawRefused, Place
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

REFORM = {
    "REFORM-001": Wording(
        en="{place}: `{name}` is a reform of `{scheme}`; it cannot change `{other}`. "
        "Name the scheme that it is for.",
        bn="{place}: `{name}` সংস্কারটি `{scheme}`-এর; এটি দিয়ে `{other}` বদলানো যায় না। "
        "যে স্কিমের জন্য, তার নাম দিন।",
    ),
    "REFORM-002": Wording(
        en="{place}: the scheme has no value `{name}` to change. Near are: {near}. "
        "A new value stands under `branches`.",
        bn="{place}: বদলানোর মতো `{name}` নামে কোনো মান স্কিমে নেই। কাছাকাছি আছে: {near}। "
        "নতুন মান `branches`-এর নিচে লিখুন।",
    ),
    "REFORM-003": Wording(
        en="{place}: `{text}` is enacted, and a reform is not. Let the reform rest on a paper of its own, "
        "under `instruments`, with the status draft or illustrative.",
        bn="{place}: `{text}` আইনত কার্যকর, কিন্তু সংস্কার তা নয়। `instruments`-এর নিচে draft বা illustrative অবস্থার "
        "নিজস্ব দলিল লিখে সংস্কারটি তার ওপর দাঁড় করান।",
    ),
    "REFORM-004": Wording(
        en="{place}: these rules cannot be read as Python: {reason}. Correct the line.",
        bn="{place}: নিয়মগুলো Python হিসেবে পড়া যাচ্ছে না: {reason}। লাইনটি ঠিক করুন।",
    ),
    "REFORM-005": Wording(
        en="{place}: a reform may not import `{text}`. It imports `rule`, words of the vocabulary ({words}) "
        "and whole-number constants of nsis.terms, under their own names.",
        bn="{place}: সংস্কারে `{text}` import করা যায় না। করা যায়: `rule`, শব্দভান্ডারের শব্দ ({words}) এবং "
        "nsis.terms-এর পূর্ণসংখ্যার ধ্রুবক, তাদের নিজেদের নামে।",
    ),
    "REFORM-006": Wording(
        en="{place}: the mark of `{name}` may not hold `{text}`. It is @rule(provision=, unit=), and where "
        "needed since=, until=, quantity=, each a plain text.",
        bn="{place}: `{name}`-এর চিহ্নে `{text}` রাখা যায় না। চিহ্নটি @rule(provision=, unit=), প্রয়োজনে "
        "since=, until=, quantity=; প্রতিটি সাধারণ লেখা।",
    ),
    "REFORM-007": Wording(
        en="{place}: `{text}` is no name for something of the law. Use small Latin letters, digits and "
        "single underscores, and no word that rules use already.",
        bn="{place}: `{text}` আইনের কোনো কিছুর নাম হতে পারে না। ছোট হাতের ল্যাটিন অক্ষর, অঙ্ক ও একক আন্ডারস্কোর "
        "ব্যবহার করুন; নিয়মে ব্যবহৃত শব্দ নয়।",
    ),
    "REFORM-008": Wording(
        en="`{name}` is neither a file nor a reform that stands with {scheme}. Those that do: {known}.",
        bn="`{name}` নামে কোনো ফাইল নেই, {scheme}-এর সঙ্গে রাখা সংস্কারও নেই। আছে: {known}।",
    ),
    "REFORM-009": Wording(
        en="The file `{name}` cannot be read or written: {reason}. Give another name.",
        bn="`{name}` ফাইলটি পড়া বা লেখা যাচ্ছে না: {reason}। অন্য নাম দিন।",
    ),
    "REFORM-010": Wording(
        en="{place}: the rule `{name}` has {ifs} times `if`; at most {most} can be followed. "
        "Part it into several rules.",
        bn="{place}: `{name}` নিয়মে `if` আছে {ifs} বার; সর্বোচ্চ {most} বার রাখা যায়। নিয়মটি কয়েকটিতে ভাগ করুন।",
    ),
    "REFORM-011": Wording(
        en="{place}: the rules rest on each other in too long a chain. Let fewer rest on one another.",
        bn="{place}: নিয়মগুলো একটির ওপর আরেকটি নির্ভর করে অতি দীর্ঘ শৃঙ্খল হয়েছে। শৃঙ্খলটি ছোট করুন।",
    ),
}


def reform_refused(code: str, *, place: Place | None = None, **values: object) -> LawRefused:
    """The refusal `code` at `place`; `values` fill its message."""
    wording = REFORM[code].format(place=place, **values)
    name = values.get("name")
    return LawRefused(
        [Fault(code, wording, place.line if place else None, name if isinstance(name, str) else None)]
    )
