"""Where there is no plan yet, its page is begun in the admin: without a way to publish it, for anybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import StorageState, expect

from tests.browser.conftest import PageAs
from tests.support.plan_samples.site import PlanlessSite


@pytest.mark.parametrize("role", ["redaktor", "admin"])
def test_new_plan__offers_no_publishing(
    page_as: PageAs, demo_site: PlanlessSite, sessions: Callable[[str], StorageState], role: str
) -> None:
    demo_site.reset()
    page = page_as(role, "/admin/pages/")
    page.goto(page.get_by_role("link", name="Lägg till").first.get_attribute("href") or "")
    page.locator("a[href*='/add/plan_pages/actionplanpage/']").first.click()
    expect(page.get_by_role("button", name="Spara utkast")).to_be_visible()
    expect(page.locator("[name=action-publish]")).to_have_count(0)
    expect(page.get_by_role("button", name="Publicera")).to_have_count(0)
