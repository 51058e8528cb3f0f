"""Each kind of bad file gets a sentence of its own."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from plan_pages.importing.reader import read_plan
from plan_pages.importing.refusal import ImportRefusedError


def _zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


BAD = {
    "empty.txt": (b"  \n", "is empty"),
    "too-large.pdf": (b"x" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
    "corrupt.pdf": (b"%PDF-1.7\nnothing of a PDF follows", "damaged"),
    "corrupt.docx": (b"PK\x03\x04 cut off", "damaged"),
    "half.docx": (_zip(word__document_xml=b"<w:document"), "Word document is damaged"),
    "sheet.xlsx": (_zip(xl__workbook_xml=b"<workbook/>"), "neither a Word document nor"),
    "bomb.docx": (_zip(word__document_xml=b" " * 61 * 1024 * 1024), "unpacks to far more"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password or in the old .doc"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "is a picture"),
    "program.txt": (b"\x7fELF\0\0\0\0\1\2\3", "not a text document"),
    "rich.rtf": (b"{\\rtf1 text}", ".rtf"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file__is_refused_with_its_sentence(tmp_path: Path, name: str) -> None:
    content, sentence = BAD[name]
    file = tmp_path / name
    file.write_bytes(content)
    with override("en"), pytest.raises(ImportRefusedError, match=sentence) as refusal:
        read_plan(file)
    assert "Traceback" not in str(refusal.value)


def test_missing_file__is_named(tmp_path: Path) -> None:
    with override("en"), pytest.raises(ImportRefusedError, match=r"borta\.pdf"):
        read_plan(tmp_path / "borta.pdf")


def test_import_plan_command__refuses_with_one_line(tmp_path: Path) -> None:
    file = tmp_path / "tom.txt"
    file.write_bytes(b"")
    with pytest.raises(CommandError) as refusal:
        call_command("import_plan", str(file), "--dry-run", "--json")
    assert "\n" not in str(refusal.value)


def test_import_plan_command__prints_one_json_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("Handlingsplan\n\n1. Syfte\n\nKommunen ska samverka.\n")
    call_command("import_plan", str(file), "--dry-run", "--json")
    found = json.loads(capsys.readouterr().out)
    assert found["sections"] == [
        {
            "number": "1",
            "heading": "Syfte",
            "text": "Kommunen ska samverka.",
            "commitments": [{"text": "Kommunen ska samverka.", "obligation": "ska"}],
        }
    ]
    assert found["decision"] is None
