"""Web pages: headings, paragraphs, table rows and list items of the main part; also pages that Word has saved."""

from dataclasses import replace
from html.parser import HTMLParser

from plan_pages.importing.files.tables import row_as_line
from plan_pages.importing.files.web_parts import (
    BLOCKS,
    CLOSED_BY,
    HEADINGS,
    VOID,
    Element,
    is_main,
    is_printed_number,
    is_set_aside,
)
from plan_pages.importing.lines import BLANK, Line

WORD_TITLE = "msotitle"
WORD_ITEM = "msolist"


class _Reader(HTMLParser):
    """Keeps the open elements, so that what stands in a menu or a notice is left out with all it holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[Line, bool]] = []
        self._open: list[Element] = []
        self._text: list[str] = []
        self._bold: list[bool] = []
        self._number = ""
        self._cells: list[str] | None = None
        self._counts: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append("\n")
        if tag in VOID:
            return
        while self._open and self._open[-1].tag in CLOSED_BY.get(tag, ()):
            self._end_innermost()
        if tag in BLOCKS:
            self._close_block()
        if tag == "tr":
            self._cells = []
        self._open.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag in {"ul", "ol"}:
            self._counts.append(0)
        if tag == "li" and self._counts:
            self._counts[-1] += 1
            self._open[-1].count = self._counts[-1]

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._end_innermost() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not any(is_set_aside(element) for element in self._open):
            if any(is_printed_number(element) for element in self._open):
                self._number += data.strip()
                return
            self._text.append(data.replace("\n", " "))
            if data.strip():
                self._bold.append(any(element.tag in {"b", "strong"} for element in self._open))

    def close(self) -> None:
        super().close()
        self._close_block()

    def _end_innermost(self) -> str:
        tag = self._open[-1].tag
        if tag in BLOCKS:
            self._close_block()
        self._open.pop()
        if tag in {"ul", "ol"} and self._counts:
            self._counts.pop()
        if tag == "tr" and self._cells is not None:
            if line := row_as_line(self._cells):
                self._add(line)
            self._cells = None
        return tag

    def _close_block(self) -> None:
        text, bold = "".join(self._text), bool(self._bold) and all(self._bold)
        self._text, self._bold = [], []
        if not text.strip():
            return
        if self._cells is not None:
            self._cells.append(" ".join(text.split()))
            return
        line = self._line(bold=bold)
        for position, piece in enumerate(_pieces(text, line)):
            self._add(replace(line, text=piece, marker=line.marker if position == 0 else ""))

    def _add(self, line: Line) -> None:
        inside_main = any(is_main(element) for element in self._open)
        self.lines += [(line, inside_main), (BLANK, inside_main)]

    def _line(self, *, bold: bool) -> Line:
        block = next((element for element in reversed(self._open) if element.tag in BLOCKS), None)
        style = block.style_class if block else ""
        number, is_numbered, self._number = _marker(self._number), bool(self._number), ""
        if style.startswith(WORD_TITLE):
            return Line("", level=0, emphasis=True)
        heading = next((element.tag for element in self._open if element.tag in HEADINGS), None)
        if heading:
            return Line("", level=HEADINGS[heading], marker=number)
        item = next((element for element in reversed(self._open) if element.tag == "li"), None)
        if item is not None:
            first, item.is_read = not item.is_read, True
            lists = [element.tag for element in self._open if element.tag in {"ul", "ol"}]
            ordered = bool(lists) and lists[-1] == "ol" and first
            return Line(
                "", is_item=True, marker=f"{item.count}." if ordered else "", depth=max(0, len(lists) - 1)
            )
        return Line("", is_item=style.startswith(WORD_ITEM) or is_numbered, marker=number, emphasis=bold)


def _marker(printed: str) -> str:
    """Word writes the number it has printed before a heading or an item; its bullets are letters of symbol fonts."""
    return printed if any(character.isdigit() for character in printed) or printed[1:] in {".", ")"} else ""


def _pieces(text: str, line: Line) -> list[str]:
    """A line break begins a line of its own, but not in a heading."""
    parts = [" ".join(part.split()) for part in text.split("\n")]
    return [part for part in parts if part] if line.level is None else [" ".join(text.split())]


def read_web_page(text: str) -> list[Line]:
    """A single h1 is the title; where the page marks its main part, only that is read."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = [line for line, inside in reader.lines if inside] or [line for line, _inside in reader.lines]
    highest = [line for line in lines if line.level == 0]
    if len(highest) > 1 or any(line.emphasis for line in highest):
        # Word's title has a class of its own; its h1, or several of them, are chapters.
        return [_one_lower(line) for line in lines]
    return lines


def _one_lower(line: Line) -> Line:
    return line if line.level is None or line.emphasis else replace(line, level=line.level + 1)
