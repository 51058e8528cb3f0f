"""Registrations as readers and organisers meet them: the short road, and no barriers on any of its pages."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, TELEPHONE, PageAs
from tests.support.steps import Steps

READER, ORGANISER = "medarbetare", "samordnare"
COURSE = "Länsdag om lokala lägesbilder"
MINE = "/utbildning/mina/"

type Check = Callable[[Page], None]


def test_booking__takes_three_presses_on_a_telephone_without_a_script(
    page_as: PageAs, fits_width: Check
) -> None:
    page, steps = page_as(READER, "/", size=TELEPHONE, javascript=False), Steps()
    main = page.locator("main")

    def press(name: str, role: str = "link") -> None:
        steps.press(READER, main.get_by_role(role, name=name, exact=True))  # type: ignore[arg-type]  # one of its names
        fits_width(page)

    press(COURSE)
    press("Anmäl dig")
    expect(page.locator("#id_unit option:checked")).to_have_text("Norra skolan")
    press("Anmäl dig", "button")
    assert len(steps) <= 3, str(steps)
    expect(main.get_by_role("heading", name="Du är anmäld")).to_be_visible()
    page.goto(MINE)
    ahead = main.locator("section", has_text=COURSE)
    expect(ahead.locator(".status")).to_have_text("Anmäld")
    # Given back, so that others find the demo as it was.
    ahead.get_by_role("button", name="Avboka anmälan").click()
    expect(main.locator("section", has_text=COURSE)).to_have_count(0)


def test_pages__have_no_barriers_and_fit(page_as: PageAs, axe: Check, fits_width: Check) -> None:
    def check(page: Page) -> None:
        for width, height in (DESKTOP, TELEPHONE):
            page.set_viewport_size({"width": width, "height": height})
            expect(page.locator("h1")).to_have_count(1)
            axe(page)
            fits_width(page)

    page = page_as(READER, MINE)
    check(page)
    for name in ("Utvärdera", "Samtal med den som är på väg in"):
        page.goto(MINE)
        page.locator("main").get_by_role("link", name=name).first.click()
        check(page)
    page = page_as(ORGANISER, "/utbildning/ordna/")
    for name in ("Samtal med den som är på väg in", "Anmälda och närvaro"):
        page.locator("main").get_by_role("link", name=name).first.click()
    check(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("table", name="Närvarolista")).to_be_visible()
    expect(page.locator(".attendance").first).to_be_hidden()
    check(page_as(ORGANISER, "/utbildning/enhet/"))
