"""The pages of the law: one case decided with reasons, in both languages, all faults at once."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from django.test import Client

from nsis.law import scheme, schemes
from nsis.portals.public.law_contents import BRANCHES, branches_of
from nsis.portals.public.law_form import facts_asked

NSIS = "/law/bangladesh/nsis/"
MONTH = {"month": "2027-01"}


def record(months: int, wage: str = "20,000 taka") -> dict[str, str]:
    """So many months of an insured employee."""
    columns = {"insured_by_month": "yes", "employee_by_month": "1", "earnings_by_month": wage}
    return MONTH | {name: f"{months} x {value}" for name, value in columns.items()}


@pytest.fixture
def reader(demonstration: None, client: Client):
    """Gives the words of a page in a language, and its markup."""

    def read(address: str, facts: dict[str, str] | None = None, language: str = "en") -> tuple[str, str]:
        client.cookies["django_language"] = language
        answer = client.get(address, facts or {})
        assert answer.status_code == 200, address
        page = answer.content.decode()
        main = page.split("<main")[1].split("</main>")[0]
        return " ".join(unescape(re.sub("<[^>]+>", " ", main)).split()), page

    return read


def test_the_schemes_are_listed_with_their_standing(reader):
    """Name, first month and status; the first page leads here."""
    words, page = reader("/law/")
    assert "National Social Insurance Scheme Since July 2026 Illustrative" in words
    assert f'href="{NSIS}"' in page
    assert 'href="/law/"' in reader("/")[1]


def test_every_quantity_in_force_is_linked_once(reader):
    """The page of a scheme holds each rule of the month under its branch, and says that it is no law."""
    words, page = reader(NSIS, MONTH)
    law = scheme("bangladesh/nsis").on(scheme("bangladesh/nsis").start)
    linked = re.findall(rf'href="{NSIS}(\w+)/\?month=2027-01"', page)
    assert sorted(linked) == sorted(law.rules)
    assert "not law" in words


def test_every_branch_has_a_name_in_bangla():
    """A new file of rules needs its heading: without one a Bangla page would show a word of the code."""
    for name in schemes():
        for law in scheme(name).structures():
            assert {branch.name for branch in branches_of(law)} <= BRANCHES.keys()


def test_the_values_are_those_of_the_month(reader):
    """Another month, another value: contributions to old age rise in July 2029."""
    asked = {"month_0": "৭", "month_1": "২০২৯"}
    assert "Old age contribution rate, worker 4.00 % NSIS reference design" in reader(NSIS, asked)[0]
    assert "Old age contribution rate, worker 3.00 % NSIS reference design" in reader(NSIS, MONTH)[0]


def test_a_case_is_answered_with_its_findings(reader):
    """Value, facts, values of the law with source and status, steps with the conditions that they met."""
    facts = {"gross_wage": "18,500", "risk_class": "3", **MONTH}
    words, _ = reader(f"{NSIS}contribution_due/", facts)
    law = scheme("bangladesh/nsis").on(scheme("bangladesh/nsis").start + 6)
    answer = law.explain("contribution_due", {"gross_wage": 1_850_000, "risk_class": 3})
    assert f"Answer by the law of January 2027 {answer.text('en')}" in words
    for finding in answer.findings:
        assert finding.measure.label.en in words
        assert finding.measure.text("en") in words
        assert finding.provision is None or finding.provision.cite("en") in words
    assert "in force from 1 December 2023 Enacted" in words
    assert "Conditions met on the way" in words
    assert answer.law_version in words


@pytest.mark.parametrize("wage", ["২০,০০০ টাকা", "20000", "৳20,000.00", "Tk 20,000", "২০০০০"])
def test_amounts_are_read_as_people_write_them(reader, wage: str):
    """Bangla or Latin digits, lakh commas, with or without the word for taka, in runs of months."""
    facts = record(240, wage) | {"age_0": "৬০"}
    assert "৳5,400.00" in reader(f"{NSIS}old_age_pension/", facts)[0]


@pytest.mark.parametrize(
    ("kinds", "ages"),
    [
        ("spouse, child, child", "38 years, 12 years 3 months, 7"),
        ("স্বামী বা স্ত্রী,সন্তান,সন্তান", "৩৮ বছর; ১২ বছর ৩ মাস; ৭ বছর"),
        ("1\n2\n2", "38\n12\n7"),
    ],
)
def test_members_are_lists(reader, kinds: str, ages: str):
    """Survivors in words of either language or in codes; an answer for each."""
    facts = record(180) | {"survivor_kind": kinds, "survivor_age": ages, "survivor_in_education": "no, yes"}
    words, _ = reader(f"{NSIS}survivor_pension/", facts)
    assert "Answer by the law of January 2027 ৳5,000.00 · ৳2,000.00 · ৳2,000.00" in words


def test_all_faults_stand_beside_their_fields(reader):
    """What cannot be read, what is missing, what the law does not take: together, each in its place."""
    facts = {
        "month_0": "1",
        "month_1": "2020",
        "age_0": "130",
        "earnings_by_month": "174 y 20000",
        "insured_by_month": "12 x 7",
        "civil_service_months": "900",
    }
    words, page = reader(f"{NSIS}old_age_pension/", facts)
    for text in (
        "Write a month from July 2026 to July 2101.",
        "“Age” is 130 years; it must be from 0 years to 120 years.",
        "“174 y 20000” cannot be read. Write it like this: 174 x 20,000 taka.",
        "“Months of civil service before the move” is 900 months; it must be from 0 months to 600 months.",
        "Please fill in: Months insured as an employee by month.",
    ):
        assert words.count(text) == 2, text  # in the summary and beside the field
    for control in ("month_0", "age_0", "earnings_by_month", "insured_by_month", "employee_by_month"):
        assert f'<a href="#id_{control}">' in page
        assert f'id="id_{control}"' in page
    assert "Answer by" not in words


def test_faults_are_told_in_bangla(reader):
    """The same refusal in Bangla, without a word of the code."""
    words, _ = reader(f"{NSIS}contribution_due/", {"gross_wage": "x", "risk_class": "৯"}, "bn")
    assert "“x” পড়া যাচ্ছে না। এভাবে লিখুন: ৳১২,৫০০.০০।" in words
    assert "৯; এটি ১ থেকে ৫-এর মধ্যে হতে হবে" in words.replace("দেওয়া হয়েছে ", "")
    assert "risk_class" not in words


@pytest.mark.parametrize("typed", ["9999999999 x 1", "9" * 5000, "x", "1 x 1 x 1", "1.5", "\0"])
@pytest.mark.parametrize(
    "name", ["insured_by_month", "earnings_by_month", "civil_service_months", "age_0", "month_0"]
)
def test_no_text_is_an_error_of_ours(reader, name: str, typed: str):
    """Runs longer than any memory, numbers longer than any amount, NUL: one fault, beside its field."""
    facts = record(240) | {"month_0": "1", "month_1": "2027", "age_0": "60"}
    facts.pop("month")
    assert "Answer by" in reader(f"{NSIS}old_age_pension/", facts)[0]
    words, page = reader(f"{NSIS}old_age_pension/", facts | {name: typed})
    assert "Please look at this again" in words
    assert re.search(r'<a href="#id_(\w+)">', page)[1].startswith(name.split("_")[0])


def test_a_refused_claim_tells_what_would_change_it(reader):
    """Four months are too few; at the months that the law asks for there is an amount."""
    facts = record(4) | {"maternity_event": "1"}
    words, _ = reader(f"{NSIS}maternity_benefit/", facts)
    assert "There are too few insured months before the leave." in words
    assert "Insured months that count for maternity benefit: 4 months now; at 6 months the answer is" in words
    assert "What would change the answer" not in reader(f"{NSIS}maternity_benefit/", facts | record(6))[0]


def test_where_no_single_fact_is_enough_this_is_said(reader):
    """Too young and too few months: no one change would do."""
    words, _ = reader(f"{NSIS}old_age_qualified/", {"age_0": "50", "insured_by_month": "10 x yes", **MONTH})
    assert "No single fact would be enough" in words


def test_an_example_fills_the_form_and_its_words_are_read_back(reader):
    """The facts of an example person stand in the fields in the reader's language and are read from there."""
    address = f"{NSIS}old_age_pension/"
    page = reader(address, {"example": "pensioner", **MONTH}, "bn")[1]
    lines = {
        name: unescape(text)
        for name, text in re.findall(r'<textarea name="(\w+)"[^>]*>\s*([^<]*)</textarea>', page)
    }
    assert lines["earnings_by_month"] == "১৮০ × ৳১৮,০০০.০০\n১৮০ × ৳২৪,০০০.০০"
    assert lines["insured_by_month"] == "৩৬০ × হ্যাঁ"
    words, _ = reader(address, lines | MONTH | {"age_0": "৬৫"}, "bn")
    assert "উত্তর ৳" in words


