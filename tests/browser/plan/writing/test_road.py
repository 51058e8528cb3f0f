"""From draft to edition in the browser: two people, at most seven steps, and every page of the road looked at."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, StorageState, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs
from tests.support.plan_samples.site import PlanlessSite
from tests.support.steps import Steps

WRITER, SECOND, MEMBER, SECRETARY = "redaktor", "granskare", "ledamot", "sekreterare"
REASON = "Så beslutade styrgruppen."

type Check = Callable[[Page], None]


@pytest.fixture(autouse=True)
def written_plan(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> None:
    demo_site.fill("load_written_plan")


@pytest.fixture
def look_at(axe: Check, fits_width: Check) -> Check:
    """Wide and narrow, each without barriers."""

    def look(page: Page) -> None:
        for width, height in (TELEPHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": height})
            axe(page)
            fits_width(page)

    return look


def submit_button(page: Page) -> Locator:
    """With everything answered that is asked."""
    for reason in page.get_by_label(re.compile("^Skäl till ändringen")).all():
        reason.fill(REASON)
    for answer in page.get_by_role("radio", name="Nej").all():
        answer.check()
    page.get_by_label("Vem har prövat texten mot lagen?").fill("Kommunjuristen")
    page.get_by_label("Vilken dag?").fill("2026-02-20")
    page.get_by_label("Varför inte?").fill("Ändringarna är små.")
    return page.get_by_role("button", name="Spara och lämna till granskning")


def record_button(page: Page) -> Locator:
    """What the minutes say, filled in."""
    page.locator("input[name=outcome][value=adopted]").check()
    page.locator("[name=meeting_date]").fill("2026-02-23")
    page.locator("[name=paragraph]").fill("17")
    page.locator("[name=in_effect_from]").fill("2026-02-24")
    return page.get_by_role("button", name="Gå vidare och bekräfta")


def submitted(page_as: PageAs) -> Page:
    page = page_as(WRITER, "/beslut/forbered/")
    submit_button(page).click()
    page.wait_for_url(re.compile(r"/beslut/\d+/$"))
    return page


def test_prepare__the_page_and_what_is_missing_are_without_barriers(page_as: PageAs, look_at: Check) -> None:
    page = page_as(WRITER, "/beslut/forbered/")
    look_at(page)


def test_prepare__works_without_a_script(page_as: PageAs) -> None:
    page = page_as(WRITER, "/beslut/forbered/", javascript=False)
    submit_button(page).click()
    expect(page.locator(".timeline [aria-current=step]")).to_contain_text("Granskning")


def test_matter__is_without_barriers_for_everyone(page_as: PageAs, look_at: Check) -> None:
    address = submitted(page_as).url
    for person in (WRITER, SECOND, MEMBER):
        page = page_as(person, address)
        expect(page.get_by_text(REASON).first).to_be_visible()
        look_at(page)
    page = page_as(MEMBER, f"{address}text/?andringar=1")
    look_at(page)
    page.goto("/beslut/")
    look_at(page)


def test_change_summary__is_one_step_from_a_members_start_page(page_as: PageAs) -> None:
    address = submitted(page_as).url
    reviewer = page_as(SECOND, address)
    reviewer.get_by_role("button", name="Godkänn texten").click()
    steps = Steps()
    page = page_as(MEMBER, "/")
    steps.press(MEMBER, page.get_by_role("link", name="Läs inför beslutet"))
    expect(page.get_by_role("heading", name="Ändringar med skäl")).to_be_visible()
    expect(page.get_by_text(REASON).first).to_be_visible()
    assert len(steps) == 1, steps


def test_new_edition__takes_two_people_and_seven_steps(page_as: PageAs) -> None:
    """The text is written; the road without a referral begins at the writer's start page."""
    steps, writer = Steps(), page_as(WRITER, "/")
    steps.press(WRITER, writer.get_by_role("link", name="Beslut", exact=True).first)
    steps.press(WRITER, writer.get_by_role("link", name="Förbered utkastet för granskning"))
    steps.press(WRITER, submit_button(writer))
    second = page_as(SECOND, "/")
    steps.press(SECOND, second.get_by_role("link", name="Granska utkastet"))
    steps.press(SECOND, second.get_by_role("button", name="Godkänn texten"))
    steps.press(SECOND, record_button(second))
    steps.press(SECOND, second.get_by_role("button", name="Registrera beslutet"))
    expect(second).to_have_url(re.compile(r"/handlingsplan/utgavor/2/$"))
    assert steps.people == 2
    assert len(steps) <= 7, steps
