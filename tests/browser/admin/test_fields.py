"""Every kind of field works under the admin's content policy (issue 2, Front)."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.faults import Faults

PICKER = ".xdsoft_datetimepicker:visible"


def pick(page: Page, field: Locator) -> str:
    """Choose the first day or hour that the picker offers; returns what then stands in the field."""
    field.click()
    picker = page.locator(PICKER)
    expect(picker).to_have_count(1)
    day = picker.locator("td.xdsoft_date:visible").first
    if day.count():
        day.click()
    else:
        # The list of hours is scrolled by the picker itself, out of sight of the browser's own scrolling.
        picker.locator(".xdsoft_time").first.dispatch_event("click")
    page.keyboard.press("Escape")
    return field.input_value()


def choose_first(page: Page, chooser: Locator) -> None:
    """Take the first thing that a chooser's dialogue offers."""
    chooser.locator("[data-chooser-action-choose]:visible").click()
    dialogue = page.locator(".modal-dialog")
    dialogue.locator(
        "[data-chooser-modal-choice], .image-choice, .document-choice, .choose-page"
    ).first.click()
    expect(dialogue).to_have_count(0)
    expect(chooser.locator("[data-chooser-title]")).not_to_be_empty()


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("#id_day", r"\d{4}-\d\d-\d\d"),
        ("#id_hour", r"\d\d:\d\d"),
        ("#id_moment", r"\d{4}-\d\d-\d\d \d\d:\d\d"),
    ],
)
def test_picker__opens_and_fills_the_field(new_page: Page, field: str, form: str) -> None:
    assert re.fullmatch(form, pick(new_page, new_page.locator(field)))


@pytest.mark.parametrize("name", ["image", "document", "theme", "related_page"])
def test_chooser__dialogue_opens_and_chooses(new_page: Page, name: str) -> None:
    choose_first(new_page, new_page.locator(f"#id_{name}-chooser"))
    expect(new_page.locator(f"#id_{name}")).not_to_have_value("")


def test_inline_panel__new_row_has_a_picker_a_chooser_and_rows_of_its_own(
    new_page: Page, faults: Faults
) -> None:
    # Autosave is refused while the new rows are empty.
    faults.expect("status of 400")
    new_page.locator("#id_rows-ADD").click()
    new_page.locator("#id_rows-ADD").click()
    expect(new_page.locator("#id_rows-1-name")).to_be_visible()
    assert pick(new_page, new_page.locator("#id_rows-1-day"))
    choose_first(new_page, new_page.locator("#id_rows-1-target-chooser"))
    new_page.locator("#id_rows-1-details-ADD").click()
    assert pick(new_page, new_page.locator("#id_rows-1-details-0-moment"))


def test_inline_panel__row_is_removed(new_page: Page, faults: Faults) -> None:
    faults.expect("status of 400")
    new_page.locator("#id_rows-ADD").click()
    new_page.locator("#id_rows-0-DELETE-button").click()
    expect(new_page.locator("#id_rows-0-name")).to_be_hidden()


def test_multiple_chooser__adds_a_row_per_chosen_page(new_page: Page) -> None:
    new_page.locator("#id_links-OPEN_MODAL").click()
    dialogue = new_page.locator(".modal-dialog")
    with new_page.expect_response(lambda answer: "q=Prov" in answer.url):
        dialogue.locator("input[name=q]").fill("Prov")
    boxes = dialogue.locator("[data-multiple-choice-select]:not([disabled])")
    expect(boxes.nth(2)).to_be_visible()
    boxes.nth(0).check()
    boxes.nth(1).check()
    dialogue.locator("[data-multiple-choice-submit]").click()
    expect(new_page.locator("#id_links-1-target-chooser [data-chooser-title]")).not_to_be_empty()


def test_tags__are_written(new_page: Page) -> None:
    new_page.locator(".tagit-new input").press_sequentially("trygghet,")
    expect(new_page.locator(".tagit-choice")).to_have_count(1)


def test_new_page__has_nothing_unsaved_before_anything_is_written(new_page: Page) -> None:
    """Widgets that start late must not look like changes."""
    new_page.wait_for_timeout(800)
    assert not new_page.evaluate("document.querySelector('[data-w-unsaved-has-edits-value=true]') !== null")
