"""What the comparison with the OECD's figures says, in both languages."""

from nsis.terms.wording import Wording

TITLE = Wording(
    en="Full-career replacement rates beside the OECD's", bn="পূর্ণ কর্মজীবনের প্রতিস্থাপন হার, ওইসিডির হারের পাশে"
)
SUBTITLE = Wording(
    en="A man at the average wage, insured in every month of a whole career, under the law of the month and "
    "with the assumptions of the edition.",
    bn="গড় মজুরির একজন পুরুষ, পুরো কর্মজীবনের প্রতি মাসে বীমাকৃত, ওই মাসের আইনে ও সংস্করণটির অনুমানে।",
)
STATUS = Wording(
    en="Theoretical rates: what today's rules would give to who begins now. Not what pensioners receive.",
    bn="তাত্ত্বিক হার: এখন যিনি কাজ শুরু করেন, আজকের নিয়মে তিনি যা পাবেন। পেনশনভোগীরা বাস্তবে যা পান তা নয়।",
)
GROSS = Wording(en="Gross: pension as a share of the last wage", bn="মোট: শেষ মজুরির অংশ হিসেবে পেনশন")
NET = Wording(
    en="Net: as a share of the wage less contributions",
    bn="নিট: চাঁদা বাদে মজুরির অংশ হিসেবে",
)
NET_NOTE = Wording(
    en="Income tax is not reckoned: in 2018 neither the Thai nor the Indian worker paid any, by the OECD's "
    "own ratio of net to gross.",
    bn="আয়কর ধরা হয়নি: ওইসিডির নিট ও মোট হারের অনুপাত বলে, ২০১৮ সংস্করণে থাই বা ভারতীয় কর্মী কোনো কর দেন না।",
)
CHART = Wording(en="Gross rates where the OECD gives a figure", bn="যেখানে ওইসিডি সংখ্যা দেয়, সেখানে মোট হার")
ALT = Wording(en="{title}: {workers}", bn="{title}: {workers}")
DIFFERENCES = Wording(en="Why they differ", bn="পার্থক্যের কারণ")
IN_PARTS = Wording(en="How ours is made", bn="আমাদের হার যেভাবে")
IN_PARTS_NOTE = Wording(
    en="The last two columns: the gross rate at half and twice the average wage, for which the OECD's tables "
    "could not be read. Floors and ceilings are taken to move with wages.",
    bn="শেষ দুই কলাম: গড় মজুরির অর্ধেক ও দ্বিগুণে মোট হার, ওইসিডির সেই ছক পড়া যায়নি। "
    "নিম্ন ও ঊর্ধ্বসীমা মজুরির সঙ্গে বাড়ে বলে ধরা হয়েছে।",
)
ASSUMPTIONS = Wording(en="What each edition assumes", bn="প্রতিটি সংস্করণের অনুমান")
ASSUMPTIONS_NOTE = Wording(
    en="Growth and return are above prices. Of an account, that share becomes an annuity raised with prices, "
    "on the death rates of a man's generation: those of Bangladesh by the UN, scaled to the years left at 65 "
    "that the OECD prints for the country.",
    bn="বৃদ্ধি ও মুনাফা মূল্যস্ফীতির ওপরে। হিসাবের ওই অংশ দিয়ে মূল্যের সঙ্গে বাড়ে এমন অ্যানুইটি কেনা হয়, পুরুষটির প্রজন্মের "
    "মৃত্যুহারে: জাতিসংঘের বাংলাদেশের মৃত্যুহার, দেশটির জন্য ওইসিডির ছাপা ৬৫ বছরে বাকি আয়ুর সঙ্গে মিলিয়ে।",
)
SOURCES = Wording(en="Sources", bn="উৎস")

WORKER, LAW, CAREER = (
    Wording(en="Country, edition of", bn="দেশ, যে সালের সংস্করণ"),
    Wording(en="Law of", bn="যে মাসের আইন"),
    Wording(en="Career", bn="কর্মজীবন"),
)
NAMED = Wording(en="{country}, {year}", bn="{country}, {year}")
NAMED_WITHOUT_FIGURE = Wording(
    en="{country}, with the assumptions of {year}", bn="{country}, {year}-এর অনুমানে"
)
AGES = Wording(en="{first} to {last}", bn="{first} থেকে {last}")
PENSION, ACCOUNT, OURS, PUBLISHED, DIFFERENCE, TRIED = (
    Wording(en="Pension", bn="পেনশন"),
    Wording(en="From an account", bn="হিসাব থেকে"),
    Wording(en="Ours", bn="আমাদের হার"),
    Wording(en="OECD", bn="ওইসিডি"),
    Wording(en="Difference", bn="পার্থক্য"),
    Wording(en="Ours with the cause", bn="কারণটি ধরলে আমাদের হার"),
)
BETWEEN, AT_LEAST, UNDER, NOT_PUBLISHED = (
    Wording(en="{least} to {below}", bn="{least} থেকে {below}"),
    Wording(en="over {least}", bn="{least}-এর বেশি"),
    Wording(en="under {below}", bn="{below}-এর কম"),
    Wording(en="none", bn="নেই"),
)
EXPLAINED = Wording(en="{worker}. {text}", bn="{worker}। {text}")
HALF, TWICE = Wording(en="At half", bn="অর্ধেকে"), Wording(en="At twice", bn="দ্বিগুণে")
EDITION, FROM_AGE, INFLATION, GROWTH, RETURN, DISCOUNT, KEPT, GRADE, SOURCE = (
    Wording(en="Edition", bn="সংস্করণ"),
    Wording(en="Begins at", bn="শুরুর বয়স"),
    Wording(en="Prices", bn="মূল্যস্ফীতি"),
    Wording(en="Wages", bn="মজুরি বৃদ্ধি"),
    Wording(en="Return", bn="মুনাফা"),
    Wording(en="Discount", bn="বাট্টা"),
    Wording(en="Kept", bn="অ্যানুইটির অংশ"),
    Wording(en="Grade", bn="মান-শ্রেণি"),
    Wording(en="Source", bn="উৎস"),
)
RATES_OF, ASSUMPTIONS_OF, LIFE_OF, WAGE_OF = (
    Wording(en="{what}, rates", bn="{what}, হার"),
    Wording(en="{what}, assumptions", bn="{what}, অনুমান"),
    Wording(en="{what}, years left at 65 ({value})", bn="{what}, ৬৫ বছরে বাকি আয়ু ({value})"),
    Wording(en="{what}, average wage ({value} a year)", bn="{what}, গড় মজুরি (বছরে {value})"),
)
WITH_GRADE = Wording(en="{what}: grade {grade}. {source}", bn="{what}: মান-শ্রেণি {grade}। {source}")
