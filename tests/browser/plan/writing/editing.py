"""What an editor of the plan's draft does in Wagtail's editor."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

# Wagtail compares with what it reads a while after the page was loaded; what is typed before that is not noticed.
COMES_TO_REST_MS = 3_500


def at_rest(page: Page) -> Page:
    """The editor when everything in it has started."""
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
