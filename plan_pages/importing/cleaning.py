"""Lines as they should have been written: whole letters, plain hyphens and blanks, no page furniture."""

import re
import unicodedata
from dataclasses import replace

from plan_pages.importing.lines import Line
from plan_pages.importing.running_heads import (
    PAGE_MARK,
    PAGE_OF,
    may_be_running_head,
    running_heads,
    shape_of,
)

LINK_ONLY = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\ufffe"))
# Printers' joined letters, and symbol fonts' bullets (Wingdings and Symbol lie in the private use area).
LIGATURES = {
    ord("\ufb00"): "ff", ord("\ufb01"): "fi", ord("\ufb02"): "fl", ord("\ufb03"): "ffi", ord("\ufb04"): "ffl",
    ord("\ufb05"): "ft", ord("\ufb06"): "st",
}  # fmt: skip
SYMBOL_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"), "•")
FIRST_LINES = 4


def clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(INVISIBLE | LIGATURES | SYMBOL_BULLETS)
    text = re.sub(r"\u00ad\s*$", "-", text).replace("\u00ad", "")
    text = re.sub(r"[\u2010\u2011]", "-", text)
    return re.sub(r"\s+", " ", text).strip()


def cleaned(lines: list[Line]) -> list[Line]:
    """Without page numbers and running heads; a sentence that went on below them goes on."""
    lines = [replace(line, text=clean(line.text)) for line in lines]
    heads = running_heads(lines)
    kept: list[Line] = []
    after_furniture = False
    for position, line in enumerate(lines):
        is_head = shape_of(line.text) in heads and may_be_running_head(line)
        if is_head or _is_page_mark(line):
            after_furniture = True
            if is_head and position < FIRST_LINES:
                # The first of them may be the document's title.
                kept.append(replace(line, text=PAGE_OF.sub("", line.text)))
            continue
        if not line.is_blank:
            if after_furniture and _goes_on(kept, line):
                while kept and kept[-1].is_blank:
                    kept.pop()
            after_furniture = False
        kept.append(line)
    return kept


def _is_page_mark(line: Line) -> bool:
    is_plain = bool(line.text) and line.level is None and not line.is_item
    return is_plain and bool(PAGE_MARK.match(line.text)) and not LINK_ONLY.match(line.text)


def _goes_on(kept: list[Line], line: Line) -> bool:
    before = next((earlier for earlier in reversed(kept) if not earlier.is_blank), None)
    if before is None or not (before.wraps and line.wraps):
        return False
    return line.text[:1].islower() and not before.text.endswith((".", "!", "?", ":"))
