"""Each employer keeps its own kind of wage sheet, and keeps to it: format, letters, columns, decoration."""

import random
from dataclasses import dataclass
from typing import Literal

from nsis.commands.demo.workers import stream
from nsis.terms.wording import Language

HEADINGS: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "row_number": ("Sl", "SL No"),
        "worker_number": ("Card No", "Worker ID"),
        "insured_number": ("Insured number",),
        "nid": ("NID No", "National ID"),
        "name_bn": ("Name (Bangla)",),
        "name_en": ("Name", "Name of worker"),
        "sex": ("Sex", "Gender"),
        "birth_date": ("Date of birth", "Birth date"),
        "designation": ("Designation",),
        "joined_on": ("Joining date", "Date of joining"),
        "left_on": ("Leaving date",),
        "days_present": ("Present days", "Attendance"),
        "basic": ("Basic wage", "Basic"),
        "house_rent": ("House rent",),
        "medical": ("Medical",),
        "conveyance": ("Conveyance",),
        "food": ("Food",),
        "gross": ("Gross wage", "Gross salary"),
        "overtime_hours": ("OT hours", "Overtime hours"),
        "overtime_pay": ("OT amount", "Overtime amount"),
    },
    "bn": {
        "row_number": ("ক্রমিক", "ক্রমিক নং"),
        "worker_number": ("কার্ড নং",),
        "insured_number": ("বীমা নম্বর",),
        "nid": ("জাতীয় পরিচয়পত্র নম্বর", "এনআইডি নম্বর"),
        "name_bn": ("নাম", "শ্রমিকের নাম"),
        "name_en": ("নাম (ইংরেজি)",),
        "sex": ("লিঙ্গ",),
        "birth_date": ("জন্ম তারিখ",),
        "designation": ("পদবি",),
        "joined_on": ("যোগদানের তারিখ",),
        "left_on": ("চাকরি ছাড়ার তারিখ",),
        "days_present": ("উপস্থিতি",),
        "basic": ("মূল মজুরি", "মূল বেতন"),
        "house_rent": ("বাড়ি ভাড়া",),
        "medical": ("চিকিৎসা",),
        "conveyance": ("যাতায়াত",),
        "food": ("খাদ্য",),
        "gross": ("মোট মজুরি",),
        "overtime_hours": ("ওভারটাইম ঘণ্টা",),
        "overtime_pay": ("ওভারটাইম টাকা",),
    },
}

PARTS = ("basic", "house_rent", "medical", "conveyance", "food")


@dataclass(frozen=True, slots=True)
class Style:
    """How one employer writes its wage sheet."""

    kind: Literal["csv", "xlsx"]
    encoding: str
    delimiter: str
    language: Language
    digits: Language
    money: Literal["plain", "lakh", "taka", "slash"]
    dates: str
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    has_title: bool
    has_total: bool
    has_empty_rows: bool
    always_joining_date: bool

    @property
    def amount_column(self) -> str:
        """The column in which a slip of the pen hurts."""
        return "gross" if "gross" in self.columns else "basic"

    @property
    def identity_column(self) -> str:
        """The column by which the employer's workers are known."""
        return "insured_number" if "insured_number" in self.columns else "nid"


def style_of(*, seed: int, employer: int) -> Style:
    """The style of the employer with this serial."""
    draw = stream(seed, "style", employer)
    language: Language = draw.choice(("bn", "en"))
    columns = _columns(draw, language)
    return Style(
        kind=draw.choice(("csv", "xlsx")),
        encoding=draw.choice(("utf-8", "utf-8-sig")),
        delimiter=draw.choice((",", ",", ";", "\t")),
        language=language,
        digits=draw.choice(("bn", "en")) if language == "bn" else "en",
        money=draw.choice(("plain", "plain", "lakh", "taka", "slash")),
        dates=draw.choice(("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")),
        columns=columns,
        headings=tuple(draw.choice(HEADINGS[language][column]) for column in columns),
        has_title=draw.random() < 0.6,
        has_total=draw.random() < 0.6,
        has_empty_rows=draw.random() < 0.2,
        always_joining_date=draw.random() < 0.5,
    )


def _columns(draw: random.Random, language: Language) -> tuple[str, ...]:
    """Who, what is paid, and dates, in the employer's order; then what nobody needs."""
    who: list[str] = draw.choice((["nid"], ["insured_number", "nid"], ["nid", "insured_number"]))
    who += draw.choice((["name_en"], ["name_bn", "name_en"])) if language == "en" else ["name_bn"]
    if draw.random() < 0.5:
        who += ["sex", "birth_date"]
    paid: list[str] = draw.choice((["gross"], [*PARTS], [*PARTS, "gross"]))
    dates: list[str] = ["joined_on", "left_on"]
    columns = [*who, *dates, *paid] if draw.random() < 0.5 else [*who, *paid, *dates]
    if draw.random() < 0.7:
        columns = ["row_number", *draw.choice(([], ["worker_number"])), *columns]
    if draw.random() < 0.5:
        columns.insert(columns.index(paid[0]), "days_present")
        columns += ["overtime_hours", "overtime_pay"]
    if draw.random() < 0.3:
        columns.insert(columns.index("joined_on"), "designation")
    return tuple(columns)
