"""Lists, filters, uploads and translations work under the admin's content policy."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PageAs
from tests.support.faults import Faults

FILTERED = [
    "/admin/pages/{handslag}/",
    "/admin/pages/{prov-ett}/history/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/reports/locked/",
    "/admin/users/",
]
OTHERS = [
    "/admin/",
    "/admin/pages/{handslag}/add_subpage/",
    "/admin/pages/{prov-ett}/move/",
    "/admin/pages/{prov-ett}/copy/",
    "/admin/pages/{prov-ett}/delete/",
    "/admin/images/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/snippets/admin_samples/theme/add/",
    "/admin/groups/",
    "/admin/collections/",
    "/admin/locales/",
    "/admin/sites/",
    "/admin/workflows/list/",
    "/admin/workflows/add/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/account/",
]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


@pytest.mark.parametrize("path", OTHERS)
def test_page__obeys_its_policy(page_as: PageAs, samples: dict[str, int], path: str) -> None:
    """What goes wrong is reported by the fixture; this only waits until the page has come to rest."""
    page_as("admin", path.format_map(samples)).wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", FILTERED)
def test_filter__date_picker_opens(page_as: PageAs, samples: dict[str, int], path: str) -> None:
    page = page_as("admin", path.format_map(samples))
    page.set_default_timeout(10_000)
    page.locator("#filters-drilldown [data-w-dropdown-target=toggle]").click()
    menu = page.locator(".w-drilldown__toggle")
    for number in range(menu.count()):
        menu.nth(number).click()
        day = page.locator(f"#{menu.nth(number).get_attribute('aria-controls')} input[autocomplete=off]")
        if day.count():
            day.first.click()
            expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
            return
        page.locator(".w-drilldown__back:visible").click()
    pytest.fail(f"{path} has no filter by date")


def test_focal_point__picture_page_starts_its_picker(page_as: PageAs) -> None:
    page = page_as("admin", "/admin/images/1/")
    expect(page.locator(".jcrop-holder")).to_be_visible()


def test_upload__several_pictures_at_once(page_as: PageAs, tmp_path: Path) -> None:
    files = []
    for name in ("en.png", "två.png"):
        (tmp_path / name).write_bytes(PIXEL)
        files.append(tmp_path / name)
    page = page_as("admin", "/admin/images/multiple/add/")
    page.locator("input[type=file]").set_input_files(files)
    expect(page.locator("#upload-list > li form")).to_have_count(2)


def test_bulk_action__is_confirmed(page_as: PageAs, samples: dict[str, int]) -> None:
    page = page_as("admin", "/admin/pages/{handslag}/".format_map(samples))
    page.locator("[data-bulk-action-checkbox]").first.check()
    page.locator(".bulk-actions-buttons a, [data-bulk-action-button]").first.click()
    expect(page.locator("h1, .w-header__title").first).to_be_visible()


def test_translation__is_submitted_and_edited(page_as: PageAs, samples: dict[str, int]) -> None:
    page = page_as("admin", "/admin/localize/submit/page/{prov-tre}/".format_map(samples))
    page.set_default_timeout(10_000)
    page.locator("[name=select_all]").check()
    boxes = page.locator("[name=locales]")
    for number in range(boxes.count()):
        expect(boxes.nth(number)).to_be_checked()
    # One language only: then the way on leads to its editor.
    for number in range(1, boxes.count()):
        boxes.nth(number).uncheck()
    page.locator("main input[type=submit]").click()
    page.wait_for_url("**/edit/")
    expect(page.locator(".js-translation-editor h2, .js-translation-editor h3").first).to_be_visible()
    page.locator(".js-translation-editor .segment button, .js-translation-editor li button").first.click()
    page.locator(".js-translation-editor textarea:visible").first.fill("Sample three")


def test_workflow__is_submitted_and_approved_with_a_comment(
    page_as: PageAs, samples: dict[str, int], faults: Faults
) -> None:
    page = page_as("admin", "/admin/pages/{prov-tre}/edit/".format_map(samples))
    page.set_default_timeout(10_000)
    page.locator("#id_title").fill("Prov tre, ändrat")
    page.locator(".footer__container [data-w-dropdown-target=toggle]").click()
    page.locator("[name=action-submit]").click()
    page.goto("/admin/pages/{prov-tre}/edit/".format_map(samples))
    page.locator(".footer__container [data-w-dropdown-target=toggle]").click()
    page.locator("[data-workflow-action-name=approve]").last.click()
    expect(page.locator(".modal-dialog textarea")).to_be_visible()
