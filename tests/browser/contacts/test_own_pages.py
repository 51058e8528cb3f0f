"""Pages of the contacts that stand beside those that editors write: no barriers, on a telephone."""

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
