"""Each kind of bad file gets a sentence of its own."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
import typst
from django.core.management import CommandError, call_command
from django.utils.translation import override

from plan_pages.importing.files.word_names import W
from plan_pages.importing.reader import read_plan, read_plan_from
from plan_pages.importing.refusal import ImportRefusedError
from tests.plan_pages.importing.layouts.locked import LOCKED_PDF
from tests.plan_pages.importing.layouts.odt import packed


def _zip(parts: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _word(xml: str | bytes) -> bytes:
    return _zip({"word/document.xml": xml})


def _container(*streams: str) -> bytes:
    """Microsoft's old container, with the names of its streams as its directory holds them."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 600
        + b"".join(name.encode("utf-16-le") for name in streams)
    )


def _with_flag_of_encryption() -> bytes:
    content = bytearray(_word("<w/>"))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


LAUGHS = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "ha"}">' for at in range(10))
BODY = f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
DEEP = (
    f'<w:document xmlns:w="{W[1:-1]}"><w:body>'
    + "<w:sdt><w:sdtContent>" * 50_000
    + "</w:sdtContent></w:sdt>" * 50_000
)

BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b"  \r\n\t\n", "is empty"),
    "no-words.txt": ("123\n – 45 –\n".encode(), "holds no text"),
    "too-large.pdf": (b"x" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
    "too-much.txt": (b"Kommunen ska samverka. \n" * 60_000, "far more text"),
    "no-language.txt": (b"a" * 1_000, "more than a thousand letters"),
    "corrupt.pdf": (b"%PDF-1.7\nnothing of a PDF follows", "PDF is damaged"),
    "cut-off.pdf": (typst.compile(b"Text")[:300], "PDF is damaged"),
    "locked.pdf": (LOCKED_PDF, "PDF is protected by a password"),
    "scanned.pdf": (typst.compile(b"#rect(width: 5cm, height: 5cm)"), "pictures of pages"),
    "corrupt.docx": (b"PK\x03\x04 cut off", "file is damaged"),
    "half.docx": (_word("<w:document"), "Word document is damaged"),
    "no-body.docx": (_word("<document/>"), "Word document is damaged"),
    "no-text.docx": (_word(BODY.format("")), "holds no text"),
    "deep.docx": (_word(DEEP), "Word document is damaged"),
    "laughs.docx": (_word(f"<!DOCTYPE w [{LAUGHS}]>{BODY.format('&a9;')}"), "Word document is damaged"),
    "laughs-utf-16.docx": (
        _word(f"<!DOCTYPE w [{LAUGHS}]>{BODY.format('&a9;')}".encode("utf-16")),
        "Word document is damaged",
    ),
    "doctype.docx": (_word("<!DOCTYPE w>" + BODY.format("Kommunens plan.")), "Word document is damaged"),
    "outside.docx": (_word(OUTSIDE + BODY.format("&x;")), "Word document is damaged"),
    "outside-styles.docx": (
        _zip({"word/document.xml": BODY.format("Plan"), "word/styles.xml": OUTSIDE + "<w>&x;</w>"}),
        "Word document is damaged",
    ),
    "bomb.docx": (_word(b" " * 21 * 1024 * 1024), "unpacks to far more"),
    "bomb-of-pictures.docx": (
        _zip({"word/document.xml": BODY.format("Plan"), "word/media/1.png": bytes(151 * 1024 * 1024)}),
        "unpacks to far more",
    ),
    "bomb-of-parts.docx": (_zip({f"part{at}": b"" for at in range(5_001)}), "unpacks to far more"),
    "flagged.docx": (_with_flag_of_encryption(), "protected by a password"),
    "locked.docx": (_container("EncryptionInfo", "EncryptedPackage"), "document is protected by a password"),
    "old.doc": (_container("WordDocument"), "old .doc form"),
    "old.xls": (_container("Workbook"), "not a text document"),
    "damaged.odt": (packed(content="<office"), "OpenDocument file is damaged"),
    "laughs.odt": (packed(content=f"<!DOCTYPE w [{LAUGHS}]><w>&a9;</w>"), "OpenDocument file is damaged"),
    "locked.odt": (packed(content="\x8f", manifest="<encryption-data/>"), "protected by a password"),
    "sheet.xlsx": (_zip({"xl/workbook.xml": b"<workbook/>"}), "neither a Word document nor"),
    "packed.zip": (_zip({"plan.docx": _word(BODY.format("Plan"))}), "neither a Word document nor"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "is a picture"),
    "picture.docx": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "is a picture"),
    "program.exe": (b"MZ\x90\0\3\0\0\0\4\0\0\0", "not a text document"),
    "program.txt": (b"\x7fELF\0\0\0\0\1\2\3", "not a text document"),
    "rich.rtf": (b"{\\rtf1 text}", ".rtf"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file__is_refused_with_its_sentence(tmp_path: Path, name: str) -> None:
    content, sentence = BAD[name]
    file = tmp_path / name
    file.write_bytes(content)
    with override("en"), pytest.raises(ImportRefusedError, match=re.escape(sentence)) as refusal:
        read_plan(file)
    assert "\n" not in str(refusal.value)
    with override("en"), pytest.raises(ImportRefusedError, match=re.escape(str(refusal.value))):
        read_plan_from(content, name)


def test_archive_within_a_document__is_never_opened() -> None:
    """A bomb inside the document's own parts is as small as it is packed."""
    bomb = _word(b" " * 60 * 1024 * 1024)
    plan = read_plan_from(
        _zip({"word/document.xml": BODY.format("Kommunens plan."), "word/embeddings/1.zip": bomb}),
        "plan.docx",
    )
    assert plan.sections[0].text == "Kommunens plan."


def test_folder__is_refused(tmp_path: Path) -> None:
    with override("en"), pytest.raises(ImportRefusedError, match="is a folder"):
        read_plan(tmp_path)


@pytest.mark.parametrize(
    "name", ["å ä\u0301 ö.txt", "två\nrader.txt", "\udcff.txt", "-n.txt", "%(name)s {0}.txt", "\x1b[31m.txt"]
)
def test_odd_name__is_read_and_written_on_one_line(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with override("en"), pytest.raises(ImportRefusedError, match="There is no file") as refusal:
        read_plan(file)
    assert str(refusal.value).isprintable()
    file.write_bytes(b"Plan mot hot\n\nKommunen ska samverka.\n")
    assert read_plan(file).title == "Plan mot hot"


def test_reading__logs_nothing_of_what_it_reads(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    with caplog.at_level(0):
        read_plan_from(b"Plan mot hot\n\nElva Exempel ska samverka.\n", "plan.txt")
        with pytest.raises(ImportRefusedError):
            read_plan_from(_word("<w:p>Elva Exempel"), "plan.docx")
    assert caplog.records == []


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
