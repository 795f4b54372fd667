"""What the engine says when it refuses: place, value and mend, in both languages, under permanent codes."""

from nsis.terms.wording import Wording

FACTS = {
    "FACT-001": Wording(
        en="The fact `{name}` ({label}) is missing. Give it as {form}.",
        bn="`{name}` ({label}) তথ্যটি দেওয়া হয়নি। {form} দিন।",
    ),
    "FACT-002": Wording(
        en="The law knows no fact `{name}`. It knows: {known}.",
        bn="আইনে `{name}` নামে কোনো তথ্য নেই। যেগুলো আছে: {known}।",
    ),
    "FACT-003": Wording(
        en="`{name}` ({label}) is {text}; it must be from {least} to {greatest}.",
        bn="`{name}` ({label}) দেওয়া হয়েছে {text}; এটি {least} থেকে {greatest}-এর মধ্যে হতে হবে।",
    ),
    "FACT-004": Wording(
        en="`{name}` ({label}) is {value}; it must be a whole number.",
        bn="`{name}` ({label}) দেওয়া হয়েছে {value}; এটি পূর্ণ সংখ্যা হতে হবে।",
    ),
    "FACT-005": Wording(
        en="The column `{name}` ({label}) holds {kind}; it must hold {form}.",
        bn="`{name}` ({label}) কলামে আছে {kind}; এতে {form} থাকতে হবে।",
    ),
    "FACT-006": Wording(
        en="The rows name no month. Give the month, or add a column `{name}` with months such as 2026-07.",
        bn="সারিগুলোতে কোনো মাস নেই। মাস দিন, অথবা 2026-07-এর মতো মাসসহ `{name}` কলাম যোগ করুন।",
    ),
    "FACT-007": Wording(
        en="`{name}` ({label}) is {value}; it must be a list of whole numbers, one a month or one a member.",
        bn="`{name}` ({label}) দেওয়া হয়েছে {value}; এটি পূর্ণ সংখ্যার তালিকা হতে হবে, "
        "প্রতি মাস বা প্রতি সদস্যের জন্য একটি।",
    ),
    "FACT-008": Wording(
        en="`{name}` ({label}) has {value} entries; it may have {most} at most. Leave out those beyond.",
        bn="`{name}` ({label})-এ {value}টি মান আছে; সর্বোচ্চ {most}টি থাকতে পারে। বাড়তিগুলো বাদ দিন।",
    ),
    "FACT-009": Wording(
        en="`{name}` ({label}) has {value} months and `{other}` has {months}; they are read together. "
        "Give both the same months.",
        bn="`{name}` ({label})-এ {value} মাস, কিন্তু `{other}`-এ {months} মাস; দুটি একসঙ্গে পড়া হয়। "
        "দুটিতে একই মাসগুলো দিন।",
    ),
    "FACT-010": Wording(
        en="`{name}`: `{text}` cannot be read. Write it like `{example}`.",
        bn="`{name}`: `{text}` পড়া যাচ্ছে না। `{example}`-এর মতো করে লিখুন।",
    ),
    "FACT-011": Wording(
        en="Out of bounds: {name}. Keep each column within what the law declares.",
        bn="সীমার বাইরে: {name}। প্রতিটি কলাম আইনে ঘোষিত সীমার মধ্যে রাখুন।",
    ),
    "FACT-012": Wording(
        en="There is no column `{name}`, and it has no default. Add the column.",
        bn="`{name}` নামে কোনো কলাম নেই, এর কোনো স্বাভাবিক মানও নেই। কলামটি যোগ করুন।",
    ),
}

