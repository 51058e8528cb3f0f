"""Pages of the contacts that stand beside those that editors write: no barriers, on a telephone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TELEPHONE, PageAs

type Check = Callable[[Page], None]
# By who reads them; what stands after the address is pressed there.
PAGES: dict[str | None, dict[str, str]] = {
    None: {"/information/stodlinjer/": ""},
    "medarbetare": {"/kontakter/stodlinjer/": "", "/vagledning/": ""},
    "forum": {"/vagledning/ko/": "", "/vagledning/ko/?": ".task-list__link"},
    "samordnare": {
        "/samverkan/fragor/": "",
        "/vagledning/statistik/": "",
        "/samverkan/bra/": 'main a[href*="/samverkan/kalender/"]:not([href$=".ics"])',
    },
}


@pytest.mark.parametrize("role", PAGES)
def test_pages__have_no_barriers_and_fit(
    page_as: PageAs, axe: Check, fits_width: Check, role: str | None
) -> None:
    page = page_as(role, size=TELEPHONE)
    for path, onward in PAGES[role].items():
        answer = page.goto(path)
        assert answer is not None and answer.ok, path
        if onward:
            page.locator(onward).first.click()
        expect(page.locator("h1")).to_have_count(1)
        axe(page)
        fits_width(page)


def test_asked_and_withdrawn__the_message_is_what_one_sees(page_as: PageAs) -> None:
    """The form has an address within its page, which a browser hands on to the pages that follow."""
    page = page_as("medarbetare", "/vagledning/", size=TELEPHONE)
    form = page.locator('form[action="#ask"]')
    form.locator('input[name="situation"]').first.check()
    form.locator('textarea[name="question"]').fill("Hur bemöter vi en affisch på anslagstavlan?")
    form.locator("button").last.click()
    expect(page).to_have_url(re.compile(r"/vagledning/\d+/"))
    expect(page.locator('[role="status"]').first).to_be_in_viewport()
    page.locator('input[name="is_sure"]').check()
    page.locator('form:has([name="is_sure"]) button').click()
    expect(page).to_have_url(re.compile("/vagledning/#"))
    expect(page.locator('[role="status"]').first).to_be_in_viewport()
