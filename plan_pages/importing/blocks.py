"""Lines become blocks: whole paragraphs, list items and headings, with broken words mended."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from plan_pages.importing.cleaning import LINK_ONLY, cleaned
from plan_pages.importing.decision import is_decision_line, names_revision
from plan_pages.importing.headings import (
    ENDS_OPEN,
    is_lone_heading,
    numbered_heading,
    numbered_heading_lines,
    plain_number,
)
from plan_pages.importing.joining import joined, words_with_hyphen
from plan_pages.importing.labels import field_of
from plan_pages.importing.lines import Line

BULLET = re.compile(r"^\s*(?:[•●▪■◦‣\u2043∙·]|o(?=\s{1,3}[A-ZÅÄÖa-zåäö])|[-–—*])\s+(?=\S)")
ORDERED = re.compile(r"^\s*(\d{1,2}\)|[a-zåäö]\)|\([a-z0-9]\)|[a-z]\.|\d{1,2}\.)\s+(?=\S)")
DOT_LEADER = re.compile(r"\.{4,}\s*\d{1,3}\s*$|(?:\s\.){3,}\s*\d{1,3}\s*$|…\s*\d{1,3}\s*$")
SHORT_OF_MARGIN = 0.6
ENOUGH_STATED = 2
# A heading by its style stands above one that is only set larger.
STATED_SIZE = 999.0


@dataclass(frozen=True)
class Block:
    """`number` is a heading's own number ("2.1"), `marker` an item's ("a)"); `level`, `depth`, `size`, `about` as in
    Line. `certain`: the file itself says that this is a heading, by its style or its type.
    """

    text: str
    level: int | None = None
    number: str | None = None
    is_item: bool = False
    marker: str = ""
    depth: int = 0
    size: float = 0.0
    certain: bool = False
    about: bool = False

    @property
    def is_heading(self) -> bool:
        return self.level is not None and self.level > 0


def blocks_of(lines: Iterable[Line]) -> list[Block]:
    """Whole blocks in their order; page marks and running headers are left out."""
    kept = cleaned(list(lines))
    groups = _groups(kept, _margin(kept))
    hyphenated = words_with_hyphen(line.text for line in kept)
    # A file that marks its headings leaves nothing to be seen from how short a line is.
    stated = sum(1 for group in groups if group[0].level or group[0].emphasis) >= ENOUGH_STATED
    return [block for group in groups for block in _blocks_of(group, hyphenated, stated=stated)]


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
            current = []
            continue
        if not current or not current[-1].wraps or _begins_something_new(line, current, margin):
            current = []
            groups.append(current)
        current.append(line)
    return groups


def _begins_something_new(line: Line, current: list[Line], margin: int) -> bool:
    before = current[-1]
    if line.is_item or line.level is not None or line.about != before.about:
        return True
    if BULLET.match(line.text) or _begins_ordered(line.text, before.text):
        return True
    if LINK_ONLY.match(line.text) and before.text.endswith((".", "!", "?")):
        return True
    if (line.emphasis, line.size) != (before.emphasis, before.size) and not before.text.endswith("-"):
        return line.emphasis or before.emphasis
    if DOT_LEADER.search(before.text):
        return True
    if DOT_LEADER.search(line.text) and not (ENDS_OPEN.search(before.text) or line.text[:1].islower()):
        return True
    if (
        field_of(line.text)
        or field_of(before.text)
        or is_decision_line(line.text)
        or names_revision([line.text])
    ):
        return True
    if _ended_short(before.text, line.text, margin):
        return True
    ended = bool(re.search(r"[.!?:»”\"]$|/$", before.text)) or numbered_heading(before.text) is not None
    return ended and numbered_heading(line.text) is not None


def _begins_ordered(text: str, before: str) -> bool:
    """ "2)" begins an item; "2." only after something that has ended: else it is the end of a date or a sentence."""
    match = ORDERED.match(text)
    if match is None:
        return False
    return not match.group(1).endswith(".") or bool(re.search(r"[.!?:;,]$", before) or ORDERED.match(before))


def _ended_short(before: str, after: str, margin: int) -> bool:
    """A line far from the margin, or in capitals, before one that begins anew: nothing was wrapped there."""
    if not (after[:1].isupper() or numbered_heading(after)) or ENDS_OPEN.search(before):
        return False
    return len(before) < margin * SHORT_OF_MARGIN or (before.isupper() and not after.isupper())


def _blocks_of(group: list[Line], hyphenated: frozenset[str], *, stated: bool) -> list[Block]:
    first = group[0]
    if first.level is not None:
        stated_by_file = replace(first, size=STATED_SIZE)
        return [_stated_heading(stated_by_file, joined([line.text for line in group], hyphenated))]
    if first.is_item or BULLET.match(first.text):
        return [_item(group, hyphenated)]
    heading = _numbered(group, hyphenated)
    if heading:
        return heading
    if ORDERED.match(first.text):
        return [_item(group, hyphenated)]
    text = joined([line.text for line in group], hyphenated)
    emphasis = all(line.emphasis for line in group)
    if first.marker:
        # A bold line that the word processor numbers.
        return [_stated_heading(replace(first, level=_depth(plain_number(first.marker))), text)]
    if (emphasis or not stated) and is_lone_heading(text, lines=len(group), emphasis=emphasis):
        return [Block(text, level=1 if emphasis else 2, size=first.size, certain=emphasis, about=first.about)]
    return [Block(text, about=first.about)]


def _stated_heading(line: Line, text: str) -> Block:
    number = plain_number(line.marker) or None
    written = None if number else numbered_heading(text)
    number, text = written or (number, text)
    return Block(text, level=line.level, number=number, size=line.size, certain=True, about=line.about)


def _item(group: list[Line], hyphenated: frozenset[str]) -> Block:
    first = group[0]
    bullet = BULLET.match(first.text)
    ordered = None if bullet or first.marker else ORDERED.match(first.text)
    written = bullet or ordered
    texts = [first.text[written.end() :] if written else first.text, *(line.text for line in group[1:])]
    marker = ordered.group(1) if ordered else first.marker
    return Block(joined(texts, hyphenated), is_item=True, marker=marker, depth=first.depth, about=first.about)


def _numbered(group: list[Line], hyphenated: frozenset[str]) -> list[Block]:
    """A numbered heading, and the text that follows it without a blank line; nothing where there is none."""
    emphasis = all(line.emphasis for line in group)
    count = numbered_heading_lines([line.text for line in group], whole=emphasis)
    if count == 0:
        return []
    found = numbered_heading(joined([line.text for line in group[:count]], hyphenated))
    if found is None:
        return []
    number, text = found
    heading = Block(text, level=_depth(number), number=number, size=group[0].size, certain=group[0].emphasis)
    rest = group[count:]
    return [heading, *([Block(joined([line.text for line in rest], hyphenated))] if rest else [])]


def _depth(number: str) -> int:
    return number.count(".") + 1
