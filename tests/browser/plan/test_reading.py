"""The plan's pages as readers meet them: no barriers, on any window, with any means."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, ColourScheme, PageAs
from tests.support.steps import Steps

PLAN = "/handlingsplan/"
READER = "medarbetare"
PAGES = {
    "in force": PLAN,
    "earlier edition": f"{PLAN}utgavor/1/",
    "correction": f"{PLAN}utgavor/1.1/",
    "changes shown": f"{PLAN}utgavor/2/?sedan=1",
    "all editions": f"{PLAN}utgavor/",
    "compared": f"{PLAN}jamfor/1/2/",
    "compared with itself": f"{PLAN}jamfor/2/2/",
    "on a day": f"{PLAN}den/2024-06-01/",
    "nothing in force": f"{PLAN}den/2019-01-01/",
    "who does what": f"{PLAN}ansvar/",
}

type Check = Callable[[Page], None]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_page__has_no_barriers_and_fits(
    page_as: PageAs, axe: Check, fits_width: Check, full_product: bool, path: str
) -> None:
    colours: list[ColourScheme] = ["light", "dark"] if full_product else ["light"]
    for scheme in colours:
        for language in ("sv-SE", "en-GB") if full_product else ("sv-SE",):
            page = page_as(READER, path, colours=scheme, language=language)
            for width, height in (DESKTOP, TELEPHONE):
                page.set_viewport_size({"width": width, "height": height})
                expect(page.locator("h1")).to_have_count(1)
                axe(page)
                fits_width(page)


def test_reading__works_without_a_script(page_as: PageAs) -> None:
    page = page_as(READER, PLAN, javascript=False)
    expect(page.locator(".plan-section").first).to_be_visible()
    page.get_by_role("link", name="Visa ändringar sedan utgåva 1.1").click()
    expect(page.locator(".section-changes").first).to_be_visible()
    page.get_by_role("link", name="Dölj ändringar").click()
    expect(page.locator(".section-changes")).to_have_count(0)


def test_comparing__any_two_editions_without_a_script(page_as: PageAs) -> None:
    page = page_as(READER, f"{PLAN}jamfor/1.1/2/", javascript=False)
    page.get_by_label("Från utgåva").select_option("1")
    page.get_by_label("Till utgåva").select_option("1.1")
    page.get_by_role("button", name="Jämför").click()
    expect(page).to_have_url(re.compile(r"/jamfor/1/1\.1/$"))
    expect(page.locator(".comparison ins").first).to_be_visible()


def test_differences__are_two_steps_from_the_plan(page_as: PageAs) -> None:
    steps, page = Steps(), page_as(READER, PLAN)
    steps.press(READER, page.locator("main").get_by_role("link", name="Alla utgåvor"))
    steps.press(READER, page.get_by_role("link", name="Jämför med utgåva 1.1"))
    expect(page.locator(".comparison__section--new").first).to_be_visible()
    assert len(steps) <= 2, steps


def test_differences__in_the_text_are_one_step_from_the_plan(page_as: PageAs) -> None:
    steps, page = Steps(), page_as(READER, PLAN)
    steps.press(READER, page.get_by_role("link", name="Visa ändringar sedan"))
    expect(page.locator(".section-changes").first).to_be_visible()
    assert len(steps) == 1, steps


def test_keyboard__skip_link_comes_first_and_contents_lead_to_their_section(page_as: PageAs) -> None:
    page = page_as(READER, PLAN)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    link = page.locator(".contents__link").nth(6)
    while not link.evaluate("(element) => element === document.activeElement"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body"), "Tab never reached the contents"
    page.keyboard.press("Enter")
    section = page.locator(f"[id='{(link.get_attribute('href') or '').removeprefix('#')}']")
    expect(section).to_be_in_viewport()
    # The next Tab goes on from the section, not from the list of contents.
    page.keyboard.press("Tab")
    assert section.evaluate(
        "(element) => Boolean(element.compareDocumentPosition(document.activeElement)"
        " & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING))"
    )


def test_paper__says_which_edition_it_is_and_leaves_the_contents_out(page_as: PageAs) -> None:
    page = page_as(READER, PLAN)
    page.emulate_media(media="print")
    expect(page.locator(".print-header")).to_be_visible()
    expect(page.locator(".print-header")).to_contain_text("Utgåva 2, gäller")
    expect(page.locator(".contents")).to_be_hidden()
    expect(page.locator(".plan-section").first).to_be_visible()
