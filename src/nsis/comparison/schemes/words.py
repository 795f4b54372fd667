"""What a comparison of schemes says, in both languages."""

from nsis.terms.wording import Wording

TITLE = Wording(en="Schemes compared", bn="স্কিমের তুলনা")
SUBTITLE = Wording(
    en="Wages are mapped {mapping}. Level 1 is {base}.", bn="মজুরি মেলানো হয়েছে {mapping}। ১ মাত্রা মানে {base}।"
)
OWN_AVERAGE = Wording(en="each country's own average wage", bn="প্রতিটি দেশের নিজের গড় মজুরি")
BANGLADESH_AVERAGE = Wording(en="what stands for Bangladesh's average wage", bn="বাংলাদেশের গড় মজুরির সমান মজুরি")
STATUS = Wording(
    en="By the letter of each law, of which some are illustrative: see the first table. "
    "Not what is in fact paid.",
    bn="প্রতিটি আইনের পাঠ অনুযায়ী, যার কিছু নমুনা: প্রথম ছক দেখুন। বাস্তবে যা দেওয়া হয় তা নয়।",
)
LAWS = Wording(en="Laws and wages", bn="আইন ও মজুরি")
CONTRIBUTIONS = Wording(en="Contributions, share of the wage", bn="চাঁদা, মজুরির অংশ")
CONTRIBUTIONS_CHART = Wording(en="Contributions at level 1", bn="১ মাত্রায় চাঁদা")
BY_BRANCH = Wording(en="Contributions at level 1 by branch", bn="১ মাত্রায় শাখাভেদে চাঁদা")
REPLACEMENT = Wording(
    en="Old-age pension at pension age, share of the wage", bn="পেনশনের বয়সে বার্ধক্য পেনশন, মজুরির অংশ"
)
REPLACEMENT_CHART = Wording(en="Old-age pension after thirty years", bn="ত্রিশ বছর পর বার্ধক্য পেনশন")
REPLACEMENT_NOTE = Wording(
    en="A career at one wage, all months insured, under the law of the month; before tax. "
    "A dash: no pension of that kind.",
    bn="একই মজুরিতে কর্মজীবন, সব মাস বীমাকৃত, ওই মাসের আইনে; করের আগে। ড্যাশ মানে তেমন পেনশন নেই।",
)
LUMP_SUMS = Wording(en="Old-age lump sum, in monthly wages", bn="বার্ধক্যে এককালীন অর্থ, মাসিক মজুরির গুণে")
CONDITIONS = Wording(en="Benefits and their conditions", bn="সুবিধা ও শর্ত")
LIMITS = Wording(en="Floor and ceiling of earnings", bn="আয়ের নিম্ন ও ঊর্ধ্বসীমা")
INFORMAL = Wording(en="Workers without an employer", bn="নিয়োগকারীহীন কর্মী")
ILO = Wording(en="The ILO's standards", bn="আইএলওর মান")
ILO_CHART = Wording(en="Clauses met and not met", bn="পূরণ হওয়া ও না হওয়া দফা")
FAILING = Wording(en="Clauses that are not met", bn="যেসব দফা পূরণ হয় না")

