"""What can be wrong with an identifier as written, and why a line was not matched, in words for people."""

from nsis.registry.identifiers import is_identifier, is_insured_number, kind_of_nid
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

_FAULTS = {
    "nid": (
        "REG-001",
        Wording(
            en="“{value}” is not an NID number: it has 10, 13 or 17 digits, and one of 17 begins with the "
            "year of birth. Copy it from the card.",
            bn="“{value}” জাতীয় পরিচয়পত্র নম্বর নয়: নম্বরটি ১০, ১৩ বা ১৭ অঙ্কের হয়, আর ১৭ অঙ্কের নম্বর "
            "জন্মসাল দিয়ে শুরু হয়। পরিচয়পত্র দেখে লিখুন।",
        ),
    ),
    "birth_certificate": (
        "REG-002",
        Wording(
            en="“{value}” is not a birth registration number: it has 17 digits and begins with the year of "
            "birth. Copy it from the certificate.",
            bn="“{value}” জন্ম নিবন্ধন নম্বর নয়: নম্বরটি ১৭ অঙ্কের এবং জন্মসাল দিয়ে শুরু হয়। জন্ম সনদ দেখে লিখুন।",
        ),
    ),
    "passport": (
        "REG-003",
        Wording(
            en="“{value}” is not a passport number: it has 6 to 9 Latin letters and digits. "
            "Copy it from the passport.",
            bn="“{value}” পাসপোর্ট নম্বর নয়: নম্বরটিতে ৬ থেকে ৯টি ইংরেজি অক্ষর ও অঙ্ক থাকে। পাসপোর্ট দেখে লিখুন।",
        ),
    ),
    "insured_number": (
        "REG-004",
        Wording(
            en="“{value}” is not an insured number: it has 11 digits, and the last one checks the others. "
            "Look for a wrong digit or two that changed places.",
            bn="“{value}” বীমা নম্বর নয়: নম্বরটি ১১ অঙ্কের এবং শেষ অঙ্কটি বাকিগুলো যাচাই করে। কোনো অঙ্ক ভুল "
            "হয়েছে কি না বা পাশাপাশি দুটি অঙ্ক অদলবদল হয়েছে কি না দেখুন।",
        ),
    ),
}

# Reasons given by match_persons.
PERSON_REASONS = {
    "unknown": Wording(
        en="Nobody in the registry has this number.",
        bn="এই নম্বরে নিবন্ধিত কেউ নেই।",
    ),
    "ambiguous": Wording(
        en="These 13 digits belong to more than one person. Give the 17-digit NID or the insured number.",
        bn="এই ১৩ অঙ্ক একাধিক ব্যক্তির নম্বরের সঙ্গে মেলে। ১৭ অঙ্কের এনআইডি বা বীমা নম্বর দিন।",
    ),
    "conflict": Wording(
        en="The insured number and the identifier belong to two different persons.",
        bn="বীমা নম্বর ও পরিচয় নম্বর দুজন আলাদা ব্যক্তির।",
    ),
}

# Reasons given by match_employments.
EMPLOYMENT_REASONS = {
    "outside": Wording(
        en="By its dates of joining and leaving, this employment has no day in the month.",
        bn="যোগদান ও চাকরি ছাড়ার তারিখ অনুযায়ী এই মাসে কোনো কর্মদিন নেই।",
    ),
    "ended": Wording(
        en="The registry says that this employment ended before the month. If the person came back, give the "
        "new date of joining.",
        bn="নিবন্ধন অনুযায়ী এই চাকরি এ মাসের আগেই শেষ হয়েছে। কর্মী আবার যোগ দিয়ে থাকলে নতুন যোগদানের তারিখ দিন।",
    ),
    "overlap": Wording(
        en="The dates of joining and leaving contradict an employment in the registry.",
        bn="যোগদান বা চাকরি ছাড়ার তারিখ নিবন্ধিত চাকরির সঙ্গে মেলে না।",
    ),
    "twice": Wording(
        en="Another line of this return is about the same person and employment. Put the wages together in "
        "one line; if the person moved between establishments, give the dates on both.",
        bn="এই বিবরণীর অন্য একটি সারিতে একই ব্যক্তির একই চাকরি আছে। মজুরি যোগ করে একটি সারিতে লিখুন; কর্মী মাসের মধ্যে "
        "অন্য প্রতিষ্ঠানে গেলে দুই সারিতেই তারিখ লিখুন।",
    ),
    "no_establishment": Wording(
        en="It is not known at which of the employer's establishments this person works.",
        bn="কর্মী নিয়োগকারীর কোন প্রতিষ্ঠানে কাজ করেন, তা জানা নেই।",
    ),
    "elsewhere": Wording(
        en="The registry says that this person works at another establishment of the employer. "
        "If they moved, give one line with the leaving date there and one with the joining date here; "
        "for a move on the first of the month, correct the month before with that leaving date.",
        bn="নিবন্ধন অনুযায়ী এই কর্মী নিয়োগকারীর অন্য একটি প্রতিষ্ঠানে কাজ করেন। বদলি হয়ে থাকলে একটি সারিতে সেখান থেকে "
        "ছাড়ার তারিখ, আরেকটি সারিতে এখানে যোগদানের তারিখ দিন; মাসের প্রথম দিনে বদলি হলে আগের মাসের বিবরণী ওই ছাড়ার তারিখ "
        "দিয়ে সংশোধন করুন।",
    ),
}


def identifier_fault(
    kind: str, text: str, *, line: int | None = None, column: str | None = None
) -> Fault | None:
    """What is wrong with an identifier as written, or None.

    `kind`: one of `identifiers.KINDS`, "nid" for any form of NID, or "insured_number".
    """
    if kind == "insured_number":
        is_right = is_insured_number(text)
    elif kind == "nid":
        is_right = kind_of_nid(text) is not None
    else:
        is_right = is_identifier(kind, text)
    if is_right:
        return None
    code, wording = _FAULTS["nid" if kind.startswith("nid") else kind]
    return Fault(code, wording.format(value=text), line=line, column=column, value=text)
