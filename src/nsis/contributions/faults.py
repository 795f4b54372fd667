"""What keeps a return or a remittance from the books, each with its permanent code, in both languages.

The faults of reading a file stand in `reading/faults.py`: RET-001 to RET-099.
"""

from nsis.contributions.reading.faults import FaultKind
from nsis.registry.faults import EMPLOYMENT_REASONS
from nsis.terms.wording import Wording


def _error(code: str, en: str, bn: str) -> FaultKind:
    return FaultKind(code, "error", Wording(en, bn))


# The return as a whole
NOT_ENACTED = _error(
    "RET-101",
    "The rates for {month} are not law yet ({status}). They count only on a demonstration installation; "
    "nothing is posted.",
    "{month} মাসের হার এখনও আইন নয় ({status})। কেবল প্রদর্শনী ব্যবস্থায় এগুলো চলে; কিছুই হিসাবভুক্ত হয়নি।",
)
SENT_EARLIER = _error(
    "RET-102",
    "This is the same file as an earlier return for {month} that was replaced since. "
    "To go back to it, send it again and confirm that you mean it.",
    "এই ফাইলটি {month} মাসের একটি পুরোনো বিবরণী, যা পরে বদলানো হয়েছে। এটিতেই ফিরতে চাইলে নিশ্চিত করে আবার পাঠান।",
)
POSTED_ALREADY = _error(
    "RET-103",
    "A return for {month} is posted already. Confirm that this one shall replace it.",
    "{month} মাসের বিবরণী আগেই হিসাবভুক্ত হয়েছে। নতুনটি দিয়ে সেটি বদলাতে চাইলে নিশ্চিত করুন।",
)
MONTH_TO_COME = _error(
    "RET-104",
    "{month} has not begun yet. Send the return once the wages of the month are known.",
    "{month} মাস এখনও শুরু হয়নি। ওই মাসের মজুরি জানা গেলে বিবরণী পাঠান।",
)
RETURN_REPLACED = _error(
    "RET-105",
    "This return for {month} was replaced by a later one, and only that one counts. Nothing is changed.",
    "{month} মাসের এই বিবরণীটি পরের একটি দিয়ে বদলানো হয়েছে; এখন পরেরটিই কার্যকর। কিছুই বদলানো হয়নি।",
)

# A line of it: what the registry says against its dates and places
EMPLOYMENT = {
    reason: FaultKind(code, "error", EMPLOYMENT_REASONS[reason])
    for code, reason in (
        ("RET-111", "outside"),
        ("RET-112", "ended"),
        ("RET-113", "overlap"),
        ("RET-114", "twice"),
        ("RET-115", "no_establishment"),
        ("RET-116", "elsewhere"),
    )
}
ESTABLISHMENT_UNKNOWN = _error(
    "RET-117",
    'This employer has no establishment "{value}". Registered are: {names}.',
    'এই নিয়োগকারীর "{value}" নামে কোনো প্রতিষ্ঠান নেই। নিবন্ধিত আছে: {names}।',
)
# A held line
RESOLVED_OTHERWISE = _error(
    "RET-121",
    "This held line was resolved already, to another person. A corrected return mends a mistake.",
    "এই স্থগিত সারিটি আগেই অন্য একজনের নামে নিষ্পত্তি হয়েছে। ভুল হয়ে থাকলে সংশোধিত বিবরণী দিয়ে ঠিক করতে হবে।",
)
PERSON_ASSESSED = _error(
    "RET-122",
    "This person has a line in the return already, in the same employment. Choose another person, "
    "or let the employer send a corrected return.",
    "এই বিবরণীতে একই চাকরিতে এই ব্যক্তির একটি সারি আগে থেকেই আছে। অন্য ব্যক্তি বেছে নিন, "
    "অথবা নিয়োগকারীকে সংশোধিত বিবরণী পাঠাতে বলুন।",
)
IDENTIFIER_TAKEN = _error(
    "RET-123",
    "One of these identity numbers belongs to a registered person. Look that person up and match the line.",
    "এই পরিচয় নম্বরগুলোর একটি আগে থেকে নিবন্ধিত একজনের। তাঁকে খুঁজে বের করে সারিটি মিলিয়ে দিন।",
)

# A remittance
REFERENCE_TAKEN = _error(
    "REM-001",
    "Reference {value} of {channel} is booked already with another amount, date or employer. "
    "Nothing is changed; check the reference with the bank.",
    "{channel}-এর {value} নম্বর লেনদেনটি অন্য অঙ্ক, তারিখ বা নিয়োগকারীর নামে আগেই হিসাবভুক্ত হয়েছে। "
    "কিছুই বদলানো হয়নি; ব্যাংকের সঙ্গে নম্বরটি মিলিয়ে দেখুন।",
)
MATCHED_OTHERWISE = _error(
    "REM-002",
    "This remittance belongs to another employer already. Nothing is changed.",
    "এই জমা আগেই অন্য একজন নিয়োগকারীর নামে আছে। কিছুই বদলানো হয়নি।",
)

# A file of remittances
NOT_TEXT = _error(
    "REM-011",
    "The file cannot be read as text. Save it as CSV (UTF-8) and send it again.",
    "ফাইলটি পড়া যাচ্ছে না। CSV (UTF-8) হিসেবে সংরক্ষণ করে আবার পাঠান।",
)
COLUMN_MISSING = _error(
    "REM-012",
    "The file has no column {column}. Its first line must name the columns: {columns}.",
    "ফাইলে {column} কলামটি নেই। প্রথম সারিতে কলামগুলোর নাম থাকতে হবে: {columns}।",
)
VALUE_MISSING = _error(
    "REM-013",
    "{column} is empty. It is needed to tell this remittance from others; fill it in.",
    "{column} ঘরটি খালি। এই জমা অন্য জমা থেকে আলাদা করতে এটি দরকার; পূরণ করুন।",
)
DATE_UNREADABLE = _error(
    "REM-014",
    '"{value}" is not a date. Write year-month-day, such as 2026-08-14.',
    '"{value}" কোনো তারিখ নয়। বছর-মাস-দিন লিখুন, যেমন ২০২৬-০৮-১৪।',
)
AMOUNT_UNREADABLE = _error(
    "REM-015",
    '"{value}" is not an amount above zero. Write taka, such as 12,500.50.',
    '"{value}" শূন্যের বেশি কোনো অঙ্ক নয়। টাকায় লিখুন, যেমন ১২,৫০০.৫০।',
)
EMPLOYER_UNKNOWN = FaultKind(
    "REM-016",
    "warning",
    Wording(
        'No employer has the number "{value}". The money waits in suspense until it is matched.',
        '"{value}" নম্বরের কোনো নিয়োগকারী নেই। মিলিয়ে না দেখা পর্যন্ত টাকা অনিশ্চিত হিসাবে থাকবে।',
    ),
)