SCHEME, LEVEL = Wording(en="Scheme", bn="স্কিম"), Wording(en="Level", bn="মাত্রা")
AT_LEVEL = Wording(en="{scheme}, level {level}", bn="{scheme}, মাত্রা {level}")
FULL_NAME, MONTH, STANDING = (
    Wording(en="Name", bn="নাম"),
    Wording(en="Month", bn="মাস"),
    Wording(en="Status", bn="মর্যাদা"),
)
BASE = Wording(en="Wage of level 1", bn="১ মাত্রার মজুরি")
WAGES = Wording(en="What wages and money are worth, with sources", bn="মজুরি ও মুদ্রার মূল্য, উৎসসহ")
COUNTRY, FIGURE, VALUE, YEAR, GRADE, SOURCE = (
    Wording(en="Country", bn="দেশ"),
    Wording(en="Figure", bn="সংখ্যা"),
    Wording(en="Value", bn="মান"),
    Wording(en="Year", bn="সাল"),
    Wording(en="Grade", bn="মান-শ্রেণি"),
    Wording(en="Source", bn="উৎস"),
)
FIGURE_WITH_SOURCE = Wording(
    en="{country}, {figure}: {value} ({year}, grade {grade}). {source}",
    bn="{country}, {figure}: {value} ({year}, মান-শ্রেণি {grade})। {source}",
)
FIGURES = {
    "average": Wording(en="average wage for a month", bn="মাসিক গড় মজুরি"),
    "labourer": Wording(en="labourer's wage for a month", bn="অদক্ষ শ্রমিকের মাসিক মজুরি"),
    "skilled": Wording(en="skilled worker's wage for a month", bn="দক্ষ কর্মীর মাসিক মজুরি"),
    "poverty_line": Wording(en="poverty line, a person a month", bn="দারিদ্র্যরেখা, জনপ্রতি মাসে"),
    "ppp": Wording(en="for an international dollar's worth", bn="এক আন্তর্জাতিক ডলারের ক্রয়ক্ষমতার সমান"),
    "ppp_2017": Wording(
        en="for an international dollar's worth, by the comparison program",
        bn="এক আন্তর্জাতিক ডলারের ক্রয়ক্ষমতার সমান, তুলনা কর্মসূচিতে",
    ),
    "exchange": Wording(en="for a US dollar", bn="এক মার্কিন ডলারে"),
}
PAYERS = {
    "worker": Wording(en="Worker", bn="কর্মী"),
    "employer": Wording(en="Employer", bn="নিয়োগকারী"),
    "government": Wording(en="Government", bn="সরকার"),
}
TOGETHER = Wording(en="Together", bn="একত্রে")
AFTER_YEARS = Wording(en="after {years} years", bn="{years} বছর পর")
BRANCH, BENEFIT, QUALIFYING, WAITING, EMPLOYER_DAYS, DURATION, FINANCED = (
    Wording(en="Branch", bn="শাখা"),
    Wording(en="Benefit, share of the wage", bn="ভাতা, মজুরির অংশ"),
    Wording(en="Qualifying period", bn="যোগ্যতার মেয়াদ"),
    Wording(en="Unpaid days", bn="ভাতাহীন দিন"),
    Wording(en="Employer's days", bn="নিয়োগকারীর দিন"),
    Wording(en="Duration", bn="মেয়াদ"),
    Wording(en="Financing", bn="অর্থায়ন"),
)
FLOOR, CEILING, FLOOR_TIMES, CEILING_TIMES = (
    Wording(en="Floor", bn="নিম্নসীমা"),
    Wording(en="Ceiling", bn="ঊর্ধ্বসীমা"),
    Wording(en="Floor by average wage", bn="গড় মজুরির তুলনায় নিম্নসীমা"),
    Wording(en="Ceiling by average wage", bn="গড় মজুরির তুলনায় ঊর্ধ্বসীমা"),
)
COVERED, HOW = Wording(en="Covered", bn="আওতা"), Wording(en="How", bn="যেভাবে")
COVERAGE = {
    "compulsory": Wording(en="compulsory", bn="বাধ্যতামূলক"),
    "voluntary": Wording(en="voluntary", bn="স্বেচ্ছামূলক"),
    "none": Wording(en="none", bn="নেই"),
}
NOT_SAID = Wording(en="not said", bn="বলা নেই")
CONVENTION, CLAUSE, FOUND, ASKED = (
    Wording(en="Convention", bn="কনভেনশন"),
    Wording(en="Clause", bn="দফা"),
    Wording(en="Found", bn="পাওয়া গেছে"),
    Wording(en="Asked for", bn="চাওয়া হয়"),
)
BRANCHES = {
    "sickness": Wording(en="Sickness", bn="অসুস্থতা"),
    "maternity": Wording(en="Maternity", bn="মাতৃত্ব"),
    "unemployment": Wording(en="Unemployment", bn="বেকারত্ব"),
    "old_age": Wording(en="Old age", bn="বার্ধক্য"),
    "invalidity": Wording(en="Invalidity", bn="অক্ষমতা"),
    "survivors": Wording(en="Survivors", bn="উত্তরজীবী"),
    "employment_injury": Wording(en="Employment injury, temporary", bn="কর্মক্ষেত্রে দুর্ঘটনা, সাময়িক"),
    "employment_injury_permanent": Wording(en="Employment injury, permanent", bn="কর্মক্ষেত্রে দুর্ঘটনা, স্থায়ী"),
    "employment_injury_survivors": Wording(en="Employment injury, survivors", bn="কর্মক্ষেত্রে দুর্ঘটনা, উত্তরজীবী"),
    "medical_care": Wording(en="Medical care", bn="চিকিৎসা"),
    "family": Wording(en="Family", bn="পরিবার"),
    "funeral": Wording(en="Funeral", bn="দাফন বা সৎকার"),
    "health": Wording(en="Health", bn="স্বাস্থ্য"),
    "savings": Wording(en="Individual accounts", bn="ব্যক্তিগত হিসাব"),
    "death": Wording(en="Death", bn="মৃত্যু"),
}
EMPTY = Wording(en="–", bn="–")
LUMP_SUM = Wording(en="lump sum", bn="এককালীন")
ALT = Wording(en="{title}: {schemes}", bn="{title}: {schemes}")
