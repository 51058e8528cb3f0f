"""Lines become blocks: whole paragraphs, list items and headings, with broken words mended."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from plan_pages.importing.decision import is_decision_line
from plan_pages.importing.headings import (
    ENDS_OPEN,
    is_lone_heading,
    numbered_heading,
    split_heading_from_text,
)
from plan_pages.importing.labels import field_of
from plan_pages.importing.lines import Line

BULLET = re.compile(r"^\s*(?:[•●▪■◦‣\u2043∙·o]|[-–—*])\s+(?=\S)")
ORDERED = re.compile(r"^\s*(?:\d{1,2}|[a-zåäö])\)\s+(?=\S)")
# Ornaments and page numbers: "3", "– 3 –", "Sida 3 av 12", "3 (12)", "– – -".
PAGE_MARK = re.compile(
    r"^\W*(?:(?:sida|sid\.?|s\.)\s*)?\d{1,3}(?:\s*(?:av|/|\()\s*\d{1,3}\)?)?\W*$|^[\W_]+$", re.IGNORECASE
)
LINK_ONLY = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
DOT_LEADER = re.compile(r"\.{4,}\s*\d{1,3}\s*$|(?:\s\.){4,}\s*\d{1,3}\s*$|…\s*\d{1,3}\s*$")
CONTENTS = re.compile(r"^(?:innehåll|innehållsförteckning)\s*:?$", re.IGNORECASE)
KEEPS_HYPHEN = re.compile(r"^(?:och|eller|samt|till|respektive|resp|men|som|i|på)\b", re.IGNORECASE)
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
REPEATED_AT_LEAST = 3
SHORT_OF_MARGIN = 0.6


@dataclass(frozen=True)
class Block:
    """`number` is a heading's own number ("2.1"); `level` as in Line."""

    text: str
    level: int | None = None
    number: str | None = None
    is_item: bool = False

    @property
    def is_heading(self) -> bool:
        return self.level is not None and self.level > 0


def to_blocks(lines: Iterable[Line]) -> list[Block]:
    """Whole blocks in their order; page marks, running headers and the table of contents are left out."""
    cleaned = _without_furniture([replace(line, text=_clean(line.text)) for line in lines])
    whole_words = _words_with_hyphen(cleaned)
    margin = _margin(cleaned)
    blocks: list[Block] = []
    for group in _groups(cleaned, margin):
        blocks.extend(_blocks_of(group, whole_words))
    return _without_contents(blocks)


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(INVISIBLE)
    text = re.sub(r"\u00ad\s*$", "-", text).replace("\u00ad", "")
    text = re.sub(r"[\u2010\u2011]", "-", text)
    return re.sub(r"[^\S\n]+", " ", text).strip()


def _without_furniture(lines: list[Line]) -> list[Line]:
    """A line that stands alone and returns again and again is a running header, not text."""
    seen = Counter(_shape(line.text) for line in lines if line.wraps and line.text and len(line.text) < 90)
    kept = []
    for position, line in enumerate(lines):
        repeated = line.wraps and seen[_shape(line.text)] >= REPEATED_AT_LEAST and position > 2
        if line.text and (PAGE_MARK.match(line.text) or repeated) and not LINK_ONLY.match(line.text):
            # The text goes on across the page break: no blank line takes its place.
            continue
        kept.append(line)
    return kept


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _words_with_hyphen(lines: list[Line]) -> frozenset[str]:
    """Words the document itself writes with a hyphen within a line ("makt-miljön")."""
    found = re.findall(r"\w+-\w+", " ".join(line.text for line in lines))
    return frozenset(word.casefold() for word in found)


def _margin(lines: list[Line]) -> int:
    """How many characters a full line holds: nine lines in ten are no longer."""
    lengths = sorted(len(line.text) for line in lines if line.wraps and line.text)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _groups(lines: list[Line], margin: int) -> list[list[Line]]:
    """Lines that belong to one paragraph, heading or item."""
    groups: list[list[Line]] = []
    current: list[Line] = []
    for line in lines:
        if line.is_blank:
            _close(groups, current)
            current = []
            continue
        if current and _begins_something_new(line, current, margin):
            _close(groups, current)
            current = []
        current.append(line)
        if not line.wraps:
            _close(groups, current)
            current = []
    _close(groups, current)
    return groups


