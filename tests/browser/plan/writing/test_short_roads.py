"""Corrections, repeal, review of currency, proposals and the plan's story, wide and narrow, as each who uses them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, StorageState, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs
from tests.support.faults import Faults
from tests.support.plan_samples.site import PlanlessSite
from tests.support.steps import Steps

WRITER, SECOND, READER, SECRETARY = "redaktor", "granskare", "medarbetare", "sekreterare"

type Check = Callable[[Page], None]


@pytest.fixture(autouse=True)
def written_plan(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> None:
    demo_site.fill("load_written_plan")


@pytest.fixture
def look_at(axe: Check, fits_width: Check) -> Check:
    def look(page: Page) -> None:
        for width, height in (TELEPHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": height})
            axe(page)
            fits_width(page)

    return look


def fill_in(page: Page) -> None:
    page.locator("main input[name$=-value]").first.fill("08-465 004 22")
    page.locator("[name=reason]").fill("Numret är bytt.")


def test_correction__takes_two_people_and_three_steps_from_the_start_page(page_as: PageAs) -> None:
    steps, writer = Steps(), page_as(WRITER, "/")
    steps.press(WRITER, writer.get_by_role("link", name="Rätta en uppgift i planen"))
    fill_in(writer)
    steps.press(WRITER, writer.get_by_role("button", name="Skicka för godkännande"))
    second = page_as(SECOND, "/")
    expect(second.get_by_role("region", name="Godkänn en rättelse av planen")).to_contain_text(
        "Numret är bytt."
    )
    steps.press(SECOND, second.get_by_role("button", name="Godkänn rättelsen"))
    expect(second.locator(".notification--success").first).to_be_visible()
    expect(page_as(READER, "/handlingsplan/").get_by_text("08-465 004 22").first).to_be_visible()
    assert len(steps) <= 3 and steps.people == 2, steps


def test_correction__every_page_of_it_is_without_barriers(
    page_as: PageAs, look_at: Check, faults: Faults
) -> None:
    faults.expect("status of 422")
    writer = page_as(WRITER, "/handlingsplan/ratta/")
    look_at(writer)
    writer.get_by_role("button", name="Skicka för godkännande").click()
    expect(writer.locator("[data-error-summary]")).to_be_focused()
    look_at(writer)
    fill_in(writer)
    writer.get_by_role("button", name="Skicka för godkännande").click()
    look_at(writer)
    second = page_as(SECOND, "/")
    look_at(second)
    second.get_by_role("link", name="Godkänn en rättelse av planen").click()
    look_at(second)


def test_pages_of_the_short_roads__are_without_barriers(page_as: PageAs, look_at: Check) -> None:
    for person, address in (
        (SECRETARY, "/handlingsplan/upphav/"),
        (WRITER, "/handlingsplan/aktualitet/"),
        (WRITER, "/beslut/forslag/"),
        (READER, "/handlingsplan/foresla/"),
        (READER, "/handlingsplan/forslag/"),
        (READER, "/handlingsplan/historia/"),
        (WRITER, "/handlingsplan/historia/"),
    ):
        page = page_as(person, address)
        expect(page.locator("h1")).to_have_count(1)
        assert page.request.get(address).status == 200, address
        look_at(page)


def test_proposal__from_a_reader_is_answered_by_an_editor(page_as: PageAs, look_at: Check) -> None:
    reader = page_as(READER, "/handlingsplan/foresla/")
    for field in reader.locator("main form textarea").all():
        field.fill("Skriv ut hur ofta rådet möts.")
    reader.locator("main form button[type=submit]").last.click()
    look_at(reader)
    editor = page_as(WRITER, "/beslut/forslag/")
    editor.locator("main a[href*='/beslut/forslag/']").first.click()
    expect(editor.get_by_text("Skriv ut hur ofta rådet möts.").first).to_be_visible()
    look_at(editor)
