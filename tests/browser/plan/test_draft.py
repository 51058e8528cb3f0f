"""The demo's draft in the editor: looked at and never saved; afterwards it waits for the board as before."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import PageAs
from tests.support.accessibility import find_violations
from tests.support.demo_site import DemoSite
from tests.support.faults import Faults

# Milliseconds: the editor is large, and so is what it sends for a preview.
LONGEST = 15_000
PUBLISH = "[name=action-publish], [name=action-unpublish], [href$='/unpublish/']"
# Of Wagtail's own widgets: the box of running text has no name of its own, the list at the edge cannot be focused.
WAGTAILS_OWN = (
    'aria-input-field-name at div[aria-describedby="placeholder-',
    "scrollable-region-focusable at .w-minimap__list",
)


_MATTER = """
from django.contrib.auth import get_user_model
from plan_pages.road.matter import Matter
from plan_pages.workflow import doors
matter = Matter.objects.get()
accounts = get_user_model().objects
editor, reviewer = (accounts.get(email=f"{name}@handslag.test") for name in ("redaktor", "granskare"))
"""
TAKE_BACK = f"""{_MATTER}
doors.act(matter, editor, "withdraw")
"""
PUT_BEFORE_BOARD = f"""{_MATTER}
doors.act(doors.submit(matter, editor), reviewer, "approve")
"""


@pytest.fixture(scope="module")
def drafting(demo_site: DemoSite) -> Iterator[None]:
    """The text stands still while it waits for the board; the editor takes it back for these tests."""
    demo_site.manage("shell", "-c", TAKE_BACK)
    yield
    demo_site.manage("shell", "-c", PUT_BEFORE_BOARD)


def open_draft(page_as: PageAs, role: str) -> Page:
    page = page_as(role, "/admin/")
    page.set_default_timeout(LONGEST)
    page.locator("#wagtail-sidebar").get_by_role("link", name="Planens utkast").click()
    expect(page.locator("#id_title")).to_have_value("Handlingsplan mot våldsbejakande extremism")
    page.wait_for_load_state("networkidle")
    return page


def preview(page: Page) -> FrameLocator:
    """The preview once it shows something: another way of showing, chosen before that, is forgotten by Wagtail."""
    page.locator("[data-side-panel-toggle=preview]").click()
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_be_visible(timeout=LONGEST)
    return frame


@pytest.mark.parametrize("role", ["redaktor", "admin"])
def test_editor__is_locked_while_the_text_waits_for_the_board(page_as: PageAs, role: str) -> None:
    page = open_draft(page_as, role)
    expect(page.get_by_text("Texten står still medan den är på väg till beslut")).to_be_visible()
    expect(page.get_by_role("button", name="Spara utkast")).to_have_count(0)
    expect(page.locator(PUBLISH)).to_have_count(0)


@pytest.mark.usefixtures("drafting")
def test_editor__has_no_barriers_of_ours(page_as: PageAs) -> None:
    page = open_draft(page_as, "redaktor")
    section = page.locator("[data-contentpath=sections] [data-streamfield-child]").first
    section.locator("[data-panel-toggle]").first.click()
    expect(section.get_by_label("rubrik")).to_be_visible()
    found = find_violations(page)
    assert [line for line in found if not line.startswith(WAGTAILS_OWN)] == []


@pytest.mark.usefixtures("drafting")
@pytest.mark.parametrize("role", ["redaktor", "admin"])
def test_editor__offers_no_publishing(page_as: PageAs, role: str) -> None:
    page = open_draft(page_as, role)
    expect(page.get_by_role("button", name="Spara utkast")).to_be_visible()
    expect(page.locator(PUBLISH)).to_have_count(0)
    expect(page.get_by_role("button", name="Publicera")).to_have_count(0)


def test_preview__shows_the_draft_and_says_that_it_is_one(page_as: PageAs, faults: Faults) -> None:
    # Wagtail's own checks of the content tell the console what they found.
    faults.expect("axe.run results")
    frame = preview(open_draft(page_as, "redaktor"))
    expect(frame.locator("h1")).to_have_text("Handlingsplan mot våldsbejakande extremism")
    expect(frame.locator(".notification--warning")).to_contain_text("inte beslutat")
    promise = frame.locator(".commitment__text").filter(has_text="lyssna på det interreligiösa rådet")
    expect(promise).to_have_count(1)


def test_preview__shows_what_differs_from_the_latest_edition(page_as: PageAs, faults: Faults) -> None:
    faults.expect("axe.run results")
    page = open_draft(page_as, "redaktor")
    frame = preview(page)
    page.locator("#id_preview_mode").select_option("changes")
    expect(frame.locator(".section-changes").first).to_be_visible(timeout=LONGEST)
    expect(frame.locator(".notification--warning")).to_contain_text("skiljer från utgåva 2")