LAW = {
    "LAW-001": Wording(
        en="There is no scheme `{name}`. The schemes are: {known}.",
        bn="`{name}` নামে কোনো স্কিম নেই। যে স্কিমগুলো আছে: {known}।",
    ),
    "LAW-002": Wording(
        en="{label} holds no law for {month}: it starts in {start}. Ask for that month or a later one.",
        bn="{month} মাসের জন্য {label}-এ কোনো বিধান নেই: এটি {start} থেকে শুরু। সেই মাস বা পরের কোনো মাস দিন।",
    ),
    "LAW-003": Wording(
        en="{scheme} has no quantity `{name}` in {month}. It has: {near}.",
        bn="{month} মাসে {scheme}-এ `{name}` নামে কোনো রাশি নেই। আছে: {near}।",
    ),
    "LAW-008": Wording(
        en="{place}: this file is missing. Each file of rules has its labels, facts and values beside it.",
        bn="{place}: ফাইলটি নেই। প্রতিটি নিয়মের ফাইলের পাশে তার নাম, তথ্য ও মানের ফাইল থাকতে হবে।",
    ),
    "LAW-009": Wording(
        en="{place}: this is not YAML with `name: value` pairs. Correct the line.",
        bn="{place}: এটি `নাম: মান` আকারের YAML নয়। লাইনটি ঠিক করুন।",
    ),
    "LAW-010": Wording(
        en="{place}: `{name}` lacks `{field}`. Add it.",
        bn="{place}: `{name}`-এ `{field}` নেই। যোগ করুন।",
    ),
    "LAW-011": Wording(
        en="{place}: `{text}` cannot be read as `{name}`. Write it like `{example}`.",
        bn="{place}: `{text}` লেখাটি `{name}` হিসেবে পড়া যাচ্ছে না। `{example}`-এর মতো করে লিখুন।",
    ),
    "LAW-012": Wording(
        en="{place}: `{name}` is counted in `{unit}`, which is no known unit. Use one of: {known}.",
        bn="{place}: `{name}`-এর একক `{unit}` জানা এককের মধ্যে নেই। এর একটি ব্যবহার করুন: {known}।",
    ),
    "LAW-013": Wording(
        en="{place}: the provision `{text}` of `{name}` stands in no declared instrument. "
        "Write it as the instrument's name, a comma, its division and a number.",
        bn="{place}: `{name}`-এর ভিত্তি `{text}` ঘোষিত কোনো দলিলে নেই। দলিলের নাম, কমা, ভাগের নাম ও সংখ্যা লিখুন।",
    ),
    "LAW-014": Wording(
        en="{place}: `{name}` is already declared at {first}. A name means one thing: rename or remove one.",
        bn="{place}: `{name}` আগেই {first}-এ ঘোষিত। একটি নামের একটিই অর্থ: একটির নাম বদলান বা বাদ দিন।",
    ),
    "LAW-015": Wording(
        en="{place}: `{name}` has two values in force from {day}. Keep one.",
        bn="{place}: {day} থেকে `{name}`-এর দুটি মান কার্যকর। একটি রাখুন।",
    ),
    "LAW-016": Wording(
        en="{place}: `{name}` already has a rule for the same months at {first}. "
        "Part them with since= and until=.",
        bn="{place}: একই মাসের জন্য `{name}`-এর নিয়ম আগেই {first}-এ আছে। since= ও until= দিয়ে মাস আলাদা করুন।",
    ),
    "LAW-017": Wording(
        en="{place}: the rule `{name}` asks for `{argument}`, which is no fact, parameter or rule. "
        "Correct the name or declare it.",
        bn="{place}: `{name}` নিয়মে `{argument}` চাওয়া হয়েছে, কিন্তু এই নামে কোনো তথ্য, মান বা নিয়ম নেই। "
        "নাম ঠিক করুন বা ঘোষণা করুন।",
    ),
    "LAW-018": Wording(
        en="{place}: the rule `{name}` asks for `{argument}`, which has no value or rule in {month}. "
        "Add one, or start the rule later with since=.",
        bn="{place}: `{name}` নিয়মে `{argument}` চাওয়া হয়েছে, কিন্তু {month} মাসে তার কোনো কার্যকর মান বা নিয়ম নেই। "
        "যোগ করুন, নয়তো since= দিয়ে নিয়মটি পরে শুরু করুন।",
    ),
    "LAW-019": Wording(
        en="{place}: the rule `{name}` rests on itself: {path}. Break the circle.",
        bn="{place}: `{name}` নিয়মটি নিজের ওপরই নির্ভর করছে: {path}। চক্রটি ভাঙুন।",
    ),
    "LAW-020": Wording(
        en="{place}: the rule `{name}` holds the bare number {value}. "
        "Make it a parameter, with its provision and source.",
        bn="{place}: `{name}` নিয়মে সরাসরি {value} সংখ্যাটি লেখা আছে। ভিত্তি ও সূত্রসহ এটিকে মান হিসেবে ঘোষণা করুন।",
    ),
    "LAW-021": Wording(
        en="{place}: the rule `{name}` may not hold `{text}`. "
        "A rule uses assignment, if, return, + - *, comparisons, min, max, abs and: {words}.",
        bn="{place}: `{name}` নিয়মে `{text}` লেখা চলে না। "
        "নিয়মে চলে: মান দেওয়া, if, return, + - *, তুলনা, min, max, abs এবং {words}।",
    ),
    "LAW-022": Wording(
        en="{place}: the rule `{name}` does not always return a value. End every path with return.",
        bn="{place}: `{name}` নিয়মটি সব পথে ফল দেয় না। প্রতিটি পথ return দিয়ে শেষ করুন।",
    ),
    "LAW-023": Wording(
        en="{place}: a law file may not hold `{text}`. It holds its docstring, imports of the rule mark, "
        "the vocabulary and nsis.terms, and marked rules.",
        bn="{place}: আইনের ফাইলে `{text}` রাখা যায় না। এতে থাকে বিবরণ, rule চিহ্ন, শব্দভান্ডার ও nsis.terms-এর "
        "import এবং চিহ্নিত নিয়ম।",
    ),
    "LAW-024": Wording(
        en="{place}: `{field}` of `{name}` is not known here. Correct it; known are: {known}.",
        bn="{place}: `{name}`-এর `{field}` এখানে অজানা। ঠিক করুন; জানা আছে: {known}।",
    ),
    "LAW-025": Wording(
        en="{place}: `{name}` stands twice. Remove one.",
        bn="{place}: `{name}` দুবার লেখা। একটি বাদ দিন।",
    ),
    "LAW-026": Wording(
        en="{place}: `{name}` has a label but no rule. Write the rule or remove the label.",
        bn="{place}: `{name}`-এর নাম দেওয়া আছে, নিয়ম নেই। নিয়ম লিখুন বা নামটি বাদ দিন।",
    ),
    "LAW-027": Wording(
        en="{place}: the rule `{name}` looks up `{table}` by `{index}`, which may be from {least} to "
        "{greatest}; the table goes from 1 to {length}. Narrow the bounds or lengthen the table.",
        bn="{place}: `{name}` নিয়মে `{table}` থেকে `{index}` দিয়ে মান নেওয়া হয়; সেটি {least} থেকে "
        "{greatest} হতে পারে, কিন্তু ছকে আছে 1 থেকে {length}। সীমা কমান বা ছকটি বাড়ান।",
    ),
    "LAW-028": Wording(
        en="{place}: the rule `{name}` has no docstring. Say in a sentence what it gives.",
        bn="{place}: `{name}` নিয়মের কোনো বিবরণ নেই। এটি কী দেয়, এক বাক্যে লিখুন।",
    ),
    "LAW-029": Wording(
        en="{place}: the fact `{name}` leans on `{other}`, which is no fact, or leans on it in turn. "
        "Name a fact that stands by itself.",
        bn="{place}: `{name}` তথ্যটি `{other}`-এর ওপর নির্ভর করে, কিন্তু এই নামে কোনো তথ্য নেই, অথবা সেটিই "
        "আবার এর ওপর নির্ভর করে। স্বতন্ত্র কোনো তথ্যের নাম দিন।",
    ),
    "LAW-030": Wording(
        en="{place}: `{name}` is {text}, outside its own bounds, {least} to {greatest}. "
        "Correct the value or widen the bounds.",
        bn="{place}: `{name}`-এর মান {text}, কিন্তু তার ঘোষিত সীমা {least} থেকে {greatest}। মান ঠিক করুন বা সীমা বাড়ান।",
    ),
    "LAW-031": Wording(
        en="{place}: in the rule `{name}`, `{text}` may reach {reach}, more than the machine's greatest "
        "number, {limit}. Narrow the bounds of what goes in, or divide before you multiply.",
        bn="{place}: `{name}` নিয়মে `{text}` বেড়ে {reach} হতে পারে, যা যন্ত্রের সবচেয়ে বড় সংখ্যা {limit}-এর বেশি। "
        "যা থেকে এটি আসে তার সীমা কমান, অথবা গুণের আগে ভাগ করুন।",
    ),
    "LAW-032": Wording(
        en="{place}: in the rule `{name}`, `{text}` may divide by zero. "
        "Let what divides start at 1, or ask for it in an `if` before.",
        bn="{place}: `{name}` নিয়মে `{text}`-এ শূন্য দিয়ে ভাগ হতে পারে। ভাজকের সীমা 1 থেকে শুরু করুন, "
        "অথবা আগে `if` দিয়ে যাচাই করুন।",
    ),
    "LAW-033": Wording(
        en="{place}: in the rule `{name}`, `{text}` takes a table for a number or a number for a table. "
        "Take one entry of a table by lookup(table, place).",
        bn="{place}: `{name}` নিয়মে `{text}`-এ ছককে সংখ্যা বা সংখ্যাকে ছক ধরা হয়েছে। "
        "ছকের একটি মান নিতে lookup(ছক, স্থান) লিখুন।",
    ),
    "LAW-034": Wording(
        en="{place}: the bounds of `{name}` leave nothing: from {least} to {greatest}. Correct them.",
        bn="{place}: `{name}`-এর সীমায় কিছুই থাকে না: {least} থেকে {greatest}। সীমা ঠিক করুন।",
    ),
    "LAW-035": Wording(
        en="{place}: in the rule `{name}`, `{text}` is not how a column of the record is used. "
        "Ask for it by a word over months, first the columns, then values of the law: {words}.",
        bn="{place}: `{name}` নিয়মে `{text}` নথির কলাম ব্যবহারের ঠিক উপায় নয়। মাসভিত্তিক শব্দ দিয়ে নিন, "
        "আগে কলাম, পরে আইনের মান: {words}।",
    ),
    "LAW-036": Wording(
        en="{place}: in the rule `{name}`, `{text}` is not how members are used. A rule speaks of one member "
        "of one block; total_of(...) and rank_of(...) take the name of a member's quantity.",
        bn="{place}: `{name}` নিয়মে `{text}` সদস্য ব্যবহারের ঠিক উপায় নয়। একটি নিয়ম একটি তালিকার একজন সদস্যের "
        "কথা বলে; total_of(...) ও rank_of(...) সদস্যের কোনো রাশির নাম নেয়।",
    ),
    "LAW-037": Wording(
        en="{place}: `{name}` is of the block `{block}`, which is not declared. Declare it under `blocks`.",
        bn="{place}: `{name}` যে তালিকার, সেই `{block}` ঘোষিত নয়। `blocks`-এর নিচে ঘোষণা করুন।",
    ),
    "LAW-038": Wording(
        en="{place}: the rule `{name}` returns the reason `{reason}`, which has no wording. "
        "Add it under `reasons` of `{name}`.",
        bn="{place}: `{name}` নিয়মটি `{reason}` কারণ দেয়, কিন্তু তার কোনো ভাষ্য নেই। "
        "`{name}`-এর `reasons`-এ যোগ করুন।",
    ),
    "LAW-039": Wording(
        en="{place}: `{text}` is no name for the law: it may not begin with `_`, hold `__` or be a word that "
        "rules use. Rename it.",
        bn="{place}: `{text}` আইনের কোনো নাম হতে পারে না: `_` দিয়ে শুরু, `__` থাকা বা নিয়মে ব্যবহৃত শব্দ হওয়া "
        "চলে না। নাম বদলান।",
    ),
    "LAW-040": Wording(
        en="{place}: `{name}` needs {needs}. Add it.",
        bn="{place}: `{name}`-এর জন্য দরকার: {needs}। যোগ করুন।",
    ),
    "LAW-041": Wording(
        en="{place}: `{name}` asks for {value} places; it may have {most} at most. Lower the number.",
        bn="{place}: `{name}`-এ {value}টি স্থান চাওয়া হয়েছে; সর্বোচ্চ {most}টি থাকতে পারে। সংখ্যাটি কমান।",
    ),
    "LAW-042": Wording(
        en="{place}: `{name}` is a member's, and what that was the month before is not carried. "
        "Remove `previous`, or carry a sum over the members.",
        bn="{place}: `{name}` সদস্যের রাশি; সদস্যের রাশির আগের মাসের মান বহন করা হয় না। `previous` বাদ দিন, "
        "অথবা সদস্যদের যোগফল বহন করুন।",
    ),
    "LAW-043": Wording(
        en="{place}: this cannot be read as Python: {reason}. Correct the line.",
        bn="{place}: এটি Python হিসেবে পড়া যাচ্ছে না: {reason}। লাইনটি ঠিক করুন।",
    ),
    "LAW-044": Wording(
        en="{place}: in the rule `{name}`, `{text}` rounds by what is no rounding. "
        "Give a value whose unit is `rounding`: down, half up or up.",
        bn="{place}: `{name}` নিয়মে `{text}` যা দিয়ে পূর্ণ করে তা কোনো পূর্ণকরণের নিয়ম নয়। "
        "`rounding` এককের মান দিন: down, half up বা up।",
    ),
    "LAW-045": Wording(
        en="{place}: `{name}` is a member's quantity in some months and not in others. "
        "Give one of them another name.",
        bn="{place}: `{name}` কোনো মাসে সদস্যের রাশি, কোনো মাসে নয়। একটির অন্য নাম দিন।",
    ),
    "LAW-046": Wording(
        en="{place}: the rule `{name}` ends in {until}, before it starts in {since}. "
        "Correct one of the months.",
        bn="{place}: `{name}` নিয়মটি শুরু {since} মাসের আগেই {until} মাসে শেষ। একটি মাস ঠিক করুন।",
    ),
}