def test_every_quantity_has_its_page(reader):
    """Form or answer, for each quantity of the law; calendar facts are the month's and not asked for."""
    law = scheme("bangladesh/nsis").on(scheme("bangladesh/nsis").start)
    for name, rule in law.rules.items():
        words, page = reader(f"{NSIS}{name}/", MONTH)
        assert rule.label.en in words
        asked = facts_asked(law, name)
        assert ("Answer by the law" in words) is not bool(asked)
        assert all(f'id="id_{fact.name}' in page for fact in asked)
        assert 'id="id_months_since_start' not in page


def test_the_drawing_is_a_picture_of_the_case(reader, client):
    """An SVG of its own: with the law's values alone, or with those of the case."""
    assert f"{NSIS}contribution_due/drawing.svg?" in reader(f"{NSIS}contribution_due/", MONTH)[1]
    facts = {"gross_wage": "18500", "risk_class": "3", **MONTH}
    for query, holds in ((MONTH, False), (facts, True)):
        answer = client.get(f"{NSIS}contribution_due/drawing.svg", query)
        assert answer["Content-Type"].startswith("image/svg+xml")
        assert ElementTree.fromstring(answer.content).tag.endswith("svg")
        assert ("৳18,500.00" in answer.content.decode()) is holds


@pytest.mark.parametrize("address", [NSIS, f"{NSIS}survivor_pension/?example=survivors"])
def test_long_pages_are_light(reader, client, address: str):
    """A page of the law is under 50 KB over the wire, in Bangla too."""
    reader(address, language="bn")
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 50_000


def test_facts_are_kept_by_nobody(reader, client, caplog):
    """No cache on the way keeps an answer, and no log names a fact."""
    facts = {"gross_wage": "18765", "risk_class": "3", **MONTH}
    answer = client.get(f"{NSIS}contribution_due/", facts)
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["Referrer-Policy"] == "same-origin"
    client.get(f"{NSIS}no_such_quantity/", facts)
    assert "18765" not in caplog.text


@pytest.mark.parametrize(
    "address", ["/law/nowhere/nsis/", f"{NSIS}nothing/", f"{NSIS}gross_wage/drawing.svg"]
)
def test_what_is_not_there_is_said(reader, client, address: str):
    """A scheme or quantity that no law has: no such page."""
    assert client.get(address).status_code == 404
