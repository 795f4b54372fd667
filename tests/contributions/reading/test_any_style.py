"""Whatever the style in which a wage table is written, reading it gives the same data."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contributions.reading.sheets import NUMBERS, csv_bytes, read, xlsx_bytes

from nsis.contributions.reading.fault_sheet import fault_sheet
from nsis.contributions.reading.headings import label
from nsis.contributions.reading.wordlists import HEADINGS
from nsis.terms.digits import to_bangla
from nsis.terms.money import format_taka
from nsis.terms.month import format_date

PARTS = ("basic_wage", "house_rent", "medical")
BANGLA_NAMES = ("রহিমা খাতুন", "মোঃ আব্দুল করিম", "শ্রাবণী চাকমা", "জয়নাল আবেদীন")
LATIN_NAMES = ("Rahima Khatun", "Md. Abdul Karim", "O'Brien, Sean", "Total Das")
EXTRA = (("SL", "7"), ("OT Hrs", "12.5"), ("পদবি", "অপারেটর"), ("Net Payable", "14,000"), ("স্বাক্ষর", ""))
TITLES = ([], [["ABC Garments Ltd."]], [["এবিসি গার্মেন্টস"], [], ["Salary sheet July 2026", "", ""]])


@st.composite
def workers(draw):
    """Some workers with exact data, each with another number."""
    count = draw(st.integers(1, 6))
    digits = draw(st.lists(st.sampled_from((10, 13, 17)), min_size=count, max_size=count))
    return [
        {
            "insured_number": NUMBERS[place],
            "nid": {
                10: f"{place + 1}234567890",
                13: f"{place + 1}234567890123",
                17: f"1985{place + 1}234567890123",
            }[length],
            "name": draw(st.sampled_from(BANGLA_NAMES + LATIN_NAMES)),
            "sex": draw(st.sampled_from("mfx")),
            "parts": [draw(st.integers(100_00, 30_000_00)) for _ in PARTS],
            "joined_on": draw(st.none() | st.dates(date(1990, 1, 1), date(2026, 7, 31))),
            "worker_number": f"C-{place}",
        }
        for place, length in enumerate(digits)
    ]


@st.composite
def styles(draw):
    """How an employer may write: which columns, headings, digits, signs, order, file."""
    columns = ["nid", "name", "sex", "joined_on", "worker_number"]
    columns += draw(st.sampled_from([["gross_wage"], list(PARTS), ["gross_wage", *PARTS]]))
    columns += draw(st.sampled_from([[], ["insured_number"]]))
    columns += [extra for extra in EXTRA if draw(st.booleans())]
    return {
        "columns": draw(st.permutations(columns)),
        "headings": [draw(st.integers(0, 50)) for _ in range(20)],
        "upper": draw(st.booleans()),
        "digits": draw(st.sampled_from((str, to_bangla))),
        "amount": draw(st.sampled_from(("plain", "lakh", "sign", "slash"))),
        "date": draw(st.sampled_from(("slash", "dash", "iso", "words"))),
        "title": draw(st.sampled_from(TITLES)),
        "has_total": draw(st.booleans()),
        "gap": draw(st.booleans()),
        "file": draw(st.sampled_from(("xlsx", ",", ";", "\t", "|"))),
        "encoding": draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16"))),
        "line_end": draw(st.sampled_from(("\n", "\r\n"))),
    }


def heading(column, choice, style):
    if not isinstance(column, str):
        return column[0]
    field = {"name": "name_en"}.get(column, column)
    spellings = [*HEADINGS["fields"][field]["headings"], label(field).en, label(field).bn]
    text = spellings[choice % len(spellings)]
    return text.upper() + " (Tk.)" if style["upper"] and field.endswith("wage") else text


def amount(poisha, style):
    taka, rest = divmod(poisha, 100)
    written = {
        "plain": f"{taka}.{rest:02d}",
        "lakh": format_taka(poisha, language="en").removeprefix("৳"),
        "sign": format_taka(poisha, language="en"),
        "slash": f"Tk. {taka}.{rest:02d}/-",
    }
    return style["digits"](written[style["amount"]])


def day(value, style):
    if value is None:
        return ""
    written = {
        "slash": f"{value.day:02d}/{value.month:02d}/{value.year}",
        "dash": f"{value.day}-{value.month}-{value.year}",
        "iso": value.isoformat(),
        "words": format_date(value, language="bn" if style["digits"] is to_bangla else "en"),
    }
    return style["digits"](written[style["date"]])


def cell(worker, column, style):
    if not isinstance(column, str):
        return column[1]
    if column in PARTS:
        return amount(worker["parts"][PARTS.index(column)], style)
    if column == "gross_wage":
        return amount(sum(worker["parts"]), style)
    if column == "joined_on":
        return day(worker["joined_on"], style)
    if column == "sex":
        return {"m": "পুরুষ", "f": "Female", "x": "অন্যান্য"}[worker["sex"]]
    return style["digits"](worker[column]) if column in ("nid", "insured_number") else worker[column]


def total_row(table, style):
    row = [""] * len(style["columns"])
    wages = {"gross_wage", *PARTS}
    for place, column in enumerate(style["columns"]):
        if isinstance(column, str) and column in wages:
            sums = [
                sum(w["parts"]) if column == "gross_wage" else w["parts"][PARTS.index(column)] for w in table
            ]
            row[place] = amount(sum(sums), style)
    row[next(place for place, column in enumerate(style["columns"]) if column not in wages)] = "সর্বমোট"
    return row


def written(table, style):
    """The file of these workers in this style, and the line of each."""
    columns = style["columns"]
    rows = [*style["title"], [heading(c, n, style) for c, n in zip(columns, style["headings"], strict=False)]]
    lines = []
    for worker in table:
        rows += [[""] * len(columns)] if style["gap"] else []
        rows.append([cell(worker, column, style) for column in columns])
        lines.append(len(rows))
    rows += [total_row(table, style)] if style["has_total"] else []
    if style["file"] == "xlsx":
        return xlsx_bytes(("July", rows)), lines
    encoding, line_end = style["encoding"], style["line_end"]
    return csv_bytes(rows, delimiter=style["file"], encoding=encoding, line_end=line_end), lines


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(table=workers(), style=styles())
def test_any_legal_style_reads_back_the_same(table, style):
    """Digits, commas, headings, order, extra columns, titles, totals, CSV or XLSX: same data, no fault."""
    content, lines = written(table, style)
    found = read(content)
    assert found.faults == []
    assert found.line == lines
    assert found.nid == [worker["nid"] for worker in table]
    assert found.gross_wage == [sum(worker["parts"]) for worker in table]
    assert found.joined_on == [worker["joined_on"] for worker in table]
    assert found.sex == [worker["sex"] for worker in table]
    assert found.worker_number == [worker["worker_number"] for worker in table]
    names = [bangla or latin for bangla, latin in zip(found.name_bn, found.name_en, strict=True)]
    assert names == [worker["name"] for worker in table]
    assert all(
        (bangla is None) != (latin is None)
        for bangla, latin in zip(found.name_bn, found.name_en, strict=True)
    )
    if "insured_number" in style["columns"]:
        assert found.insured_number == [worker["insured_number"] for worker in table]
    if "basic_wage" in style["columns"]:
        assert found.basic_wage == [worker["parts"][0] for worker in table]


@settings(max_examples=150)
@given(
    st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from(["NID", "Gross", "মোট", "-5", "1.2E+9"]), max_size=5),
        max_size=8,
    )
)
def test_any_text_is_answered(rows):
    """Whatever stands in the cells, reading answers with lines and faults, and these can be written out."""
    found = read(csv_bytes([["NID", "Gross", "DOJ", "Name"], *rows], encoding="utf-8"))
    columns = (found.nid, found.gross_wage, found.name_en, found.joined_on, found.basic_wage)
    assert {len(column) for column in columns} == {len(found.line)}
    assert fault_sheet(found.faults).startswith(b"PK")


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(content):
    """Bytes that are no wage sheet give faults, never an exception."""
    assert read(content).errors
