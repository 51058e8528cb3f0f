"""The sheet of helplines that is put up on walls, as a telephone's camera reads it."""

import io

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import ColourScheme, PageAs


def read_code(page: Page, element: str) -> str:
    picture = Image.open(io.BytesIO(page.locator(element).screenshot()))
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1, f"{len(found)} codes"
    return found[0].text


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_sheet__its_code_leads_to_the_list(page_as: PageAs, colours: ColourScheme) -> None:
    page = page_as(None, "/information/stodlinjer/", colours=colours)
    the_list = page.url
    page.goto("/information/stodlinjer/blad/")
    assert read_code(page, ".sheet__qr svg") == the_list
    page.emulate_media(media="print", color_scheme=colours)
    assert read_code(page, ".sheet__qr svg") == the_list
