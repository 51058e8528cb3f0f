"""Word: paragraphs with their styles; tables row by row; a bold line stands for a heading where no style is used."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from plan_pages.importing.lines import BLANK, Line
from plan_pages.importing.refusal import ImportRefusedError

HEADING_STYLE = re.compile(r"^(?:heading|rubrik)\s*(\d)\b", re.IGNORECASE)
TITLE_STYLE = re.compile(r"^(?:title|titel|rubrik|dokumenttitel)$", re.IGNORECASE)
CONTENTS_STYLE = re.compile(r"^(?:toc|innehåll)\s", re.IGNORECASE)
LIST_STYLE = re.compile(r"^(?:list|punktlista|numrerad lista|lista)", re.IGNORECASE)
LONGEST_BOLD_HEADING = 120


def read_word(content: bytes) -> list[Line]:
    """Raises ImportRefusedError where the document cannot be opened."""
    try:
        document = docx.Document(io.BytesIO(content))
        lines = list(_lines(document))
    except (OpcError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError):
        raise ImportRefusedError(
            _("The Word document is damaged; open it in Word, save it anew and try again.")
        ) from None
    return lines


def _lines(document: Document) -> Iterator[Line]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        else:
            yield from _paragraph(part)
        yield BLANK
    for section in document.sections[:1]:
        # Registry number and decision often stand in the page's head or foot.
        for paragraph in (
            *section.first_page_header.paragraphs,
            *section.header.paragraphs,
            *section.footer.paragraphs,
        ):
            if re.search(
                r"\b(?:dnr|diarienummer|antagen|fastställd|beslutad)\b", paragraph.text, re.IGNORECASE
            ):
                yield Line(paragraph.text)
                yield BLANK


def _rows(table: Table) -> Iterator[Line]:
    """Two cells are a label and its value; more are read across."""
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            if text and (not cells or cells[-1] != text):
                cells.append(text)
        if cells:
            yield Line(f"{cells[0].rstrip(':')}: {cells[1]}" if len(cells) == 2 else " | ".join(cells))
            yield BLANK


def _paragraph(paragraph: Paragraph) -> Iterator[Line]:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if CONTENTS_STYLE.match(style):
        return
    level = _level(style)
    is_item = level is None and (
        bool(LIST_STYLE.match(style)) or (paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None)
    )
    emphasis = level is None and not is_item and _is_bold(paragraph)
    for text in paragraph.text.split("\n"):
        if text.strip():
            yield Line(text, level=level, is_item=is_item, emphasis=emphasis)


def _level(style: str) -> int | None:
    if TITLE_STYLE.match(style):
        return 0
    match = HEADING_STYLE.match(style)
    return int(match.group(1)) if match else None


def _is_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and len(paragraph.text) <= LONGEST_BOLD_HEADING and all(run.bold for run in runs)
