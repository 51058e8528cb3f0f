"""PDF: opened within bounds, and its printed lines read page by page."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
from django.utils.translation import gettext as _

from plan_pages.importing.amount import MOST_CHARACTERS
from plan_pages.importing.files.pdf_layout import PrintedLine, to_lines
from plan_pages.importing.lines import Line
from plan_pages.importing.refusal import ImportRefusedError

MOST_PAGES = 400
FORCE_BOLD = 0x40000
BOLD_WEIGHT = 600
# pdfium joins a word that was divided at the margin and leaves this sign where the hyphen stood.
JOINED = "\ufffe"


def read_pdf(content: bytes) -> list[Line]:
    """Raises ImportRefusedError: encrypted, damaged, too long, or pictures of text."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ImportRefusedError(
                _("The PDF is protected by a password; save it without one and try again.")
            ) from None
        raise _damaged() from None
    try:
        printed = _printed(document)
    except pypdfium2.PdfiumError:
        raise _damaged() from None
    finally:
        document.close()
    if not any(character.isalpha() for line in printed for character in line.text):
        raise ImportRefusedError(
            _(
                "The PDF holds pictures of pages and no text;"
                " choose the document it was made from, or have the text read."
            )
        )
    return to_lines(printed)


def _damaged() -> ImportRefusedError:
    return ImportRefusedError(_("The PDF is damaged and cannot be opened; save it anew and try again."))


def _printed(document: pypdfium2.PdfDocument) -> list[PrintedLine]:
    if len(document) > MOST_PAGES:
        raise ImportRefusedError(
            _("The PDF has more than 400 pages; choose the plan without its appendices.")
        )
    printed: list[PrintedLine] = []
    characters = 0
    for number in range(len(document)):
        lines = _lines_of(document[number], number)
        printed += lines
        characters += sum(len(line.text) for line in lines)
        if characters > MOST_CHARACTERS:
            # Refused as too much text by the reader; there is no need to read on.
            break
    return printed


def _lines_of(page: pypdfium2.PdfPage, number: int) -> list[PrintedLine]:
    text_page = page.get_textpage()
    try:
        height = page.get_height()
        # One sign per position, so that a line's place in the text is its place on the page.
        text = text_page.get_text_range(errors="replace").replace(JOINED, "-\n")
        count = text_page.count_chars()
        lines: list[PrintedLine] = []
        at = 0
        for raw in text.splitlines(keepends=True):
            ends_joined = raw.endswith("-\n")
            stripped = raw.strip()
            first = at + len(raw) - len(raw.lstrip())
            last = first + len(stripped) - 1
            if stripped and 0 <= last < count:
                size, bold = _style(text_page, first + _middle(stripped))
                left, bottom, _right, top = text_page.get_charbox(first, loose=True)
                right = text_page.get_charbox(last, loose=True)[2]
                lines.append(
                    PrintedLine(stripped, size, bold, top, bottom, left, right, number, bottom / height)
                )
            at += len(raw) - ends_joined
        return lines
    finally:
        text_page.close()
        page.close()


def _middle(text: str) -> int:
    """A printed character near the middle: blanks between words may be made up and have no size."""
    middle = len(text) // 2
    return next((at for at in range(middle, len(text)) if not text[at].isspace()), 0)


def _style(text_page: pypdfium2.PdfTextPage, middle: int) -> tuple[float, bool]:
    size = pdfium.FPDFText_GetFontSize(text_page, middle)
    weight = pdfium.FPDFText_GetFontWeight(text_page, middle)
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, middle, buffer, len(buffer), ctypes.byref(flags))
    name = buffer.value.decode("utf-8", errors="replace").lower()
    bold = weight >= BOLD_WEIGHT or bool(flags.value & FORCE_BOLD) or "bold" in name or "black" in name
    return round(size, 1), bold
