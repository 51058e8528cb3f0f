"""What an editor does to import a decided plan."""

from typing import Final

from playwright.sync_api import FilePayload, Locator, Page

from tests.plan_pages.importing.layouts.text import EXTRACTED

IMPORTER, SECOND, READER = "redaktor", "granskare", "medarbetare"
IMPORT_PAGE: Final = "/admin/plan/importera/"
FILE: Final = FilePayload(name="beslutad plan.txt", mimeType="text/plain", buffer=EXTRACTED.encode())


def choose_file(page: Page) -> Locator:
    """The button that sends it."""
    page.locator("input[type=file]").set_input_files(FILE)
    return page.get_by_role("button", name="Visa vad som står i filen")


def save_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Spara det inlästa")


def import_plan(page: Page) -> str:
    """The address where the second person answers."""
    page.goto(IMPORT_PAGE)
    choose_file(page).click()
    save_button(page).click()
    page.wait_for_url("**/handlingsplan/registrera/*/")
    return page.url


def confirm_button(page: Page) -> Locator:
    """With the box ticked that says what it means."""
    page.get_by_label("Jag har jämfört hela texten").check()
    return page.get_by_role("button", name="Bekräfta och registrera")
