"""The style guide in Chromium: every component in every state is what the accessibility tests read first."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, ColourScheme, PageAs

PATH = "/stil/"
FORM_PATH = "/stil/formular/"
ROLE = "medarbetare"
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
CUT_OFF = """() => [...document.querySelectorAll('main *')]
  .filter((element) => !element.closest('.table-region, .visually-hidden, details:not([open]), .print-only'))
  .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_styleguide__has_no_barriers_and_fits(
    page_as: PageAs,
    axe: Callable[[Page], None],
    fits_width: Callable[[Page], None],
    size: tuple[int, int],
    colours: ColourScheme,
) -> None:
    page = page_as(ROLE, PATH, size=size, colours=colours)
    axe(page)
    fits_width(page)


def test_styleguide__is_there_in_english(page_as: PageAs, axe: Callable[[Page], None]) -> None:
    page = page_as(ROLE, "/en/stil/", language="en-GB")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", level=1).inner_text() == "Style guide"
    axe(page)


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_styleguide__wider_text_spacing_loses_nothing(
    page_as: PageAs, fits_width: Callable[[Page], None], size: tuple[int, int]
) -> None:
    page = page_as(ROLE, PATH, size=size)
    set_styles(page, TEXT_SPACING)
    fits_width(page)
    assert page.evaluate(CUT_OFF) == []


def test_styleguide__text_at_twice_the_size_loses_nothing(
    page_as: PageAs, fits_width: Callable[[Page], None]
) -> None:
    page = page_as(ROLE, PATH)
    set_styles(page, "html { font-size: 200% }")
    fits_width(page)
    assert page.evaluate(CUT_OFF) == []


def test_header__menu_opens_and_closes_without_javascript(page_as: PageAs) -> None:
    page = page_as(ROLE, PATH, size=TELEPHONE, javascript=False)
    navigation = page.get_by_role("navigation", name="Huvudmeny")
    expect(navigation).to_be_hidden()
    page.get_by_role("button", name="Meny").first.click()
    expect(navigation).to_be_visible()
    page.get_by_role("button", name="Stäng menyn").click()
    expect(navigation).to_be_hidden()


def test_header__escape_closes_the_menu_and_gives_focus_back(page_as: PageAs) -> None:
    page = page_as(ROLE, PATH, size=TELEPHONE)
    page.get_by_role("button", name="Meny").first.click()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").endswith("menu-button")


def test_header__skip_link_comes_first_and_leads_past_the_menu(page_as: PageAs) -> None:
    page = page_as(ROLE, FORM_PATH)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_form__error_summary_takes_focus_and_leads_to_the_field(
    page_as: PageAs, axe: Callable[[Page], None], fits_width: Callable[[Page], None]
) -> None:
    page = page_as(ROLE, FORM_PATH, size=TELEPHONE)
    page.get_by_label("Utbildningens namn").fill("Samtal")
    page.get_by_role("button", name="Skicka formuläret").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    assert page.get_by_label("Utbildningens namn").input_value() == "Samtal"
    axe(page)
    fits_width(page)
    for link in summary.get_by_role("link").all():
        target = (link.get_attribute("href") or "").removeprefix("#")
        link.click()
        assert page.evaluate("document.activeElement.id") == target


def test_form__can_be_sent_without_javascript(page_as: PageAs) -> None:
    page = page_as(ROLE, FORM_PATH, javascript=False)
    page.get_by_role("button", name="Skicka formuläret").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("5 saker behöver rättas")
    page.get_by_label("Utbildningens namn").fill("Samtal")
    page.get_by_label("Dag").fill("2026-03-10")
    page.get_by_label("Preventionsnivå").select_option("universal")
    page.get_by_label("Kunskap").check()
    page.get_by_label("Jag har berättat").check()
    page.get_by_role("button", name="Skicka formuläret").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"Inget sparas\.\s*$"))


def test_focus__is_drawn_on_everything_that_takes_it(page_as: PageAs) -> None:
    page = page_as(ROLE, PATH)
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "3px", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_motion__none_for_those_who_ask_for_none(page_as: PageAs) -> None:
    page = page_as(ROLE, PATH, reduced_motion=True)
    moving = """[...document.querySelectorAll('*')]
      .filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0).length"""
    assert page.evaluate(moving) == 0


def test_print__shows_address_and_date_and_no_menus(page_as: PageAs) -> None:
    page = page_as(ROLE, PATH)
    page.emulate_media(media="print")
    assert page.locator(".print-header").is_visible()
    assert PATH in page.locator(".print-header").inner_text()
    assert not page.locator(".site-header").is_visible()
    assert not page.locator(".site-footer").is_visible()


def test_target_size__everything_to_press_is_large_enough(page_as: PageAs) -> None:
    """WCAG 2.5.8: 24 px, except links in running text."""
    page = page_as(ROLE, PATH, size=TELEPHONE)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, input, select, .button, .chip[href], nav a')]
          .filter((element) => element.checkVisibility() && !element.matches('[type=hidden]'))
          .filter((element) => element.getBoundingClientRect().height < 24)
          .map((element) => element.outerHTML.slice(0, 120))"""
    )
    assert small == []


def set_styles(page: Page, css: str) -> None:
    """As a reader's own style sheet does, which the content policy does not concern."""
    page.evaluate(
        """(css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }""",
        css,
    )
