"""The words of a report's frame, in both languages."""

from nsis.terms.wording import Wording

CONTENTS = Wording(en="Contents", bn="সূচি")
RESTS_ON = Wording(en="Rests on", bn="ভিত্তি")
FIGURES = Wording(en="The figures of this chart", bn="এই চিত্রের অঙ্কগুলো")
OTHER_LANGUAGE = Wording(en="বাংলায় পড়ুন", bn="Read in English")
FULL_SERIES = Wording(
    en="Every year stands in the spreadsheet, sheet “{name}”.",
    bn="সব বছরের অঙ্ক আছে স্প্রেডশিটের “{name}” পাতায়।",
)
UNIT = Wording(en="in {unit}", bn="{unit}")
SHEETS = Wording(en="Sheets", bn="পাতা")
