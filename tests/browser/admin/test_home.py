"""The admin's first page as an editor meets it, and the refusal that everybody else meets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ColourScheme, PageAs
from tests.support.faults import Faults

type Axe = Callable[[Page], None]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_first_page__is_accessible(page_as: PageAs, axe: Axe, colours: ColourScheme) -> None:
    page = page_as("redaktor", "/admin/", colours=colours)
    expect(page.locator("#handslag-waiting-section")).to_be_visible()
    axe(page)


def test_first_page__fits_a_telephone(page_as: PageAs, axe: Axe) -> None:
    page = page_as("redaktor", "/admin/", size=(320, 640))
    expect(page.locator("#handslag-drafts-section")).to_be_visible()
    axe(page)


def test_menu__leads_to_writing(page_as: PageAs) -> None:
    page = page_as("redaktor", "/admin/")
    page.set_default_timeout(10_000)
    page.locator("#wagtail-sidebar [aria-haspopup]:has(.icon-edit)").click()
    page.locator("#wagtail-sidebar a[href*='/add/home/newspage/']").click()
    expect(page.locator("#id_title")).to_be_visible()


def test_icons__of_ours_are_in_the_sprite(page_as: PageAs) -> None:
    page = page_as("redaktor", "/admin/")
    expect(page.locator("symbol#icon-inbox")).to_have_count(1)
    expect(page.locator("symbol#icon-handshake g[stroke=currentColor]")).to_have_count(1)


def test_admin__is_refused_in_words_to_who_has_no_role_there(
    page_as: PageAs, axe: Axe, faults: Faults
) -> None:
    faults.expect("403")
    page = page_as("medarbetare", "/admin/")
    expect(page.locator(".error-page")).to_contain_text("403")
    expect(page.locator("h1")).to_be_visible()
    axe(page)


@pytest.mark.parametrize(
    ("role", "path"),
    [
        (None, "/konto/login/"),
        (None, "/konto/password/reset/"),
        ("redaktor", "/"),
        ("redaktor", "/stil/"),
        ("redaktor", "/konto/"),
        ("redaktor", "/konto/sessions/"),
        ("redaktor", "/konto/2fa/"),
        ("redaktor", "/finns-inte/"),
    ],
)
def test_front__runs_without_any_inline_code(
    page_as: PageAs, faults: Faults, role: str | None, path: str
) -> None:
    faults.expect("404")
    page: Page = page_as(role, path)
    page.wait_for_load_state("networkidle")
    assert page.locator("script:not([src]):not([type='application/json']), style, [style]").count() == 0
