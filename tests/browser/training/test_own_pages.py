"""Pages below the catalogue's that readers and organisers have each for themselves: no barriers, on a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TELEPHONE, PageAs

READER, ORGANISER = "medarbetare", "samordnare"
COURSE = "Länsdag om lokala lägesbilder"
PAGES = {
    READER: ("kompetens/", "metoder/", "erfarenheter/"),
    ORGANISER: (
        "kompetens/enheter/",
        "kompetens/bekrafta/",
        "behov/",
        "behov/nytt/",
        "metoder/ny/",
        "erfarenheter/ny/",
        "import/",
    ),
}

type Check = Callable[[Page], None]


@pytest.fixture
def looks_right(axe: Check, fits_width: Check) -> Check:
    def check(page: Page) -> None:
        expect(page.locator("h1")).to_have_count(1)
        axe(page)
        fits_width(page)

    return check


@pytest.mark.parametrize("role", PAGES)
def test_pages__have_no_barriers_and_fit(page_as: PageAs, looks_right: Check, role: str) -> None:
    page = page_as(role, size=TELEPHONE)
    for path in PAGES[role]:
        answer = page.goto(f"/utbildning/{path}")
        assert answer is not None and answer.ok, path
        looks_right(page)


def test_registering_and_the_mailed_link__have_no_barriers_and_fit(
    page_as: PageAs, looks_right: Check
) -> None:
    page = page_as(READER, "/utbildning/", size=TELEPHONE)
    main = page.locator("main")
    main.get_by_role("link", name=COURSE).first.click()
    main.get_by_role("link", name="Anmäl dig", exact=True).click()
    looks_right(page)
    main.get_by_role("button", name="Anmäl dig", exact=True).click()
    expect(main.get_by_role("heading", name="Du är anmäld")).to_be_visible()
    looks_right(page)
    page.goto("/demo/post/")
    link = main.locator("article", has_text=COURSE).locator("a[href*='/avboka/']").first.get_attribute("href")
    stranger = page_as(None, link, size=TELEPHONE)
    looks_right(stranger)
    # Given back, so that others find the demo as it was.
    stranger.locator("main form button").first.click()
    looks_right(stranger)
