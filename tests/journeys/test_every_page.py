"""Every page in a real browser: no WCAG 2.2 AA violation, no sideways scrolling, a light first page."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.journeys.people import ask_for_code, sign_in, sign_in_by_code

pytestmark = pytest.mark.journey

FIRST_PAGE_BYTES = 150_000
WIDTHS = (360, 1280)
OLD_AGE_PENSION = "/law/bangladesh/nsis/old_age_pension/"
RECORD = "earnings_by_month=300+x+20,000+taka&insured_by_month=300+x+1&employee_by_month=300+x+1"
LAW = (
    "/law/",
    "/law/bangladesh/nsis/",
    f"{OLD_AGE_PENSION}?example=pensioner",
    f"{OLD_AGE_PENSION}?month=2027-01&age_0=50&{RECORD}",
    f"{OLD_AGE_PENSION}?month=2020-01&age_0=x&earnings_by_month=y&civil_service_months=900",
    f"/law/bangladesh/nsis/survivor_pension/?{RECORD}&survivor_kind=spouse,+child&survivor_age=38,+7",
)
FORMS = ("/sign-in/", "/member/sign-in/")
LANGUAGES = ("bn", "en")
AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


def pages_of(made: dict[str, Any]) -> dict[str, list[str]]:
    """The addresses that each visitor opens; the empty name is nobody."""
    returns, line, person = made["returns"], made["held_line"], made["person"]
    return {
        "": ["/", "/about/", "/accessibility/", "/sign-in/", "/member/sign-in/", "/nowhere/", *LAW],
        "rupashi": [
            "/employer/",
            "/employer/returns/",
            "/employer/returns/send/",
            "/employer/returns/nil/",
            *(f"/employer/returns/{each}/" for each in returns.values()),
            "/employer/slips/2026-08/",
            "/employer/remittances/",
            "/office/",
        ],
        "officer": [
            "/office/",
            "/office/held-lines/",
            f"/office/held-lines/{line}/",
            f"/office/held-lines/{line}/match/{person}/",
            f"/office/held-lines/{line}/register/",
            "/office/employers/",
            f"/office/employers/{made['employer']}/",
            "/office/people/",
            f"/office/people/{person}/",
            "/office/trial-balance/",
        ],
        "auditor": ["/office/"],
        "member": [
            "/passbook/",
            f"/passbook/why/{made['line']}/contribution_due/",
            f"/passbook/why/{made['line']}/sickness_contribution_worker/",
        ],
    }


def faults_of(page: Page) -> list[str]:
    """What axe finds on the open page, and whether the page is wider than its window."""
    found = [
        f"{violation['id']}: {violation['nodes'][0]['html'][:160]}"
        for violation in Axe().run(page, options=AXE).response["violations"]
    ]
    width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [*found, f"{width} px wider than the window"] if width > 0 else found


def look_at(page: Page, url: str) -> dict[str, list[str]]:
    """The faults of a page at both widths, by width."""
    page.goto(url)
    # What a reader can unfold is looked at too.
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    return look_again(page, url)


def look_again(page: Page, url: str) -> dict[str, list[str]]:
    """The faults of the page that is open."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if faults := faults_of(page):
            found[f"{url} at {width} px"] = faults
    return found


def look_at_faulty_form(page: Page, url: str) -> dict[str, list[str]]:
    """The faults of a form that was sent empty; its error summary leads to the field."""
    page.goto(url)
    page.click("main button")
    page.click(".govuk-error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.tagName") == "INPUT", url
    return look_again(page, f"{url} sent empty")


def test_every_page_is_accessible(address: str, made: dict[str, Any], browser: Browser):
    """Each page, in Bangla and English, at 360 and 1280 px, has no WCAG 2.2 AA violation that axe can find
    and never scrolls sideways; forms with faults too."""
    found: dict[str, list[str]] = {}
    for who, urls in pages_of(made).items():
        context = browser.new_context()
        page = context.new_page()
        if who == "member":
            sign_in_by_code(page, address, made["insured_number"])
        elif who:
            sign_in(page, address, who)
        for language in LANGUAGES:
            context.add_cookies([{"name": "django_language", "value": language, "url": address}])
            for url in urls:
                found |= look_at(page, f"{address}{url}")
            if not who:
                for url in FORMS:
                    found |= look_at_faulty_form(page, f"{address}{url}")
                ask_for_code(page, address, made["insured_number"])
                found |= look_again(page, page.url)
        context.close()
    assert not found


def test_axe_sees_a_sin(browser: Browser):
    """The check itself finds a picture without words and text too pale to read."""
    page = browser.new_page()
    page.set_content(
        '<html lang="en"><title>x</title><main><img src="x"><p style="color:#ccc">pale</p></main>'
    )
    assert {fault.split(":")[0] for fault in faults_of(page)} == {"image-alt", "color-contrast"}


def test_the_first_page_is_light(address: str, browser: Browser):
    """Page, stylesheet, fonts and all else together come to less than 150 KB over the wire."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(address, wait_until="networkidle")
    assert page.evaluate("document.fonts.check('16px \"Noto Sans Bengali\"')")
    assert len(sizes) >= 4
    assert sum(sizes) < FIRST_PAGE_BYTES
