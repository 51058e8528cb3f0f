"""The board's and its secretary's pages in the browser: three steps to a recorded decision, without scripts too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, StorageState, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs
from tests.support.faults import Faults
from tests.support.plan_samples.site import PlanlessSite
from tests.support.steps import Steps

SECRETARY, MEMBER, CHECKER, READER = "sekreterare", "ledamot", "granskare", "medarbetare"

type Check = Callable[[Page], None]


@pytest.fixture(autouse=True)
def matter(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> str:
    """Its address."""
    return f"/beslut/{demo_site.fill('load_plan_before_board').split()[-1]}/"


@pytest.fixture
def look_at(axe: Check, fits_width: Check) -> Check:
    """Wide and narrow, each without barriers."""

    def look(page: Page) -> None:
        for width, height in (TELEPHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": height})
            axe(page)
            fits_width(page)

    return look


def fill_in(page: Page, outcome: str = "adopted") -> None:
    page.locator(f"input[name=outcome][value={outcome}]").check()
    page.locator("[name=meeting_date]").fill("2026-02-23")
    page.locator("[name=paragraph]").fill("§ 17")
    page.locator("[name=in_effect_from]").fill("2026-02-24")


def test_recording__takes_three_steps_from_the_start_page(page_as: PageAs) -> None:
    steps, page = Steps(), page_as(SECRETARY, "/")
    steps.press(SECRETARY, page.get_by_role("link", name="Registrera beslutet"))
    fill_in(page)
    steps.press(SECRETARY, page.get_by_role("button", name="Gå vidare och bekräfta"))
    expect(page.locator("main")).to_contain_text("antog utgåva 2")
    steps.press(SECRETARY, page.get_by_role("button", name="Registrera beslutet"))
    expect(page).to_have_url(re.compile(r"/handlingsplan/utgavor/2/$"))
    expect(page.locator(".notification--success")).to_contain_text("Utgåva 2 är förseglad")
    assert len(steps) <= 3, steps
    reader = page_as(READER, "/handlingsplan/")
    expect(reader.locator(".definition-header")).to_contain_text("2026-02-23, § 17")


def test_recording__every_page_of_it_is_without_barriers(
    page_as: PageAs, look_at: Check, faults: Faults, matter: str
) -> None:
    faults.expect("status of 422")
    page = page_as(SECRETARY, f"{matter}beslut/")
    look_at(page)
    page.get_by_role("button", name="Gå vidare och bekräfta").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    look_at(page)
    fill_in(page)
    page.get_by_text("Ett annat organ beredde beslutet").click()
    page.locator("[name=prepared_body]").fill("Kommunstyrelsen")
    page.locator("[name=prepared_body_type]").select_option("executive")
    page.locator("[name=prepared_date]").fill("2026-02-10")
    page.locator("[name=prepared_paragraph]").fill("9")
    page.get_by_role("button", name="Gå vidare och bekräfta").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bekräfta beslutet")
    look_at(page)
    page.get_by_role("button", name="Ändra något").click()
    expect(page.locator("[name=prepared_body]")).to_have_value("Kommunstyrelsen")
    expect(page.locator("[name=prepared_body]")).to_be_visible()


def test_with_changes__two_people_without_a_script(page_as: PageAs, look_at: Check, matter: str) -> None:
    page = page_as(SECRETARY, f"{matter}beslut/", javascript=False)
    fill_in(page, "adopted_with_changes")
    page.get_by_role("button", name="Gå vidare och bekräfta").click()
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page).to_have_url(re.compile("/andringar/$"))
    look_at(page_as(SECRETARY, f"{matter}andringar/"))
    editor = page_as(SECRETARY, f"{matter}andringar/")
    editor.get_by_role("link", name="Öppna utkastet i redigeraren").click()
    editor.locator("#id_title").fill("Planen som fullmäktige ville ha den")
    with editor.expect_navigation():
        editor.get_by_role("button", name="Spara utkast").click()
    # An editor left open asks every ten seconds who else is there, and is told 404 once the text is sealed.
    editor.close()
    page.reload()
    expect(page.locator(".comparison")).to_contain_text("som fullmäktige ville ha den")
    page.get_by_role("button", name="Skicka till kontroll").click()
    checker = page_as(CHECKER, f"{matter}andringar/", javascript=False)
    look_at(page_as(CHECKER, f"{matter}andringar/"))
    checker.get_by_label("Jag har jämfört ändringarna med protokollet").check()
    checker.get_by_role("button", name="Bekräfta och försegla utgåvan").click()
    expect(checker.locator("h1")).to_have_text("Planen som fullmäktige ville ha den")


def test_pack__is_two_steps_from_a_members_start_page(page_as: PageAs) -> None:
    steps, page = Steps(), page_as(MEMBER, "/")
    steps.press(MEMBER, page.get_by_role("link", name="Läs inför beslutet"))
    address = page.get_by_role("link", name="Beslutsunderlag").get_attribute("href") or ""
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf" and answer.body().startswith(b"%PDF-1.7")
    assert len(steps) + 1 <= 2, steps


def test_member__reads_on_a_telephone(page_as: PageAs, look_at: Check, matter: str) -> None:
    page = page_as(MEMBER, matter, size=TELEPHONE)
    expect(page.get_by_role("heading", name="Beslut", exact=True)).to_be_visible()
    look_at(page)
