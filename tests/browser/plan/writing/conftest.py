"""Browser tests of registering and writing run against a municipality that has no plan yet."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, StorageState

from tests.support.plan_samples.site import PlanlessSite
from tests.support.sessions import remembered_sessions

ACCOUNTS = ("redaktor", "granskare", "ledamot", "sekreterare", "medarbetare", "admin")


@pytest.fixture(scope="session")
def demo_site() -> Iterator[PlanlessSite]:
    site = PlanlessSite()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def sessions(demo_site: PlanlessSite, browser: Browser) -> Callable[[str], StorageState]:
    """Everybody is signed in once, so that putting the content back signs nobody out."""
    session = remembered_sessions(demo_site, browser)
    for account in ACCOUNTS:
        session(account)
    demo_site.keep()
    return session
