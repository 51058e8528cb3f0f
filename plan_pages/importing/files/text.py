"""Plain text, as extracted from a PDF or written by hand."""

import re

from django.utils.translation import gettext as _

from plan_pages.importing.lines import BLANK, Line
from plan_pages.importing.refusal import ImportRefusedError

# Read as an ornament: text before and after it may be one sentence.
PAGE_BREAK = "\n– –\n"
MOST_CONTROL_CHARACTERS = 0.02
LONGEST_AT_MARGIN = 130
WORDS_OF_PROSE = 10
SHARE_AT_MARGIN = 0.3
# "## 2. Mål", as in text written for the web.
MARKED_HEADING = re.compile(r"^(#{1,6})\s+(\S.*?)\s*#*$")


def decode(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows' Latin; a binary file is refused."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _checked(content.decode("utf-16", errors="replace"))
    try:
        return _checked(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _checked(content.decode("cp1252", errors="replace"))


def _checked(text: str) -> str:
    control = sum(1 for character in text if character < " " and character not in "\t\n\r\f\v")
    if "\x00" in text or control > len(text) * MOST_CONTROL_CHARACTERS:
        raise ImportRefusedError(
            _("The file is not a text document; choose a .docx, .odt, .pdf, .html or .txt file.")
        )
    return text


def read_text(text: str) -> list[Line]:
    """Lines are broken at the margin where they come from a PDF; a form feed is a page break.

    Where they are not, each line is a paragraph.
    """
    raw_lines = text.replace("\f", PAGE_BREAK).splitlines()
    wraps = _has_margin([raw.strip() for raw in raw_lines if raw.strip()])
    return [_line(raw, wraps=wraps) for raw in raw_lines]


def _has_margin(lines: list[str]) -> bool:
    """No line is longer than a page is wide; or one is, but many end where a margin would be."""
    longest = max((len(line) for line in lines if len(line.split()) >= WORDS_OF_PROSE), default=0)
    if longest <= LONGEST_AT_MARGIN:
        return True
    margin = sorted(map(len, lines))[int(len(lines) * 0.9)]
    at_margin = sum(1 for line in lines if margin * 0.8 <= len(line) <= margin)
    return margin <= LONGEST_AT_MARGIN and at_margin >= len(lines) * SHARE_AT_MARGIN


def _line(raw: str, *, wraps: bool) -> Line:
    if not raw.strip():
        return BLANK
    marked = MARKED_HEADING.match(raw.strip())
    if marked:
        return Line(marked.group(2), level=len(marked.group(1)) - 1)
    return Line(raw, wraps=wraps)
