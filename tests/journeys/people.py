"""What a person does in a browser: sign in, by password or by code."""

from playwright.sync_api import Page
from tests.portals.stage import PASSWORD


def sign_in(page: Page, address: str, name: str) -> None:
    """As an employer's clerk, an officer or an auditor."""
    page.goto(f"{address}/sign-in/")
    page.fill("#id_login_name", name)
    page.fill("#id_password", PASSWORD)
    page.click("main button")


def sign_in_by_code(page: Page, address: str, insured_number: str) -> None:
    """As an insured person of the stage; in a demonstration the page shows the code."""
    ask_for_code(page, address, insured_number)
    page.fill("#id_code", page.inner_text("#shown-code"))
    page.click("main button")


def ask_for_code(page: Page, address: str, insured_number: str) -> None:
    """To the page that takes the code, on the way to the passbook."""
    page.goto(f"{address}/passbook/")
    page.fill("#id_insured_number", insured_number)
    for place, part in enumerate(("২৭", "৩", "১৯৯৪")):
        page.fill(f"#id_birth_date_{place}", part)
    page.click("main button")
