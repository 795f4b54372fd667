"""The units of assumptions, as people read them."""

from collections.abc import Mapping

from nsis.terms.wording import Wording

UNITS: Mapping[str, Wording] = {
    en: Wording(en=en, bn=bn)
    for en, bn in (
        ("persons", "জন"),
        ("persons/year", "জন/বছর"),
        ("births/woman", "সন্তান/নারী"),
        ("births/woman/year", "জন্ম/নারী/বছর"),
        ("boys/girl", "ছেলে/মেয়ে"),
        ("deaths/person/year", "মৃত্যু/ব্যক্তি/বছর"),
        ("years", "বছর"),
        ("months", "মাস"),
        ("days", "দিন"),
        ("working days", "কর্মদিবস"),
        ("nights", "রাত"),
        ("rate/year", "হার/বছর"),
        ("share", "অংশ"),
        ("share/month", "অংশ/মাস"),
        ("share/year", "অংশ/বছর"),
        ("times", "গুণ"),
        ("taka/month", "টাকা/মাস"),
        ("taka/year", "টাকা/বছর"),
        ("spells/year", "অসুস্থতা/বছর"),
        ("injuries/worker/year", "দুর্ঘটনা/কর্মী/বছর"),
        ("stays/person/year", "ভর্তি/ব্যক্তি/বছর"),
    )
}
