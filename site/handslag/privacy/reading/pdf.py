"""PDF: the text of each page, what is stuck on it, form fields, links, attached files and the document's properties."""

import ctypes
import threading
from collections.abc import Iterator
from typing import IO

import pypdfium2
import pypdfium2.raw as pdfium
from django.utils.translation import gettext as _

from .limits import CannotBeReadError, Limits
from .parts import Inside, Part
from .pdf_notes import attached_to, notes_of
from .pdf_properties import embedded_properties

# PDFium keeps its state in the process and must not be entered twice.
_lock = threading.Lock()


def read_pdf(stream: IO[bytes], limits: Limits) -> list[Part | Inside]:
    """A scanned page has no text; what a picture shows is not read. Complete before an attached file is read, which
    may be a PDF too."""
    content = limits.read(stream)
    with _lock:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise CannotBeReadError from error
        try:
            return [
                *_properties(document, content, limits),
                *_pages(document, limits),
                *_attached(document, limits),
            ]
        except pypdfium2.PdfiumError as error:
            raise CannotBeReadError from error
        finally:
            document.close()


def _properties(document: pypdfium2.PdfDocument, content: bytes, limits: Limits) -> Iterator[Part]:
    place = _("in the file's properties")
    for value in document.get_metadata_dict(skip_empty=True).values():
        yield Part(value, place)
    for text in embedded_properties(content, limits):
        yield Part(text, place)
    for bookmark in document.get_toc():
        yield Part(bookmark.get_title(), _("in the table of contents"))


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Part | Inside]:
    for number in range(len(document)):
        place = _("on page %(number)d") % {"number": number + 1}
        limits.take_part()
        yield Part(_text_of_page(document, number, limits), place)
        page = document[number]
        try:
            notes = list(notes_of(document, page))
            yield from (Part(text, place) for text in notes)
            yield from attached_to(page, limits)
            # What is drawn of a note may be in the drawing only: it is drawn into the page, which is read again.
            drawn = notes and pdfium.FPDFPage_Flatten(page.raw, 0) == pdfium.FLATTEN_SUCCESS
        finally:
            page.close()
        if drawn:
            yield Part(_text_of_page(document, number, limits), place)


def _text_of_page(document: pypdfium2.PdfDocument, number: int, limits: Limits) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        text = str(text_page.get_text_range())
        limits.take(len(text))
        return text
    finally:
        text_page.close()
        page.close()


def _attached(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Inside]:
    for place in range(document.count_attachments()):
        limits.take_part()
        attachment = document.get_attachment(place)
        size = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(attachment, None, 0, size)
        limits.take(size.value)
        yield Inside(attachment.get_name(), bytes(attachment.get_data()) if size.value else b"")
