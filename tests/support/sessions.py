"""Signing in to a running demo, once per account."""

from collections.abc import Callable

from playwright.sync_api import Browser, StorageState

from tests.support.demo_site import DemoSite

LOGIN_PATH = "/konto/login/"


def remembered_sessions(site: DemoSite, browser: Browser) -> Callable[[str], StorageState]:
    """A function that returns the cookies of a demo account of this site."""
    known: dict[str, StorageState] = {}

    def session(role: str) -> StorageState:
        if role not in known:
            context = browser.new_context(base_url=site.url, locale="sv-SE")
            page = context.new_page()
            page.goto(LOGIN_PATH)
            page.locator("input[name=login]").fill(f"{role}@handslag.test")
            page.locator("input[name=password]").fill(site.password)
            page.locator("input[name=password]").press("Enter")
            page.wait_for_url(lambda url: LOGIN_PATH not in url)
            known[role] = context.storage_state()
            context.close()
        return known[role]

    return session
