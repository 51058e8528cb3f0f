"""The editor bears a plan of 90 sections with three commitments each, and keeps the id of every part (A1.3)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, StorageState

from tests.browser.conftest import PageAs
from tests.browser.plan.writing.drafts import latest_draft
from tests.browser.plan.writing.editing import COMES_TO_REST_MS, at_rest, autosaved, block, press, save_draft
from tests.support.plan_samples.site import PlanlessSite


@pytest.fixture(scope="module")
def address(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> str:
    return f"/admin/pages/{demo_site.fill('load_large_plan').strip()}/edit/"


@pytest.fixture
def editor(page_as: PageAs, address: str) -> Page:
    return at_rest(page_as("redaktor", address))


def test_section__is_moved_and_nothing_is_lost(editor: Page, demo_site: PlanlessSite) -> None:
    before = latest_draft(demo_site)
    assert len(before.ids) == 90 * (1 + 1 + 3 + 1)
    first, second, *rest = before.sections
    editor.wait_for_timeout(COMES_TO_REST_MS)
    # Whoever saves within the half second before the autosave makes the two race: Wagtail refuses the later one.
    with autosaved(editor):
        press(editor, first["id"], "MOVE_DOWN")
    save_draft(editor)
    assert latest_draft(demo_site).sections == [second, first, *rest]


def test_autosave__keeps_what_was_typed_and_every_id(editor: Page, demo_site: PlanlessSite) -> None:
    before = latest_draft(demo_site)
    section = before.sections[45]
    promise = next(part for part in section["value"]["body"] if part["type"] == "commitment")
    editor.wait_for_timeout(COMES_TO_REST_MS)
    block(editor, section["id"]).locator("[data-panel-toggle]").first.click()
    with autosaved(editor):
        block(editor, promise["id"]).locator("textarea").first.fill("Kommunen ska öva varje höst.")
    promise["value"]["text"] = "Kommunen ska öva varje höst."
    assert latest_draft(demo_site).sections == before.sections


def test_duplicated_section__gets_ids_of_its_own(editor: Page, demo_site: PlanlessSite) -> None:
    before = latest_draft(demo_site)
    editor.wait_for_timeout(COMES_TO_REST_MS)
    with autosaved(editor):
        press(editor, before.sections[0]["id"], "DUPLICATE")
    save_draft(editor)
    after = latest_draft(demo_site)
    assert len(after.sections) == len(before.sections) + 1
    assert len(set(after.ids)) == len(after.ids)
    assert set(before.ids) < set(after.ids)
    assert [one["value"]["heading"] for one in after.sections[:2]] == [
        before.sections[0]["value"]["heading"]
    ] * 2
