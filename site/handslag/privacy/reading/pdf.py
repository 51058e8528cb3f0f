"""PDF: the text of each page, annotations and form fields, and the document's properties."""

import ctypes
import threading
from collections.abc import Iterator
from typing import IO

import pypdfium2
import pypdfium2.raw as pdfium

from .limits import CannotBeReadError, Limits

# PDFium keeps its state in the process and must not be entered twice.
_lock = threading.Lock()
_NOTES = (b"Contents", b"V", b"T", b"TU", b"Subj")


def read_pdf(stream: IO[bytes], limits: Limits) -> str:
    """A scanned page has no text; what a picture shows is not read."""
    content = limits.read(stream)
    with _lock:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise CannotBeReadError from error
        try:
            return "\n\n".join(_texts(document, limits))
        except pypdfium2.PdfiumError as error:
            raise CannotBeReadError from error
        finally:
            document.close()


def _texts(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[str]:
    yield from document.get_metadata_dict(skip_empty=True).values()
    for bookmark in document.get_toc():
        yield bookmark.get_title()
    for number in range(len(document)):
        limits.take_part()
        page = document[number]
        text_page = page.get_textpage()
        try:
            text = text_page.get_text_range()
            limits.take(len(text))
            yield text
            yield from _notes(page)
        finally:
            text_page.close()
            page.close()


def _notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    for place in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, place)
        if not annotation:
            continue
        try:
            yield from (text for key in _NOTES if (text := _annotation_text(annotation, key)))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _annotation_text(annotation: object, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(
        annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
    )
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
