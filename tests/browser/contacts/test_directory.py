"""The contacts directory as readers meet it: no barriers, on any window, with and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs

READER, KEEPER = "medarbetare", "samordnare"
ENTRY = ".directory-entry__name"

type Check = Callable[[Page], None]


@pytest.mark.parametrize(
    ("role", "path"),
    [
        (READER, "/kontakter/"),
        (READER, "/kontakter/?q=finnsinte"),
        (READER, "/kontakter/tackning/"),
        (KEEPER, "/kontakter/importera/"),
        (READER, "organisation"),
    ],
)
def test_page__has_no_barriers_and_fits(
    page_as: PageAs, axe: Check, fits_width: Check, role: str, path: str
) -> None:
    page = page_as(role, "/kontakter/" if path == "organisation" else path)
    if path == "organisation":
        page.locator(ENTRY).first.locator("a").click()
    for width, height in (DESKTOP, TELEPHONE):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator("h1")).to_have_count(1)
        axe(page)
        fits_width(page)


def test_long_words__break_instead_of_scrolling(page_as: PageAs, fits_width: Check) -> None:
    word = "samverkansorganisationsföreträdare" * 2
    page = page_as(KEEPER, f"/kontakter/?q={word}", size=TELEPHONE)
    expect(page.locator("a.chip")).to_contain_text(word)
    fits_width(page)
    page.goto("/kontakter/importera/")
    rows = f"organisation;kommun;slag\n{word};{word};{word}\n"
    page.locator("input[type=file]").set_input_files(
        {"name": f"{word}.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    page.locator("main form button[type=submit]").click()
    expect(page.locator("input[name=skip]")).to_have_count(1)
    fits_width(page)


def test_search__shows_what_is_found_while_typing(page_as: PageAs) -> None:
    page = page_as(READER, "/kontakter/")
    expect(page.locator(ENTRY).nth(5)).to_be_visible()
    page.locator("#id_q").press_sequentially("landsting")
    expect(page.locator(ENTRY)).to_have_count(1)
    expect(page.locator(ENTRY)).to_have_text("Region Norrmark")
    expect(page).to_have_url(re.compile(r"\?q=landsting$"))
    expect(page.locator("#id_q")).to_be_focused()


def test_search__works_without_a_script(page_as: PageAs) -> None:
    page = page_as(READER, "/kontakter/", javascript=False)
    page.locator("#id_q").fill("landsting")
    page.locator("form.filters button").click()
    expect(page.locator(ENTRY)).to_have_count(1)
    page.locator(ENTRY).locator("a").click()
    expect(page.locator("h1")).to_have_text("Region Norrmark")


def test_owner__is_found_in_two_clicks_from_the_start(page_as: PageAs) -> None:
    page = page_as(READER, "/handlingsplan/")
    page.locator("main").locator("a[href$='/handlingsplan/ansvar/']").first.click()
    expect(page.locator(".responsibility .holder").first).to_be_visible()
    page.locator(".responsibility a[href*='/kontakter/organisation/']").first.click()
    expect(page).to_have_url(re.compile(r"/kontakter/organisation/\d+/#funktion-\d+$"))


def test_file__is_read_in_by_the_coordinator(page_as: PageAs) -> None:
    page = page_as(KEEPER, "/kontakter/importera/")
    content = "organisation;slag\nNorrgårdens ridklubb;sports\nUtan slag;\n".encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "kontakter.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.locator("main form button").click()
    page.locator("input[name=skip]").check()
    page.locator("main form button").click()
    page.goto("/kontakter/?q=ridklubb")
    expect(page.locator(ENTRY)).to_have_count(1)
