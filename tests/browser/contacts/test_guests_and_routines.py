"""Guests of a meeting and rounds of a routine: no barriers, on any window."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs

type Check = Callable[[Page], None]


@pytest.mark.parametrize(
    "way",
    [("/rutiner/organ/",), ("/rutiner/organ/", "/borja/"), ("/omgang/",), ("/mote-5/", "/gaster/")],
    ids=lambda way: way[-1].strip("/"),
)
def test_page__has_no_barriers_and_fits(
    page_as: PageAs, axe: Check, fits_width: Check, way: tuple[str, ...]
) -> None:
    page = page_as("samordnare", "/samverkan/bra/")
    for part in way:
        page.locator(f'main a[href*="{part}"]').first.click()
    for width, height in (DESKTOP, TELEPHONE):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator("h1")).to_have_count(1)
        axe(page)
        fits_width(page)
