"""Files into lines, by what a file is and not by what it is called."""

import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from plan_pages.importing.files.archives import open_archive
from plan_pages.importing.files.open_document import read_open_document
from plan_pages.importing.files.pdf import read_pdf
from plan_pages.importing.files.text import decode, read_text
from plan_pages.importing.files.web import read_web_page
from plan_pages.importing.files.word import read_word
from plan_pages.importing.lines import Line
from plan_pages.importing.refusal import ImportRefusedError

LARGEST = 20 * 1024 * 1024
OLE_DOCUMENT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")


def read_lines(path: Path) -> list[Line]:
    """Raises ImportRefusedError: missing, empty, too large, encrypted, damaged, of another kind."""
    if not path.is_file():
        raise ImportRefusedError(_("There is no file %(name)s; check the name.") % {"name": path.name})
    size = path.stat().st_size
    if size > LARGEST:
        raise ImportRefusedError(_("The file is larger than 20 MB; save it without pictures and try again."))
    content = path.read_bytes()
    if not content.strip():
        raise ImportRefusedError(_("The file is empty; choose another."))
    if b"%PDF-" in content[:1024]:
        return read_pdf(content)
    if content.startswith(b"PK"):
        return _from_archive(content)
    if content.startswith(OLE_DOCUMENT):
        raise ImportRefusedError(
            _(
                "The file is protected by a password or in the old .doc form; save it as .docx without a password."
            )
        )
    if content.startswith(b"{\\rtf"):
        raise ImportRefusedError(_("Rich text (.rtf) is not read; save the document as .docx or .pdf."))
    if content.startswith(PICTURES):
        raise ImportRefusedError(
            _("The file is a picture; choose the document that the text was written in.")
        )
    text = decode(content)
    start = text[:2000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html", "<?xml")) or path.suffix.lower() in {".html", ".htm"}:
        return read_web_page(text)
    return read_text(text)


def _from_archive(content: bytes) -> list[Line]:
    with open_archive(content) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names:
            return read_word(content)
        if "content.xml" in names and _is_text_document(archive):
            return read_open_document(archive)
    raise ImportRefusedError(
        _(
            "The file is neither a Word document nor an OpenDocument text;"
            " choose a .docx, .odt, .pdf, .html or .txt file."
        )
    )


def _is_text_document(archive: zipfile.ZipFile) -> bool:
    return "mimetype" in archive.namelist() and b"opendocument.text" in archive.read("mimetype")[:100]
