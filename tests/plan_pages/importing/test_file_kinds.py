"""The same plan as Word, OpenDocument and web page gives the same sections."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from plan_pages.importing.plan import ImportedPlan
from plan_pages.importing.reader import read_plan

TITLE = "Handlingsplan mot våldsbejakande extremism"
FIELDS = [
    ("Fastställd av", "Kommunstyrelsen"),
    ("Beslutsdatum", "2018-03-03, § 41"),
    ("Diarienummer", "KS/2018:112"),
]
SECTIONS = [
    ("Inledning", ["Kommunen ska arbeta förebyggande."], []),
    ("Samverkan", ["Kommunen ska:"], ["utbilda personal i skolan", "delta i länets nätverk"]),
]


def as_word(*, styled: bool) -> bytes:
    """With heading styles, or with bold lines in their place as many plans have."""
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title") if styled else _bold(document, TITLE)
    table = document.add_table(rows=0, cols=2)
    for label, value in FIELDS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    for heading, paragraphs, items in SECTIONS:
        document.add_heading(heading, level=1) if styled else _bold(document, heading)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _bold(document: docx.document.Document, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def as_web_page() -> bytes:
    fields = "".join(f"<p>{label}: {value}</p>" for label, value in FIELDS)
    body = "".join(
        f"<h2>{heading}</h2>{''.join(f'<p>{text}</p>' for text in paragraphs)}"
        f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
        for heading, paragraphs, items in SECTIONS
    )
    return (
        f"<!DOCTYPE html><html><head><title>Meny</title></head><body><nav>Meny</nav><main><h1>{TITLE}</h1>"
        f"{fields}{body}</main><footer>Kontakta oss</footer></body></html>"
    ).encode()


def as_open_document() -> bytes:
    def paragraph(text: str) -> str:
        return f"<text:p>{text}</text:p>"

    fields = "".join(paragraph(f"{label}: {value}") for label, value in FIELDS)
    body = "".join(
        f'<text:h text:outline-level="1">{heading}</text:h>{"".join(map(paragraph, paragraphs))}<text:list>'
        + "".join(f"<text:list-item>{paragraph(item)}</text:list-item>" for item in items)
        + "</text:list>"
        for heading, paragraphs, items in SECTIONS
    )
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f'<text:p text:style-name="Title">{TITLE}</text:p>{fields}{body}'
        "</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    "styled.docx": lambda: as_word(styled=True),
    "bold.docx": lambda: as_word(styled=False),
    "page.html": as_web_page,
    "text.odt": as_open_document,
}


@pytest.fixture(params=KINDS)
def plan(request: pytest.FixtureRequest, tmp_path: Path) -> ImportedPlan:
    file = tmp_path / request.param
    file.write_bytes(KINDS[request.param]())
    return read_plan(file)


def test_file_kind__gives_title_and_sections(plan: ImportedPlan) -> None:
    assert plan.title == TITLE
    assert [section.heading for section in plan.sections] == ["Inledning", "Samverkan"]
    assert plan.sections[1].text == "Kommunen ska:\n\n• utbilda personal i skolan\n• delta i länets nätverk"


def test_file_kind__gives_the_decision(plan: ImportedPlan) -> None:
    assert plan.as_json()["decision"] == {
        "body": "kommunstyrelsen",
        "date": "2018-03-03",
        "paragraph": "41",
        "registry_number": "KS/2018:112",
    }


def test_file_kind__gives_a_proposal_per_item_of_a_list(plan: ImportedPlan) -> None:
    assert [commitment.text for section in plan.sections for commitment in section.commitments] == [
        "Kommunen ska arbeta förebyggande.",
        "Kommunen ska utbilda personal i skolan",
        "Kommunen ska delta i länets nätverk",
    ]
