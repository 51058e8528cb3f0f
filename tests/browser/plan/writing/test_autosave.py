"""What autosave must leave alone, whatever the size of the plan."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, StorageState, expect

from tests.browser.conftest import PageAs
from tests.browser.plan.writing.drafts import draft_of, latest_draft
from tests.browser.plan.writing.editing import COMES_TO_REST_MS, at_rest, autosaved, block
from tests.support.plan_samples.site import PlanlessSite


@pytest.fixture(scope="module")
def address(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> str:
    return f"/admin/pages/{demo_site.fill('load_large_plan', '--sections=3').strip()}/edit/"


@pytest.fixture
def editor(page_as: PageAs, address: str) -> Page:
    return at_rest(page_as("redaktor", address))


def test_autosave__leaves_the_revision_alone_that_was_decided_from(
    editor: Page, demo_site: PlanlessSite
) -> None:
    editor.wait_for_timeout(COMES_TO_REST_MS)
    with autosaved(editor):
        editor.locator("#id_title").fill("Som den beslutades")
    sealed = int(demo_site.manage("seal_draft"))
    assert latest_draft(demo_site).revision == sealed
    with autosaved(editor):
        editor.locator("#id_title").fill("Skriven efter beslutet")
    with autosaved(editor):
        editor.locator("#id_title").fill("Skriven ännu senare")
    assert draft_of(demo_site, sealed).title == "Som den beslutades"
    latest = latest_draft(demo_site)
    assert (latest.revision > sealed, latest.title) == (True, "Skriven ännu senare")
    assert "are what was decided" in demo_site.manage("verify_editions")


def test_source__that_left_the_site_is_shown_and_kept(editor: Page, demo_site: PlanlessSite) -> None:
    before = latest_draft(demo_site)
    section = next(section for section in before.sections if section["value"]["number"] == "1")
    promise = next(part for part in section["value"]["body"] if part["type"] == "commitment")
    assert promise["value"]["check"] == {"source": "meetings", "parameters": "n = 4"}
    editor.wait_for_timeout(COMES_TO_REST_MS)
    block(editor, section["id"]).locator("[data-panel-toggle]").first.click()
    source = block(editor, promise["id"]).locator("select[name$=check-source]")
    expect(source).to_have_value("meetings")
    expect(source.locator("option:checked")).to_contain_text("”meetings”")
    parameters = block(editor, promise["id"]).locator("textarea[name$=check-parameters]")
    with autosaved(editor):
        parameters.evaluate(
            "(field) => field.closest('[data-panel]').querySelector('[data-panel-toggle]').click()"
        )
        parameters.fill("n = 5")
    promise["value"]["check"]["parameters"] = "n = 5"
    assert latest_draft(demo_site).sections == before.sections
    with autosaved(editor):
        source.select_option("")
        parameters.fill("")
    promise["value"]["check"] = {"source": "", "parameters": ""}
    assert latest_draft(demo_site).sections == before.sections
