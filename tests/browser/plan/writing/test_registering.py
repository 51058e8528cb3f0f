"""A plan that was decided before Handslag: two people, five steps, and what happens when they do not agree."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, StorageState, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs
from tests.browser.plan.writing.importing import (
    IMPORTER,
    READER,
    SECOND,
    choose_file,
    confirm_button,
    import_plan,
    save_button,
)
from tests.support.faults import Faults
from tests.support.plan_samples.site import PlanlessSite
from tests.support.steps import Steps

PLAN = re.compile(r"/handlingsplan/$")
TODO = "Jämför den inlästa planen med källan"

type Check = Callable[[Page], None]


@pytest.fixture(autouse=True)
def no_plan(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> None:
    demo_site.reset()


@pytest.fixture
def look_at(axe: Check, fits_width: Check) -> Check:
    """Wide and narrow, each without barriers."""

    def look(page: Page) -> None:
        for width, height in (TELEPHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": height})
            axe(page)
            fits_width(page)

    return look


def test_decided_plan__is_registered_by_two_people_in_five_steps(page_as: PageAs) -> None:
    steps = Steps()
    first = page_as(IMPORTER, "/")
    steps.press(IMPORTER, first.get_by_role("link", name="Läs in planen"))
    steps.press(IMPORTER, choose_file(first))
    steps.press(IMPORTER, save_button(first))
    second = page_as(SECOND, "/")
    steps.press(SECOND, second.get_by_role("link", name=TODO))
    steps.press(SECOND, confirm_button(second))
    expect(second).to_have_url(PLAN)
    reader = page_as(READER, "/handlingsplan/")
    expect(reader.locator("h1")).to_have_text("Kommunens handlingsplan mot våldsbejakande extremism")
    expect(reader.locator(".definition-header")).to_contain_text("2018-03-03, § 41")
    assert steps.people == 2
    assert len(steps) <= 5, steps


def test_importer__is_told_that_somebody_else_confirms(page_as: PageAs, look_at: Check) -> None:
    page = page_as(IMPORTER)
    import_plan(page)
    expect(page.get_by_text("så någon annan jämför den")).to_be_visible()
    expect(page.get_by_role("button", name="Bekräfta och registrera")).to_have_count(0)
    look_at(page)
    page.goto("/")
    expect(page.get_by_role("link", name=TODO)).to_have_count(0)


def test_second_person__is_asked_to_tick_before_confirming(
    page_as: PageAs, look_at: Check, faults: Faults
) -> None:
    faults.expect("status of 422")
    page = page_as(SECOND, import_plan(page_as(IMPORTER)))
    look_at(page)
    page.get_by_role("button", name="Bekräfta och registrera").click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Kryssa för att du har jämfört texten med källan.")
    look_at(page)


def test_second_person__confirms_without_a_script(page_as: PageAs) -> None:
    page = page_as(SECOND, import_plan(page_as(IMPORTER)), javascript=False)
    confirm_button(page).click()
    expect(page).to_have_url(PLAN)
    expect(page.locator(".definition-header")).to_contain_text("Utgåva 1")


def test_second_person__returns_it_with_a_reason_and_it_is_imported_again(
    page_as: PageAs, look_at: Check
) -> None:
    first = page_as(IMPORTER)
    page = page_as(SECOND, import_plan(first), javascript=False)
    page.get_by_text("Det står inte samma sak").click()
    page.get_by_label("Vad skiljer?").fill("Stycket om polisen saknas.")
    page.get_by_role("button", name="Lämna tillbaka").click()
    first.reload()
    expect(first.locator(".notification--warning")).to_contain_text("Stycket om polisen saknas.")
    look_at(first)
    first.goto("/admin/plan/importera/")
    choose_file(first).click()
    first.get_by_label("Det inlästa får ta utkastets plats").check()
    save_button(first).click()
    expect(first.get_by_text("så någon annan jämför den")).to_be_visible()


def test_text_changed_meanwhile__is_compared_once_more(page_as: PageAs) -> None:
    first = page_as(IMPORTER)
    page = page_as(SECOND, import_plan(first))
    button = confirm_button(page)
    first.get_by_role("link", name="Rätta texten i redigeraren").click()
    first.locator("#id_title").fill("En annan titel")
    with first.expect_navigation():
        first.get_by_role("button", name="Spara utkast").click()
    button.click()
    expect(page.locator("main")).to_contain_text("jämför en gång till och bekräfta sedan")
    expect(page.locator(".plan-title")).to_have_text("En annan titel")
    expect(page.get_by_label("Jag har jämfört hela texten")).not_to_be_checked()
    confirm_button(page).click()
    expect(page).to_have_url(PLAN)
    expect(page.locator("h1")).to_have_text("En annan titel")
