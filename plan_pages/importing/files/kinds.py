"""What kind of file it is, from its first bytes."""

import zipfile

from django.utils.translation import gettext as _

from plan_pages.importing.files.archives import open_archive
from plan_pages.importing.files.open_document import read_open_document
from plan_pages.importing.files.pdf import read_pdf
from plan_pages.importing.files.text import decode, read_text
from plan_pages.importing.files.web import read_web_page
from plan_pages.importing.files.word import main_part, read_word
from plan_pages.importing.lines import Line
from plan_pages.importing.refusal import ImportRefusedError

OLE_DOCUMENT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
OLD_WORD = "WordDocument".encode("utf-16-le")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x00\x18ftyp")
WEB_PAGE = ("<!doctype html", "<html", "<?xml", "<head", "<body")


def lines_of(content: bytes, name: str) -> list[Line]:
    """Raises ImportRefusedError with the sentence for its kind."""
    if b"%PDF-" in content[:1024]:
        return read_pdf(content)
    if content.startswith(b"PK"):
        return _from_archive(content)
    if content.startswith(OLE_DOCUMENT):
        raise ImportRefusedError(_why_not_ole(content))
    if content.startswith(b"{\\rtf"):
        raise ImportRefusedError(_("Rich text (.rtf) is not read; save the document as .docx or .pdf."))
    if content.startswith(PICTURES) or content[8:12] == b"WEBP":
        raise ImportRefusedError(
            _("The file is a picture; choose the document that the text was written in.")
        )
    text = decode(content)
    start = text[:2000].lstrip().lower()
    if start.startswith(WEB_PAGE) or name.lower().endswith((".html", ".htm")):
        return read_web_page(text)
    return read_text(text)


def _from_archive(content: bytes) -> list[Line]:
    with open_archive(content) as archive:
        names = set(archive.namelist())
        if main_part(archive) in names:
            return read_word(archive)
        if "content.xml" in names and _is_text_document(archive):
            return read_open_document(archive)
    raise ImportRefusedError(
        _(
            "The file is neither a Word document nor an OpenDocument text;"
            " choose a .docx, .odt, .pdf, .html or .txt file."
        )
    )


def _is_text_document(archive: zipfile.ZipFile) -> bool:
    try:
        return "mimetype" in archive.namelist() and b"opendocument.text" in archive.read("mimetype")[:100]
    except (zipfile.BadZipFile, NotImplementedError):
        return False


def _why_not_ole(content: bytes) -> str:
    """Microsoft's old container holds a document with a password, an old one, or something else."""
    if ENCRYPTED_PACKAGE in content:
        return _("The document is protected by a password; save it without one and try again.")
    if OLD_WORD in content:
        return _("The document is in the old .doc form; save it as .docx and try again.")
    return _("The file is not a text document; choose a .docx, .odt, .pdf, .html or .txt file.")
