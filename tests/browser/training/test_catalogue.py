"""The training catalogue as readers and organisers meet it: no barriers, on any window, without scripts too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs

READER, ORGANISER = "medarbetare", "samordnare"

type Check = Callable[[Page], None]


@pytest.mark.parametrize(
    ("role", "path", "onward"),
    [
        (READER, "/utbildning/", ""),
        (READER, "/utbildning/?vy=manad&lediga=on", ""),
        (READER, "/utbildning/grundkurs/", ""),
        (READER, "/utbildning/", ".occasion-entry__name a"),
        (READER, "/utbildning/kalender/", ""),
        (ORGANISER, "/utbildning/ordna/", ""),
        (ORGANISER, "/utbildning/ordna/", ".task-list__link"),
    ],
)
def test_page__has_no_barriers_and_fits(
    page_as: PageAs, axe: Check, fits_width: Check, role: str, path: str, onward: str
) -> None:
    page = page_as(role, path)
    if onward:
        page.locator(onward).first.click()
    for width, height in (DESKTOP, TELEPHONE):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator("h1")).to_have_count(1)
        axe(page)
        fits_width(page)


def test_filter__works_without_a_script(page_as: PageAs) -> None:
    page = page_as(READER, "/utbildning/", javascript=False)
    page.locator("#id_niva").select_option("county")
    page.locator("form.filters button").click()
    expect(page.locator(".occasion-entry__name")).to_have_count(1)
    page.locator(".occasion-entry__name a").click()
    expect(page.locator("h1")).to_contain_text("Länsdag")
