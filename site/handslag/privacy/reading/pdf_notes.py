"""What is stuck on a page of a PDF: notes, text boxes, form fields, links and files."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from .limits import Limits
from .parts import Inside

# Words, the same with markup, a field's value and what it is when emptied, its names, who wrote and about what.
_WORDS = (b"Contents", b"RC", b"V", b"DV", b"T", b"TU", b"Subj")


def notes_of(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    for annotation in _annotations(page):
        # One thing for each, also where it holds no words: its drawing may.
        words = [text for key in _WORDS if (text := _value(annotation, key))]
        yield "\n\n".join([*words, _link(document, annotation)])


def attached_to(page: pypdfium2.PdfPage, limits: Limits) -> Iterator[Inside]:
    for annotation in _annotations(page):
        if file := pdfium.FPDFAnnot_GetFileAttachment(annotation):
            attachment = pypdfium2.PdfAttachment(file, page.pdf)
            limits.take_part()
            size = ctypes.c_ulong()
            pdfium.FPDFAttachment_GetFile(attachment, None, 0, size)
            limits.take(size.value)
            yield Inside(attachment.get_name(), bytes(attachment.get_data()) if size.value else b"")


def _annotations(page: pypdfium2.PdfPage) -> Iterator[object]:
    for place in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        if annotation := pdfium.FPDFPage_GetAnnot(page.raw, place):
            try:
                yield annotation
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)


def _value(annotation: object, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(
        annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
    )
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def _link(document: pypdfium2.PdfDocument, annotation: object) -> str:
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(size + 1)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
    return buffer.raw[:size].rstrip(b"\0").decode("utf-8", "replace")
