"""The admin's page for importing: both steps without barriers, and a file that cannot be read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, StorageState, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs
from tests.browser.plan.writing.importing import IMPORT_PAGE, IMPORTER, choose_file, save_button
from tests.support.plan_samples.site import PlanlessSite

type Check = Callable[[Page], None]


@pytest.fixture(autouse=True)
def no_plan(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> None:
    demo_site.reset()


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_both_steps__have_no_barriers(page_as: PageAs, axe: Check, size: tuple[int, int]) -> None:
    page = page_as(IMPORTER, IMPORT_PAGE, size=size)
    axe(page)
    choose_file(page).click()
    expect(page.locator("#texten")).to_be_visible()
    axe(page)


def test_second_step__marks_what_is_missing(page_as: PageAs, axe: Check) -> None:
    page = page_as(IMPORTER, IMPORT_PAGE)
    choose_file(page).click()
    page.get_by_role("group", name="Björkmarks kommun").get_by_label(
        "Planen gäller den här kommunen"
    ).uncheck()
    save_button(page).click()
    expect(page.locator(".help-critical")).to_contain_text("Välj minst en kommun.")
    axe(page)


def test_unreadable_file__is_refused_in_a_sentence(page_as: PageAs, axe: Check) -> None:
    page = page_as(IMPORTER, IMPORT_PAGE)
    page.locator("input[type=file]").set_input_files(
        FilePayload(name="plan.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7 nothing more")
    )
    page.get_by_role("button", name="Visa vad som står i filen").click()
    expect(page.locator(".w-field__errors")).not_to_be_empty()
    axe(page)
