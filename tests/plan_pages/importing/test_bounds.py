"""What reading costs: a plan of 40 pages, and the largest files that are let in."""

import io
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest
import typst
from django.utils.translation import override

from plan_pages.importing.amount import MOST_CHARACTERS
from plan_pages.importing.document import to_document
from plan_pages.importing.files.archives import LARGEST_PART
from plan_pages.importing.files.word_names import W
from plan_pages.importing.reader import read_plan_from
from plan_pages.importing.refusal import ImportRefusedError

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
SENTENCE = "Förvaltningarna beskriver varje år i sina rapporter till nämnden hur arbetet har gått. "


def cost_of(content: bytes, folder: Path, name: str) -> dict[str, float]:
    file = folder / name
    file.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-m", "tests.plan_pages.importing.measuring", str(file)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
    )
    cost: dict[str, float] = json.loads(done.stdout)
    return cost


def forty_pages() -> bytes:
    """80 sections of half a page, with lists and a picture's worth of bytes beside the text."""
    document = docx.Document()
    document.add_heading("Handlingsplan mot våldsbejakande extremism", 0)
    for number in range(80):
        document.add_heading(f"Samverkan i område {number}", 1)
        for _paragraph in range(4):
            document.add_paragraph("Kommunen ska samverka. " + SENTENCE * 4)
        for _item in range(4):
            document.add_paragraph("utbilda personal", style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/media/picture.png", bytes(15 * 1024 * 1024))
    return buffer.getvalue()


def three_hundred_pages() -> bytes:
    sections = "".join(
        f"\n= Samverkan i område {number}\nKommunen ska samverka. {SENTENCE * 60}\n#pagebreak()\n"
        for number in range(150)
    )
    return typst.compile(f"#text(22pt)[Handlingsplan mot våldsbejakande extremism]\n{sections}".encode())


def test_forty_pages_of_word__take_two_seconds_and_little_memory(tmp_path: Path) -> None:
    cost = cost_of(forty_pages(), tmp_path, "plan.docx")
    assert cost["sections"] == 80
    assert cost["seconds"] < 2
    assert cost["megabytes"] < 200


@pytest.mark.slow
def test_three_hundred_pages_of_pdf__are_read_within_bounds(tmp_path: Path) -> None:
    cost = cost_of(three_hundred_pages(), tmp_path, "plan.pdf")
    assert cost["sections"] == 150
    assert cost["seconds"] < 15
    assert cost["megabytes"] < 400


def test_largest_part_of_a_word_document__is_refused_within_bounds() -> None:
    """Nothing but marks: the part that costs the most for its size."""
    run = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    body = run * (LARGEST_PART // len(run) - 10)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}</w:body></w:document>'
        )
    begun = time.process_time()
    with override("en"), pytest.raises(ImportRefusedError, match="far more text"):
        read_plan_from(buffer.getvalue(), "plan.docx")
    assert time.process_time() - begun < 30


@pytest.mark.parametrize(
    "unit",
    ["som ska ", "Planen gäller från ", "x | ", "Kommunen ska:\n", "1. A\n", "och-\n", "A: b\n", "§ 1 KF "],
)
def test_hostile_text__costs_no_more_than_its_length(unit: str) -> None:
    """No pattern tries again from every place: 100,000 characters would then take minutes."""
    content = (unit * (100_000 // len(unit)) + "\n\n1. Slut\n\nSlut.\n").encode()
    begun = time.process_time()
    to_document(read_plan_from(content, "plan.txt"))
    assert time.process_time() - begun < 15


def test_more_text_than_a_plan__is_refused() -> None:
    with pytest.raises(ImportRefusedError):
        read_plan_from(("Kommunen ska samverka. " * (MOST_CHARACTERS // 20)).encode(), "plan.txt")
