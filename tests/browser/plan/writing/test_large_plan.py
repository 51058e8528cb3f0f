"""The editor bears a plan of 90 sections with three commitments each, and keeps the id of every part (A1.3)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, StorageState, expect

from tests.browser.conftest import PageAs
from tests.browser.plan.writing.drafts import draft_of, latest_draft
from tests.support.plan_samples.site import PlanlessSite

# Wagtail compares with what it reads a while after the page was loaded; what is typed before that is not noticed.
COMES_TO_REST_MS = 3_500


@pytest.fixture(scope="module")
def address(demo_site: PlanlessSite, sessions: Callable[[str], StorageState]) -> str:
    demo_site.reset()
    return f"/admin/pages/{demo_site.manage('load_large_plan').strip()}/edit/"


@pytest.fixture
def editor(page_as: PageAs, address: str) -> Page:
    page = page_as("redaktor", address)
    page.set_default_timeout(30_000)
    page.wait_for_load_state("networkidle")
    return page


def block(page: Page, block_id: str) -> Locator:
    return page.locator(f"[data-streamfield-child][data-contentpath='{block_id}']")


def press(page: Page, block_id: str, action: str) -> None:
    block(page, block_id).locator(f"[data-streamfield-action={action}]").first.click()


def save_draft(page: Page) -> None:
    with page.expect_navigation(wait_until="commit"):
        page.get_by_role("button", name="Spara utkast").click()
    expect(page.locator(".messages .success")).to_be_visible(timeout=30_000)


@contextmanager
def autosaved(page: Page) -> Iterator[None]:
    with page.expect_response(
        lambda answer: answer.request.method == "POST" and answer.url.endswith("/edit/")
    ) as saved:
        yield
    assert saved.value.ok, saved.value.text()
    assert saved.value.json()["success"] is True


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
