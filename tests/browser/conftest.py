"""Tests that drive Chromium against a running demo site.

Every one of them also fails on requests to other hosts, on policy violations and on script errors.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

from tests.support.accessibility import find_violations
from tests.support.availability import MissingProgramError, unavailable
from tests.support.chromium import ARGUMENTS, find_chromium
from tests.support.demo_site import DemoSite
from tests.support.faults import Faults
from tests.support.sessions import remembered_sessions

type ColourScheme = Literal["light", "dark"]
DESKTOP = (1280, 800)
TELEPHONE = (320, 640)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def full_product() -> bool:
    """True in `make test-all`: every language, theme and size instead of one of each."""
    return bool(os.environ.get("HANDSLAG_TEST_ALL"))


@pytest.fixture(scope="session")
def demo_site() -> Iterator[DemoSite]:
    site = DemoSite()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        program = find_chromium()
    except MissingProgramError as missing:
        unavailable(str(missing))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sessions(demo_site: DemoSite, browser: Browser) -> Callable[[str], StorageState]:
    """The cookies of a demo account; it logs in once per test process."""
    return remembered_sessions(demo_site, browser)


@pytest.fixture
def faults(demo_site: DemoSite) -> Iterator[Faults]:
    """What went wrong in the pages of this test; `expect` names what it provokes on purpose."""
    found = Faults(demo_site.url)
    yield found
    found.assert_none()


class PageAs(Protocol):
    def __call__(
        self,
        role: str | None,
        path: str | None = None,
        *,
        size: tuple[int, int] = DESKTOP,
        colours: ColourScheme = "light",
        language: str = "sv-SE",
        javascript: bool = True,
        reduced_motion: bool = False,
    ) -> Page: ...


@pytest.fixture
def page_as(
    demo_site: DemoSite, browser: Browser, sessions: Callable[[str], StorageState], faults: Faults
) -> Iterator[PageAs]:
    """A page of a browser in which that demo account is logged in; None is a stranger."""
    contexts: list[BrowserContext] = []

    def open_page(
        role: str | None,
        path: str | None = None,
        *,
        size: tuple[int, int] = DESKTOP,
        colours: ColourScheme = "light",
        language: str = "sv-SE",
        javascript: bool = True,
        reduced_motion: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=demo_site.url,
            storage_state=sessions(role) if role else None,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=colours,
            locale=language,
            java_script_enabled=javascript,
            reduced_motion="reduce" if reduced_motion else "no-preference",
        )
        contexts.append(context)
        faults.watch(context)
        page = context.new_page()
        if path is not None:
            page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Fail with rule, place and remedy for everything axe finds on the page (WCAG 2.2 A and AA)."""

    def check(page: Page) -> None:
        page.wait_for_load_state()
        violations = find_violations(page)
        assert not violations, f"{page.url}\n" + "\n".join(violations)

    return check


@pytest.fixture(scope="session")
def fits_width() -> Callable[[Page], None]:
    """Fail if the page scrolls sideways, naming what sticks out."""

    def check(page: Page) -> None:
        page.wait_for_load_state()
        culprits = page.evaluate(
            """() => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.body.querySelectorAll('*')]
                .filter((element) => element.getBoundingClientRect().right > width + 1)
                .slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
            }"""
        )
        sideways = page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        assert not sideways, f"{page.url} is wider than the window:\n" + "\n".join(culprits)

    return check
