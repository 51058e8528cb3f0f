"""PDF: lines with their size, so that headings set larger or bolder than the text are seen."""

import ctypes
from collections import Counter
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from django.utils.translation import gettext as _

from plan_pages.importing.lines import BLANK, Line
from plan_pages.importing.refusal import ImportRefusedError

MOST_PAGES = 400
FORCE_BOLD = 0x40000
BOLD_WEIGHT = 600
LARGER = 1.12
# A gap between lines of more than this many line heights begins a new paragraph.
PARAGRAPH_GAP = 1.55
FULL_LINE = 0.7


@dataclass(frozen=True)
class _PrintedLine:
    text: str
    size: float
    bold: bool
    top: float
    bottom: float
    right: float
    page: int


def read_pdf(content: bytes) -> list[Line]:
    """Raises ImportRefusedError: encrypted, damaged, too long, or pictures of text."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ImportRefusedError(
                _("The PDF is protected by a password; save it without one and try again.")
            ) from None
        raise ImportRefusedError(
            _("The PDF is damaged and cannot be opened; save it anew and try again.")
        ) from None
    try:
        if len(document) > MOST_PAGES:
            raise ImportRefusedError(
                _("The PDF has more than 400 pages; choose the plan without its appendices.")
            )
        printed = [line for number in range(len(document)) for line in _lines_of(document[number], number)]
    finally:
        document.close()
    if not any(line.text.strip() for line in printed):
        raise ImportRefusedError(
            _(
                "The PDF holds pictures of pages and no text;"
                " choose the document it was made from, or have the text read."
            )
        )
    return _to_lines(printed)


def _lines_of(page: pypdfium2.PdfPage, number: int) -> list[_PrintedLine]:
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        lines: list[_PrintedLine] = []
        at = 0
        for raw in text.splitlines(keepends=True):
            stripped = raw.strip()
            if stripped:
                first = at + len(raw) - len(raw.lstrip())
                size, bold = _style(text_page, first + _middle(stripped))
                _left, bottom, _right, top = text_page.get_charbox(first, loose=True)
                last = first + len(stripped) - 1
                right = text_page.get_charbox(last, loose=True)[2]
                lines.append(_PrintedLine(stripped, size, bold, top, bottom, right, number))
            at += len(raw)
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


def _to_lines(printed: list[_PrintedLine]) -> list[Line]:
    sizes: Counter[float] = Counter()
    bold_characters = 0
    for line in printed:
        sizes[line.size] += len(line.text)
        bold_characters += len(line.text) * line.bold
    body = sizes.most_common(1)[0][0]
    bold_is_special = bold_characters < sum(sizes.values()) / 2
    margin = sorted(line.right for line in printed)[int(len(printed) * 0.95)]
    lines: list[Line] = []
    before: _PrintedLine | None = None
    for line in printed:
        if before is not None and (_new_paragraph(before, line) or _ended_short(before, margin)):
            lines.append(BLANK)
        emphasis = line.size >= body * LARGER or (bold_is_special and line.bold and line.size >= body)
        lines.append(Line(line.text, wraps=True, emphasis=emphasis))
        before = line
    return lines


def _new_paragraph(before: _PrintedLine, line: _PrintedLine) -> bool:
    if before.page != line.page:
        # A sentence may go on over the page break; a line that ended one does not.
        return before.text.endswith((".", "!", "?", ":")) or before.size != line.size
    if before.size != line.size:
        return True
    height = max(before.top - before.bottom, 1.0)
    return (before.bottom - line.bottom) > height * PARAGRAPH_GAP


def _ended_short(before: _PrintedLine, margin: float) -> bool:
    """A line that leaves much of the width empty was ended on purpose: an item of a list, a heading, a last line."""
    return before.right < margin * FULL_LINE and not before.text.endswith("-")
