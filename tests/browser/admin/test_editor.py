"""The page editor works under the admin's content policy: blocks, rich text, preview, checks, comments, scheduling."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAs
from tests.support.faults import Faults

BLOCKS = [
    "Words", "Paragraph", "Rich", "Day", "Hour", "Moment", "Choice", "Choices", "Page", "Document", "Picture",
    "Described picture", "Snippet", "Person", "People", "Nested", "Table", "Typed table",
]  # fmt: skip


@pytest.fixture
def editor(page_as: PageAs, samples: dict[str, int]) -> Page:
    """A published sample page in the editor."""
    page = page_as("admin", f"/admin/pages/{samples['prov-ett']}/edit/")
    page.set_default_timeout(10_000)
    return page


def open_side_panel(page: Page, name: str) -> None:
    page.locator(f"[data-side-panel-toggle={name}]").click()


def test_stream_field__every_kind_of_block_is_added(new_page: Page, faults: Faults) -> None:
    # Autosave is refused while required blocks are empty; the table block of Wagtail knows no Swedish.
    faults.expect("status of 400")
    faults.expect("handsontable")
    for number, label in enumerate(BLOCKS):
        new_page.locator("[data-streamfield-stream-container] .c-sf-add-button:visible").last.click()
        new_page.get_by_role("option", name=label, exact=True).click()
        expect(new_page.locator(f"input[name='body-{number}-type']")).to_have_count(1)


def test_rich_text__is_written_made_bold_and_linked(new_page: Page, faults: Faults) -> None:
    text = new_page.locator("[data-contentpath=text] [role=textbox]")
    text.click()
    text.press_sequentially("Hej alla")
    text.press("Control+A")
    text.press("Control+B")
    expect(text.locator("[style*=bold]")).to_have_count(1)
    text.press("Control+K")
    dialogue = new_page.locator(".modal-dialog")
    dialogue.locator(".choose-page").first.click()
    expect(text.locator(".TooltipEntity, a")).not_to_have_count(0)


def test_autosave__keeps_what_was_typed(editor: Page) -> None:
    # Wagtail compares with what it reads a while after the page was loaded.
    editor.wait_for_timeout(3_500)
    editor.locator("#id_title").fill("Prov ett, ändrat")
    with editor.expect_response(
        lambda response: response.request.method == "POST" and "/edit/" in response.url
    ):
        editor.locator("#id_title").press("Tab")


def test_preview__shows_the_page_under_the_policy_of_the_front(editor: Page) -> None:
    with editor.expect_response(
        lambda answer: "/preview/" in answer.url and answer.request.method == "GET"
    ) as answer:
        open_side_panel(editor, "preview")
    headers = answer.value.all_headers()
    assert "script-src" not in headers["content-security-policy"]
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "SAMEORIGIN"
    frame = editor.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_contain_text("Prov")
    expect(frame.locator("wagtail-userbar aside")).to_be_hidden()


def test_content_checks__count_words_and_find_a_skipped_heading(editor: Page, faults: Faults) -> None:
    faults.expect("axe.run results")
    open_side_panel(editor, "checks")
    expect(editor.locator("[data-content-word-count]")).not_to_have_text("-", timeout=15_000)


def test_comment__is_written_and_kept(editor: Page) -> None:
    open_side_panel(editor, "comments")
    editor.locator("[data-contentpath=day]").hover()
    editor.locator("[data-contentpath=day] [data-comment-add]").click()
    editor.locator(".comment textarea, .comment [role=textbox]").first.fill("Stämmer dagen?")
    editor.locator(".comment__button--primary, .comment button[type=submit]").first.click()
    expect(editor.locator(".comment__text, .comment")).not_to_have_count(0)


def test_scheduling__dialogue_has_pickers(editor: Page) -> None:
    open_side_panel(editor, "status")
    editor.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    editor.locator("#id_go_live_at").click()
    expect(editor.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)


def test_keyboard_shortcuts__dialogue_opens(editor: Page) -> None:
    editor.locator("body").press("?")
    expect(editor.locator("#keyboard-shortcuts-dialog")).to_be_visible()
