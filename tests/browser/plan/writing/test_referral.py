"""A referral in the browser: sent out, read by a body without an account, answered, closed; each page looked at."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, StorageState, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs
from tests.support.plan_samples.site import PlanlessSite

WRITER, SECOND = "redaktor", "granskare"

type Check = Callable[[Page], None]


@pytest.fixture(autouse=True)
def written_plan(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> None:
    demo_site.fill("load_written_plan")


@pytest.fixture
def look_at(axe: Check, fits_width: Check) -> Check:
    def look(page: Page) -> None:
        for width, height in (TELEPHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": height})
            axe(page)
            fits_width(page)

    return look


def reviewed(page_as: PageAs) -> str:
    """A text that was reviewed and is to go out; the matter's address."""
    page = page_as(WRITER, "/beslut/forbered/")
    for reason in page.get_by_label(re.compile("^Skäl till ändringen")).all():
        reason.fill("Så vill styrgruppen.")
    for answer in page.locator("main fieldset").filter(has_not_text="remiss").get_by_label("Nej").all():
        answer.check()
    page.get_by_label("Vem har prövat texten mot lagen?").fill("Kommunjuristen")
    page.get_by_label("Vilken dag?").fill("2026-02-20")
    page.locator("main fieldset").filter(has_text="remiss").locator("input[type=radio]").first.check()
    page.get_by_role("button", name="Spara och lämna till granskning").click()
    page.wait_for_url(re.compile(r"/beslut/\d+/$"))
    page_as(SECOND, page.url).get_by_role("button", name="Godkänn texten").click()
    return page.url


def test_referral__from_sending_out_to_the_boards_summary(page_as: PageAs, look_at: Check) -> None:
    address = reviewed(page_as)
    page = page_as(WRITER, f"{address}remiss/")
    look_at(page)
    page.locator("[name=bodies]").fill("Polismyndigheten\nRäddningstjänsten; diariet@raddning.test")
    page.locator("[name=deadline]").fill("2027-03-01")
    page.locator("[name=reply_to]").fill("diariet@bjorkmark.test")
    page.get_by_role("button", name="Skicka ut på remiss").click()
    look_at(page)
    page.locator("main a[href*='/remiss/'][href$='/svar/']").first.click()
    look_at(page)
    page.goto(f"{address}remiss/")
    page.locator("main a").filter(has_text=re.compile("[Ll]äsadress")).first.click()
    look_at(page)


def test_reading_address__opens_the_text_for_somebody_without_an_account(
    page_as: PageAs, look_at: Check
) -> None:
    address = reviewed(page_as)
    page = page_as(WRITER, f"{address}remiss/")
    page.locator("[name=bodies]").fill("Polismyndigheten")
    page.locator("[name=deadline]").fill("2027-03-01")
    page.locator("[name=reply_to]").fill("diariet@bjorkmark.test")
    page.get_by_role("button", name="Skicka ut på remiss").click()
    page.locator("main a").filter(has_text=re.compile("[Ll]äsadress")).first.click()
    page.locator("main form button[type=submit]").first.click()
    look_at(page)
    private = page.locator("#reading-address").input_value()
    stranger = page_as(None, private)
    expect(stranger.get_by_text("Texten är skriven om.").first).to_be_visible()
    look_at(stranger)