def _close(groups: list[list[Line]], current: list[Line]) -> None:
    if current:
        groups.append(current)


def _begins_something_new(line: Line, current: list[Line], margin: int) -> bool:
    before = current[-1]
    if BULLET.match(line.text) or ORDERED.match(line.text) or line.is_item:
        return True
    if LINK_ONLY.match(line.text) and before.text.endswith((".", "!", "?")):
        return True
    if line.emphasis != before.emphasis and not before.text.endswith("-"):
        return True
    if _is_list_of_contents(before.text) or _is_list_of_contents(line.text):
        return True
    if field_of(line.text) or field_of(before.text) or is_decision_line(line.text):
        return True
    if _ended_short(before.text, line.text, margin):
        return True
    ended = bool(re.search(r"[.!?:»”\"]$|/$", before.text)) or numbered_heading(before.text) is not None
    return ended and numbered_heading(line.text) is not None


def _ended_short(before: str, after: str, margin: int) -> bool:
    """A line far from the margin, or in capitals, before one that begins anew: nothing was wrapped there."""
    if not after[:1].isupper() or ENDS_OPEN.search(before):
        return False
    return len(before) < margin * SHORT_OF_MARGIN or (before.isupper() and not after.isupper())


def _is_list_of_contents(text: str) -> bool:
    return bool(DOT_LEADER.search(text))


def _blocks_of(group: list[Line], whole_words: frozenset[str]) -> list[Block]:
    first = group[0]
    if first.level is not None:
        text = _joined(group, whole_words)
        numbered = numbered_heading(text)
        number, heading = numbered or (None, text)
        return [Block(heading, level=first.level, number=number)]
    marker = BULLET.match(first.text) or ORDERED.match(first.text)
    if first.is_item or marker:
        start = replace(first, text=first.text[marker.end() :] if marker else first.text)
        return [Block(_joined([start, *group[1:]], whole_words), is_item=True)]
    split = split_heading_from_text([line.text for line in group])
    if split is not None:
        number, count = split
        heading = _joined(group[:count], whole_words)
        rest = group[count:]
        numbered = numbered_heading(heading)
        level = number.count(".") + 1
        return [
            Block(numbered[1] if numbered else heading, level=level, number=number),
            *([Block(_joined(rest, whole_words))] if rest else []),
        ]
    text = _joined(group, whole_words)
    if is_lone_heading(text, lines=len(group), emphasis=all(line.emphasis for line in group)):
        return [Block(text, level=2 if not first.emphasis else 1)]
    return [Block(text)]


def _joined(group: list[Line], whole_words: frozenset[str]) -> str:
    text = ""
    for line in group:
        text = _join(text, line.text, whole_words) if text else line.text
    return re.sub(r"\s+", " ", text).strip()


def _join(before: str, after: str, whole_words: frozenset[str]) -> str:
    """Mend a word broken at the margin; "grund- och gymnasieskola" and "SO-rådet" keep their hyphen."""
    broken = re.search(r"(\w+)-$", before)
    if not broken:
        return f"{before} {after}"
    if KEEPS_HYPHEN.match(after):
        return f"{before} {after}"
    next_word = re.match(r"\w+", after)
    head = broken.group(1)
    with_hyphen = f"{head}-{next_word.group() if next_word else ''}".casefold()
    if (
        with_hyphen in whole_words
        or not next_word
        or not next_word.group()[0].islower()
        or not head[-1].islower()
    ):
        return before + after
    return before[:-1] + after


def _without_contents(blocks: list[Block]) -> list[Block]:
    """The table of contents: its heading and every entry up to the first block that is none."""
    kept: list[Block] = []
    inside = False
    for block in blocks:
        if CONTENTS.match(block.text):
            inside = True
            continue
        entry = DOT_LEADER.search(block.text) or (inside and re.search(r"\D\s+\d{1,3}$", block.text))
        if entry:
            continue
        inside = False
        kept.append(block)
    return kept
