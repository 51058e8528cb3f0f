"""OpenDocument text: headings, paragraphs, tables and list items of content.xml, with what its styles say."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from plan_pages.importing.amount import MORE_THAN_ALLOWED
from plan_pages.importing.files.open_document_styles import STYLE, TABLE, TEXT, OpenStyles
from plan_pages.importing.files.tables import row_as_line
from plan_pages.importing.files.xml_parts import PartError, optional_part, read_part
from plan_pages.importing.lines import BLANK, Line
from plan_pages.importing.refusal import ImportRefusedError

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
LONGEST_BOLD_HEADING = 120
LEFT_OUT = {
    f"{TEXT}table-of-content",
    f"{TEXT}tracked-changes",
    f"{TEXT}sequence-decls",
    f"{OFFICE}annotation",
}
BLANKS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": "\n"}


def read_open_document(archive: zipfile.ZipFile) -> list[Line]:
    """Raises ImportRefusedError where the document has a password or is damaged."""
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in _manifest(archive):
        raise ImportRefusedError(
            _("The document is protected by a password; save it without one and try again.")
        )
    try:
        content = read_part(archive, "content.xml")
        styles = optional_part(archive, "styles.xml")
        reader = _Reader(OpenStyles(content, styles))
        body = content.find(f"{OFFICE}body/{OFFICE}text")
        lines = list(islice(reader.read(body), MORE_THAN_ALLOWED)) if body is not None else []
        for part in ("header", "footer"):
            for element in styles.iter(f"{STYLE}{part}") if styles is not None else ():
                lines += [replace(line, about=True) for line in reader.read(element)]
    except (PartError, RecursionError, ValueError):
        raise ImportRefusedError(_("The OpenDocument file is damaged; save it anew and try again.")) from None
    return lines


def _manifest(archive: zipfile.ZipFile) -> bytes:
    try:
        return archive.read("META-INF/manifest.xml")
    except (zipfile.BadZipFile, NotImplementedError):
        return b""


class _Reader:
    def __init__(self, styles: OpenStyles) -> None:
        self._styles = styles
        self._headings: dict[int, int] = {}

    def read(self, element: Element) -> Iterator[Line]:
        for child in element:
            if child.tag == f"{TEXT}h":
                yield from (self._heading(child), BLANK)
            elif child.tag == f"{TEXT}p":
                yield from self._paragraph(child)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, depth=0, style="")
            elif child.tag == f"{TABLE}table":
                yield from self._rows(child)
            elif child.tag not in LEFT_OUT:
                yield from self.read(child)

    def _heading(self, element: Element) -> Line:
        level = int(element.get(f"{TEXT}outline-level", "1") or 1)
        self._headings = {other: count for other, count in self._headings.items() if other <= level}
        self._headings[level] = self._headings.get(level, 0) + 1
        marker = ""
        if self._styles.numbers_headings(level) and not element.get(f"{TEXT}is-list-header"):
            marker = ".".join(str(self._headings.get(above, 1)) for above in range(1, level + 1))
        return Line(_one_line(element), level=level, marker=marker)

    def _paragraph(self, element: Element, item: Line | None = None) -> Iterator[Line]:
        name = element.get(f"{TEXT}style-name", "")
        text, notes, boxes = _words(element)
        is_title = self._styles.is_title(name)
        bold = item is None and self._styles.is_bold(name) and len(text) <= LONGEST_BOLD_HEADING
        for position, piece in enumerate(part for part in text.split("\n") if part.strip()):
            line = item or Line("", level=0 if is_title else None, emphasis=bold and not is_title)
            yield replace(line, text=piece, marker=line.marker if position == 0 else "")
        yield BLANK
        for box in boxes:
            yield from self.read(box)
        for note in notes:
            yield from self.read(note)

    def _list(self, element: Element, *, depth: int, style: str) -> Iterator[Line]:
        style = element.get(f"{TEXT}style-name", style)
        count = 0
        for child in element:
            if child.tag not in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                continue
            count += child.tag == f"{TEXT}list-item"
            marker = f"{count}." if self._styles.is_numbered(style, depth + 1) else ""
            for part in child:
                if part.tag == f"{TEXT}list":
                    yield from self._list(part, depth=depth + 1, style=style)
                elif part.tag == f"{TEXT}h":
                    yield from (self._heading(part), BLANK)
                else:
                    yield from self._paragraph(part, Line("", is_item=True, marker=marker, depth=depth))
                    marker = ""

    def _rows(self, table: Element) -> Iterator[Line]:
        for row in table.iter(f"{TABLE}table-row"):
            cells = [
                " ".join(_one_line(paragraph) for paragraph in cell.iter(f"{TEXT}p"))
                for cell in row.findall(f"{TABLE}table-cell")
            ]
            if line := row_as_line(cells):
                yield from (line, BLANK)


def _one_line(element: Element) -> str:
    return " ".join(_words(element)[0].split())


def _words(element: Element) -> tuple[str, list[Element], list[Element]]:
    """Text, notes and text boxes; blanks, tabs and line breaks are elements of their own in this format."""
    parts = [element.text or ""]
    notes: list[Element] = []
    boxes: list[Element] = []
    for child in element:
        if child.tag in BLANKS:
            parts.append(BLANKS[child.tag])
        elif child.tag == f"{TEXT}note":
            notes += child.findall(f"{TEXT}note-body")
        elif child.tag.endswith("}frame"):
            boxes += [box for box in child.iter() if box.tag.endswith("}text-box")]
        elif child.tag not in LEFT_OUT:
            text, inner_notes, inner_boxes = _words(child)
            parts.append(text)
            notes += inner_notes
            boxes += inner_boxes
        parts.append(child.tail or "")
    return "".join(parts), notes, boxes
