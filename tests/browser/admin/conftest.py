"""The browser tests of the admin run against a site of their own, which has the sample page type."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState

from tests.browser.conftest import PageAs
from tests.support.admin_samples.site import SamplesSite
from tests.support.faults import Faults
from tests.support.sessions import remembered_sessions

ADD_PAGE = "/admin/pages/add/admin_samples/samplepage/{parent}/"


@pytest.fixture(scope="session")
def demo_site() -> Iterator[SamplesSite]:
    site = SamplesSite()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def sessions(demo_site: SamplesSite, browser: Browser) -> Callable[[str], StorageState]:
    return remembered_sessions(demo_site, browser)


@pytest.fixture(scope="session")
def samples(demo_site: SamplesSite) -> dict[str, int]:
    """Numbers of pages by slug."""
    rows = demo_site.manage(
        "shell",
        "-v0",
        "-c",
        "from wagtail.models import Page\nfor p in Page.objects.all(): print(p.slug, p.pk)",
    )
    return {slug: int(number) for slug, number in (line.split() for line in rows.splitlines() if line)}


@pytest.fixture
def new_page(page_as: PageAs, samples: dict[str, int], faults: Faults) -> Page:
    """The form of a new sample page, as the superuser sees it."""
    page = page_as("admin", ADD_PAGE.format(parent=samples["handslag"]))
    page.set_default_timeout(10_000)
    return page
