"""What makes the file last: the standards it claims, its fonts, the same bytes again; `make bench` says how fast."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2.raw
import pytest

from plan_pages.pdf import edition_pdf
from tests.support.locations import ROOT
from tests.support.site_process import environment, site_settings

from .reading import is_tagged, opened, words_of
from .samples import ADDRESS, TITLE, full_section, head, long_plan, plan

IN_ANOTHER_PROCESS = """
import hashlib, django
django.setup()
import pypdfium2.raw

from plan_pages.pdf import edition_pdf
from tests.plan_pages.pdf.samples import ADDRESS, full_section, head, plan
print(hashlib.sha256(edition_pdf(head(), plan(full_section()), address=ADDRESS)).hexdigest())
"""


def test_standards__are_claimed_and_the_file_is_tagged() -> None:
    """PDF/UA-1 and PDF/A-2a; Typst refuses to write a file that breaks what it can check of them."""
    content = edition_pdf(head(), plan(full_section()), address=ADDRESS)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>A<", content)
    assert is_tagged(content)


def test_metadata__title_language_and_time_of_sealing() -> None:
    content = edition_pdf(head(), plan(full_section(), language="en"), address=ADDRESS)
    found = opened(content).get_metadata_dict()
    assert found["Title"] == TITLE
    assert found["Author"] == "Sjöviks kommun"
    assert found["CreationDate"] == found["ModDate"] == "D:20260224093000Z"
    assert re.search(rb"<dc:language>\s*<rdf:Bag>\s*<rdf:li>en</rdf:li>", content)


def test_bytes__are_the_same_twice() -> None:
    document = plan(full_section())
    assert edition_pdf(head(), document, address=ADDRESS) == edition_pdf(head(), document, address=ADDRESS)


@pytest.mark.slow
def test_bytes__are_the_same_in_another_process(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(
            **site_settings(
                tmp_path, "sqlite://:memory:", PYTHONHASHSEED="7", DJANGO_SETTINGS_MODULE="config.settings"
            )
        ),
    )
    here = hashlib.sha256(edition_pdf(head(), plan(full_section()), address=ADDRESS)).hexdigest()
    assert done.stdout.strip() == here, done.stderr


def test_fonts__are_inside_the_file_and_come_with_typst() -> None:
    content = edition_pdf(head(), plan(full_section()), address=ADDRESS)
    fonts = {
        (font.get_base_name().partition("+")[2] or font.get_base_name(), font.is_embedded)
        for page in opened(content)
        for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        for font in [found.get_font()]
    }
    assert all(embedded for _name, embedded in fonts)
    assert {name.partition("-")[0] for name, _embedded in fonts} == {"LibertinusSerif", "DejaVuSansMono"}


def test_length__a_plan_of_ninety_sections_is_whole() -> None:
    words = words_of(edition_pdf(head(), long_plan(90), address=ADDRESS))
    expected = [f"Åtagande {number}.{extra} ska hållas." for number in range(90) for extra in range(3)]
    assert [said for said in expected if said not in words] == []
