"""Word: paragraphs with their styles; tables row by row; a bold line stands for a heading where no style is used."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from plan_pages.importing.amount import MORE_THAN_ALLOWED
from plan_pages.importing.files.tables import row_as_line
from plan_pages.importing.files.word_names import RELATIONSHIP, W, value_of
from plan_pages.importing.files.word_numbering import Numbering
from plan_pages.importing.files.word_runs import ALTERNATIVES, Words, alternative, is_deleted, words_of
from plan_pages.importing.files.word_styles import ParagraphStyle, Styles, outline_level
from plan_pages.importing.files.xml_parts import PartError, optional_part, parts_named, read_part
from plan_pages.importing.lines import BLANK, Line
from plan_pages.importing.refusal import ImportRefusedError

LONGEST_BOLD_HEADING = 120
LARGER = 1.12
BODY_SIZE = 11.0
USUAL_MAIN_PART = "word/document.xml"
TRANSPARENT = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}


def read_word(archive: zipfile.ZipFile) -> list[Line]:
    """Raises ImportRefusedError where the document cannot be read."""
    try:
        return list(islice(_Document(archive).lines(), MORE_THAN_ALLOWED))
    except (PartError, RecursionError):
        raise ImportRefusedError(
            _("The Word document is damaged; open it in Word, save it anew and try again.")
        ) from None


def main_part(archive: zipfile.ZipFile) -> str:
    """The name of the part with the text; some programs do not use the usual one."""
    if USUAL_MAIN_PART in archive.namelist():
        return USUAL_MAIN_PART
    try:
        relations = optional_part(archive, "_rels/.rels")
    except PartError:
        return USUAL_MAIN_PART
    for relation in relations.iter(RELATIONSHIP) if relations is not None else ():
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and target.startswith("word/"):
            return target
    return USUAL_MAIN_PART


class _Document:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._root = read_part(archive, main_part(archive))
        self._styles = Styles(optional_part(archive, "word/styles.xml"))
        self._numbering = Numbering(optional_part(archive, "word/numbering.xml"))
        self._notes = {part: self._notes_of(part) for part in ("footnotes", "endnotes")}
        self._waiting: list[Line] = []
        self._unfinished = ""

    def lines(self) -> Iterator[Line]:
        body = self._root.find(f"{W}body")
        if body is None:
            raise PartError("no body")
        yield from self._blocks(body)
        yield from self._waiting
        for start in ("word/header", "word/footer"):
            for part in parts_named(self._archive, start):
                yield from (replace(line, about=True) for line in self._blocks(part))

    def _notes_of(self, part: str) -> dict[str, Element]:
        root = optional_part(self._archive, f"word/{part}.xml")
        notes = root if root is not None else ()
        return {note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type") in {None, "normal"}}

    def _blocks(self, parent: Element) -> Iterator[Line]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._rows(child)
            elif child.tag == ALTERNATIVES:
                yield from self._blocks(alternative(child))
            elif child.tag in TRANSPARENT and not _is_contents(child):
                yield from self._blocks(child)

    def _rows(self, table: Element) -> Iterator[Line]:
        for row in _direct(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = list(_direct(row, f"{W}tc"))
            if len(cells) == 1:
                # A frame around text, or a page laid out as a table.
                yield from self._blocks(cells[0])
            elif line := row_as_line([self._words_in(cell) for cell in cells]):
                yield from (line, BLANK)

    def _words_in(self, cell: Element) -> str:
        return " ".join(words_of(paragraph, bold_by_style=False).text for paragraph in cell.iter(f"{W}p"))

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        style = self._styles.of(paragraph)
        if style.is_contents:
            return
        words = words_of(paragraph, bold_by_style=style.is_bold)
        text, self._unfinished = self._unfinished + words.text, ""
        if is_deleted(paragraph):
            self._unfinished = text
            return
        first = self._first_line(paragraph, style, words) if text.strip() else BLANK
        if not first.is_item:
            yield from self._waiting
            self._waiting = []
        pieces = [piece for piece in text.split("\n") if piece.strip()]
        if first.level is not None:
            pieces = [" ".join(pieces)] if pieces else []
        for position, piece in enumerate(pieces):
            yield replace(first, text=piece, marker=first.marker if position == 0 else "")
        yield BLANK
        for box in words.boxes:
            yield from self._blocks(box)
        # A note follows its paragraph; within a list it waits until the list has ended.
        for part, identity in words.notes:
            note = self._notes[part].get(identity)
            if note is not None:
                self._waiting += [*(replace(line, is_item=False) for line in self._blocks(note)), BLANK]

    def _first_line(self, paragraph: Element, style: ParagraphStyle, words: Words) -> Line:
        properties = paragraph.find(f"{W}pPr")
        stated = value_of(properties, "outlineLvl")
        level = outline_level(stated) if stated is not None else style.level
        own = properties.find(f"{W}numPr") if properties is not None else None
        numbering = own if own is not None else style.numbering
        counted = self._numbering.next(numbering) if numbering is not None else None
        size = words.size or style.size
        bold = words.bold and len(words.text) <= LONGEST_BOLD_HEADING
        if level is not None:
            return Line("", level=level, marker=counted[1] if counted else "", size=size)
        if counted and counted[1] and bold:
            # A bold line with a number of its own is a heading that somebody made without a style.
            return Line("", emphasis=True, marker=counted[1], size=size)
        is_item = counted is not None or style.is_list
        marker = counted[1] if counted else ("1." if style.is_numbered_list else "")
        emphasis = not is_item and (
            bold or (size >= BODY_SIZE * LARGER and len(words.text) <= LONGEST_BOLD_HEADING)
        )
        return Line(
            "",
            is_item=is_item,
            marker=marker,
            depth=counted[0] if counted else 0,
            emphasis=emphasis,
            size=size,
        )


def _direct(parent: Element, tag: str) -> Iterator[Element]:
    """Children of this kind, also within content controls and insertions; not those of tables in the table."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in TRANSPARENT:
            yield from _direct(child, tag)


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "contents" in (gallery.get(f"{W}val") or "").lower()
