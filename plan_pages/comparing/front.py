"""The front matter: what stands before the first section."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from plan_pages.documents import EditionDocument

from .lines import Detail, Line
from .matching import match_lines
from .pairing import Pairs
from .parts import Part, part_of_text, parts_of_blocks
from .section_change import FieldChange
from .sections import Lines


def front_changes(before: EditionDocument, after: EditionDocument) -> tuple[FieldChange, ...]:
    """Only the fields that differ."""
    fields = [
        *(
            FieldChange(name, _lines(_texts(was), _texts(now), rewritten=True))
            for name, was, now in _words(before, after)
        ),
        FieldChange(
            "introduction",
            _lines([*parts_of_blocks(before.introduction)], [*parts_of_blocks(after.introduction)]),
        ),
        FieldChange(
            "municipalities",
            _lines(
                _texts(*(place.name for place in before.municipalities)),
                _texts(*(place.name for place in after.municipalities)),
            ),
        ),
        FieldChange("files", _files(before, after)),
    ]
    return tuple(found for found in fields if not all(line.unchanged for line in found.lines))


def _words(before: EditionDocument, after: EditionDocument) -> Iterator[tuple[str, str, str]]:
    for name in ("title", "owner", "responsible_function", "language"):
        yield name, getattr(before, name), getattr(after, name)
    yield "valid_first", _day(before.valid.first), _day(after.valid.first)
    yield "valid_last", _day(before.valid.last), _day(after.valid.last)


def _day(day: datetime.date | None) -> str:
    """As figures: the comparison is kept in a cache for readers of every language."""
    return day.isoformat() if day else ""


def _texts(*texts: str) -> list[Part]:
    return [part_of_text(text) for text in texts if text]


def _lines(before: list[Part], after: list[Part], *, rewritten: bool = False) -> tuple[Line, ...]:
    """`rewritten`: a field with one value stays that field whatever it says."""
    pairs: Pairs[Part] = Pairs()
    if rewritten:
        pairs.by_key(before, after, lambda part: part.kind)
    else:
        match_lines(before, after, pairs)
    return tuple(Lines([], pairs).between(before, after))


def _files(before: EditionDocument, after: EditionDocument) -> tuple[Line, ...]:
    """A file under the same title may hold something else: its digest tells."""
    digests_before = {file.title: file.sha256 for file in before.files}
    digests_after = {file.title: file.sha256 for file in after.files}
    lines = _lines(_texts(*digests_before), _texts(*digests_after))
    return tuple(_with_digests(line, digests_before, digests_after) for line in lines)


def _with_digests(line: Line, before: dict[str, str], after: dict[str, str]) -> Line:
    title_before = "".join(piece.text for piece in line.before_pieces)
    title_after = "".join(piece.text for piece in line.after_pieces)
    was, now = before.get(title_before, ""), after.get(title_after, "")
    if not was or not now or was == now:
        return line
    return replace(line, status="changed", details=(Detail("contents", was, now),))
