"""Every kind of page that a reader meets: no barriers, nothing wider than the window, nothing that needs a script.

The kinds are found by following links from the start page, so a new page type is looked at without a new line here.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, ColourScheme, PageAs

STAFF = "medarbetare"
MORE_FOR_STAFF = ("/sok/?q=handlingsplanen", "/sok/?q=finnsinteialls", "/konto/password/change/")
FOR_STRANGERS = (
    "/konto/login/",
    "/konto/password/reset/",
    "/information/",
    "/ar/information/",
    "/finns-inte/",
)
# The demo's mailbox holds letters to others, with addresses that are theirs alone.
NOT_FOLLOWED = ("/admin/", "/static/", "/media/", "/dokument/", "/demo/", "/en/demo/", "/stil/")
FILES = (".pdf", ".json", ".csv", ".xlsx", ".ics", ".vcf", "?export=csv", "?export=xlsx")
LINKS = "() => [...document.querySelectorAll('a[href]')].map((link) => link.href)"


def kind_of(path: str) -> tuple[str, ...]:
    """Language, section and depth: pages that share them share a template."""
    parts = [part for part in path.partition("?")[0].split("/") if part]
    language = parts.pop(0) if parts and len(parts[0]) == 2 else "sv"
    return (language, *parts[:1], str(len(parts)), "?" if "?" in path else "")


def kinds_of_pages(page: Page, start: str, deepest: int = 3) -> list[str]:
    """One address of each kind, by following links."""
    found: dict[tuple[str, ...], str] = {kind_of(start): start}
    frontier = [start]
    for _depth in range(deepest):
        reached: list[str] = []
        for path in frontier:
            page.goto(path)
            host = urlsplit(page.url).netloc
            for link in page.evaluate(LINKS):
                parts = urlsplit(link)
                address = parts.path + (f"?{parts.query}" if parts.query else "")
                if parts.netloc != host or address.startswith(NOT_FOLLOWED) or address.endswith(FILES):
                    continue
                if "logout" in address:
                    continue
                if kind_of(address) not in found:
                    found[kind_of(address)] = address
                    reached.append(address)
        frontier = reached
    return list(found.values())


def test_staff_pages__have_no_barriers_and_fit(
    page_as: PageAs,
    axe: Callable[[Page], None],
    fits_width: Callable[[Page], None],
    full_product: bool,
) -> None:
    colours: list[ColourScheme] = ["light", "dark"] if full_product else ["light"]
    for scheme in colours:
        page = page_as(STAFF, colours=scheme)
        paths = [*kinds_of_pages(page, "/"), *MORE_FOR_STAFF]
        assert len(paths) > 12, paths
        for path in paths:
            page.goto(path)
            assert page.locator("h1").count() == 1, path
            for width, height in (TELEPHONE, DESKTOP):
                page.set_viewport_size({"width": width, "height": height})
                fits_width(page)
                if full_product or (width, height) == DESKTOP or path in ("/", "/handlingsplan/"):
                    axe(page)


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
@pytest.mark.parametrize("path", FOR_STRANGERS)
def test_strangers_pages__have_no_barriers_and_fit(
    page_as: PageAs,
    axe: Callable[[Page], None],
    fits_width: Callable[[Page], None],
    size: tuple[int, int],
    path: str,
) -> None:
    page = page_as(None, path, size=size)
    axe(page)
    fits_width(page)


def test_arabic_page__reads_from_right_to_left(page_as: PageAs) -> None:
    page = page_as(None, "/ar/information/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "ar"


def test_public_pages__set_no_cookie(page_as: PageAs) -> None:
    page = page_as(None, "/information/")
    assert page.context.cookies() == []


def test_search__works_without_a_script(page_as: PageAs) -> None:
    page = page_as(STAFF, "/sok/", javascript=False)
    box = page.locator("main input[type=search], main input[name=q]").first
    box.fill("handlingsplaner")
    box.press("Enter")
    expect(page).to_have_url(re.compile("q=handlingsplaner"))
    expect(page.locator("main mark").first).to_be_visible()


def test_first_tab__reaches_the_skip_link(page_as: PageAs) -> None:
    page = page_as(STAFF, "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
