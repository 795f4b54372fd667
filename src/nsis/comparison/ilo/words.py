"""What the checker says, in both languages."""

from nsis.terms.wording import Wording

MET = Wording(en="met", bn="পূরণ হয়")
NOT_MET = Wording(en="not met", bn="পূরণ হয় না")
UNDECIDED = Wording(en="not decidable", bn="নির্ণয় করা যায় না")
NO_BRANCH = Wording(en="no such branch", bn="এমন শাখা নেই")

AT_LEAST = Wording(en="at least {value}", bn="অন্তত {value}")
AT_MOST = Wording(en="at most {value}", bn="সর্বোচ্চ {value}")
PAYABLE_AFTER = Wording(en="payable after {value}", bn="{value} পর প্রাপ্য")
NO_MORE_THAN_NEEDED = Wording(en="no longer than needed", bn="প্রয়োজনের বেশি নয়")
AS_LONG = Wording(en="as long as it lasts", bn="যত দিন থাকে")
PERIODICAL = Wording(en="periodical payments", bn="নিয়মিত কিস্তিতে অর্থ")
LUMP_SUM = Wording(en="a lump sum", bn="এককালীন অর্থ")
COLLECTIVE = Wording(en="borne collectively", bn="সম্মিলিতভাবে বহন")
REVIEWED = Wording(en="reviewed", bn="পর্যালোচনা হয়")
YES, NO = Wording(en="yes", bn="হ্যাঁ"), Wording(en="no", bn="না")
NONE = Wording(en="none", bn="নেই")
THERE = Wording(en="there is one", bn="আছে")
OF_WAGE = Wording(en="{rate} of {wage}", bn="{wage}-এর {rate}")
WAGE_AMOUNT = Wording(en="{amount} a month", bn="মাসে {amount}")
WEEKS = Wording(en="{days} ({weeks} weeks)", bn="{days} ({weeks} সপ্তাহ)")
FOR_LIFE = Wording(en="for life", bn="আজীবন")
SHORT_OF_WAGE = Wording(en="{points} of the wage, {amount} a month", bn="মজুরির {points}, মাসে {amount}")
SAID_AT = Wording(en="{answer}: {where}", bn="{answer}: {where}")
FINANCING = {
    "pooled": Wording(en="pooled in a fund", bn="তহবিলে সম্মিলিত"),
    "employer": Wording(en="each employer's own liability", bn="প্রত্যেক নিয়োগকারীর নিজস্ব দায়"),
    "tax": Wording(en="paid from taxes", bn="কর থেকে দেওয়া"),
    "account": Wording(en="own savings account", bn="নিজস্ব সঞ্চয় হিসাব"),
}

# Why something cannot be decided.
NOT_SAID = Wording(en="the scheme's file does not say", bn="স্কিমের ফাইলে বলা নেই")
NO_FIGURE = Wording(
    en="the Convention gives no figure; {found} asked for", bn="কনভেনশনে কোনো সংখ্যা নেই; চাওয়া হয় {found}"
)
NO_COVERAGE = Wording(
    en="how many are protected is no matter of the law's text; no source is given",
    bn="কতজন সুরক্ষিত তা আইনের পাঠে নেই; কোনো উৎস দেওয়া নেই",
)
PAID_ONCE = Wording(
    en="paid once: a share of the wage cannot be told", bn="এককালীন দেওয়া হয়: মজুরির অংশ বলা যায় না"
)
IN_LATER_MONEY = Wording(
    en="promised in money of later years: a share of today's wage cannot be told",
    bn="পরের বছরের টাকায় প্রতিশ্রুত: আজকের মজুরির অংশ বলা যায় না",
)
NO_LABOURER = Wording(
    en="a flat benefit is measured by a labourer's wage, which is not known for this country",
    bn="সমহারের ভাতা মাপা হয় অদক্ষ শ্রমিকের মজুরিতে, যা এ দেশের জন্য জানা নেই",
)
NO_LINE = Wording(
    en="no national poverty line is known to this program", bn="এই প্রোগ্রামে জাতীয় দারিদ্র্যরেখা জানা নেই"
)
NO_MINIMUM = Wording(en="the law has no least benefit", bn="আইনে কোনো সর্বনিম্ন ভাতা নেই")
NO_CONTRIBUTIONS = Wording(en="no contributions are due for this person", bn="এই ব্যক্তির জন্য কোনো চাঁদা নেই")
REFUSED_FACTS = Wording(
    en="the law cannot take the beneficiary's case: {reason}", bn="আইন এই সুবিধাভোগীর ঘটনা নিতে পারে না: {reason}"
)
NEAREST = Wording(en="{label} from {now} to {needed}", bn="{label} {now} থেকে {needed}")
NO_SUCH_CONVENTION = Wording(
    en="There is no `{name}` among the standards. Those that are: {known}.",
    bn="মানগুলোর মধ্যে `{name}` নেই। আছে: {known}।",
)
NO_SUCH_CLAUSE = Wording(
    en="No rule gave the figure of `{name}`. Those that can be explained: {known}.",
    bn="`{name}`-এর অঙ্ক কোনো নিয়ম থেকে আসেনি। ব্যাখ্যা করা যায়: {known}।",
)
