"""Printed lines into lines of text: columns, paragraphs, heads and feet of pages are seen by where they stand."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plan_pages.importing.lines import BLANK, Line

LARGER = 1.12
# A gap between lines of more than this many line heights begins a new paragraph.
PARAGRAPH_GAP = 1.55
FULL_LINE = 0.7
# The outer tenth of a page, above and below, is where running heads and page numbers stand.
HEAD, FOOT = 0.88, 0.11
COLUMN_APART = 120.0
ENOUGH_LINES = 8
NEARLY_ALL = 0.85
COLUMN_SHARE = 0.15
BULLET_ALONE = re.compile(r"^[•●▪■◦‣\u2043∙·\uf0b7–-]$")


@dataclass(frozen=True)
class PrintedLine:
    """`height`: where on the page it stands, 0 at the foot and 1 at the head; the rest in points."""

    text: str
    size: float
    bold: bool
    top: float
    bottom: float
    left: float
    right: float
    page: int
    height: float


def to_lines(printed: list[PrintedLine]) -> list[Line]:
    running = _running(printed)
    about = _once(line.text for line in printed if _is_running(line, running))
    body = _with_bullets([line for line in printed if not _is_running(line, running)])
    lines = _in_paragraphs(body) if body else []
    return [*lines, *(line for text in about for line in (BLANK, Line(text, about=True)))]


type _Shape = tuple[str, bool, float]


def _shape(line: PrintedLine) -> _Shape | None:
    """What is the same on every page: the words without figures, above or below, their size; None in between."""
    if FOOT < line.height < HEAD:
        return None
    return re.sub(r"\d+", "#", line.text.casefold()), line.height >= HEAD, line.size


def _running(printed: list[PrintedLine]) -> set[_Shape]:
    """Lines that return on pages; a line set larger than the text is a heading, also where it returns."""
    largest = _usual_size(printed) * LARGER
    pages = {(shape, line.page) for line in printed if (shape := _shape(line)) and line.size < largest}
    times = Counter(shape for shape, _page in pages)
    return {shape for shape, count in times.items() if count > 1}


def _is_running(line: PrintedLine, running: set[_Shape]) -> bool:
    shape = _shape(line)
    return shape is not None and shape in running


def _usual_size(printed: list[PrintedLine]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in printed:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _with_bullets(printed: list[PrintedLine]) -> list[PrintedLine]:
    """A bullet set apart from its item comes as a line of its own, on the item's height."""
    joined: list[PrintedLine] = []
    for line in printed:
        before = joined[-1] if joined else None
        if before is not None and BULLET_ALONE.match(before.text) and before.page == line.page:
            joined[-1] = PrintedLine(
                f"• {line.text}",
                line.size,
                line.bold,
                line.top,
                line.bottom,
                line.left,
                line.right,
                line.page,
                line.height,
            )
        else:
            joined.append(line)
    return joined


def _in_paragraphs(printed: list[PrintedLine]) -> list[Line]:
    body = _usual_size(printed)
    bold = sum(len(line.text) for line in printed if line.bold)
    bold_is_special = bold < sum(len(line.text) for line in printed) / 2
    widths = _Widths(printed)
    lines: list[Line] = []
    before: PrintedLine | None = None
    for line in printed:
        if before is not None and (
            _new_paragraph(before, line) or _ended_short(before, line, widths.of(before), body)
        ):
            lines.append(BLANK)
        emphasis = line.size >= body * LARGER or (bold_is_special and line.bold and line.size >= body)
        lines.append(Line(line.text, wraps=True, emphasis=emphasis, size=line.size))
        before = line
    return lines


class _Widths:
    """How wide a full line is, in its column on its page: nearly all lines there are no wider."""

    def __init__(self, printed: list[PrintedLine]) -> None:
        edges = Counter(round(line.left / 4) * 4.0 for line in printed)
        self._columns: list[float] = []
        for edge, count in sorted(edges.items()):
            apart = not self._columns or edge - self._columns[-1] >= COLUMN_APART
            if count >= len(printed) * COLUMN_SHARE and apart:
                self._columns.append(edge)
        self._rights: dict[tuple[float, int | None], list[float]] = {}
        for line in printed:
            for page in (line.page, None):
                self._rights.setdefault((self._column(line), page), []).append(line.right)

    def of(self, line: PrintedLine) -> float:
        column = self._column(line)
        rights = self._rights[column, line.page]
        if len(rights) < ENOUGH_LINES:
            rights = self._rights[column, None]
        return sorted(rights)[int(len(rights) * NEARLY_ALL)] - column

    def _column(self, line: PrintedLine) -> float:
        """The column whose left edge it stands at or right of."""
        return max((column for column in self._columns if column <= line.left + 6), default=0.0)


def _new_paragraph(before: PrintedLine, line: PrintedLine) -> bool:
    if before.page != line.page or line.bottom > before.top:
        # A sentence may go on over the page or column break; a line that ended one does not.
        return (
            before.text.endswith((".", "!", "?", ":")) or before.size != line.size or before.bold != line.bold
        )
    if before.size != line.size:
        return True
    height = max(before.top - before.bottom, 1.0)
    return (before.bottom - line.bottom) > height * PARAGRAPH_GAP


def _ended_short(before: PrintedLine, line: PrintedLine, width: float, body: float) -> bool:
    """A line that leaves much of the width empty was ended on purpose: an item of a list, a heading, a last line.

    A heading broken over lines is set ragged, so its next line, as large and as bold, goes on with it.
    """
    if before.text.endswith("-"):
        return False
    is_heading = before.size > body or before.bold
    if is_heading and line.bold == before.bold and line.size == before.size:
        return False
    return (before.right - before.left) < width * FULL_LINE and (
        before.right - min(before.left, line.left)
    ) < width * FULL_LINE
