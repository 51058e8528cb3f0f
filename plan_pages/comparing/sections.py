"""Sections in the order of the later text, those that are gone where they stood."""

from collections.abc import Iterator

from .line_changes import line_between, line_of
from .lines import Detail, Line
from .matching import Chapter
from .order import interleave
from .pairing import Pairs
from .parts import Part, part_of_text
from .section_change import SectionChange


def section_changes(
    before: list[Chapter], after: list[Chapter], chapters: Pairs[Chapter], parts: Pairs[Part]
) -> tuple[SectionChange, ...]:
    lines = Lines([*before, *after], parts)
    partners = [earlier.place if (earlier := chapters.earlier.get(one)) else None for one in after]
    changes: list[SectionChange] = []
    for place in interleave(len(before), partners):
        one = None if place.before is None else before[place.before]
        other = None if place.after is None else after[place.after]
        if one and other:
            neighbour = before[one.place - 1].section.title if place.moved and one.place else ""
            changes.append(_between(one, other, lines, place.moved, neighbour))
        elif found := one or other:
            changes.append(_alone(one, other, found, lines))
    return tuple(changes)


def _alone(one: Chapter | None, other: Chapter | None, found: Chapter, lines: "Lines") -> SectionChange:
    section = found.section
    return SectionChange(
        id=section.id,
        anchor=section.anchor,
        title=section.title,
        status="removed" if one else "new",
        number=section.number if other else "",
        number_before=section.number if one else "",
        level=section.level,
        lines=tuple(lines.between(one.parts if one else [], other.parts if other else [])),
    )


def _between(one: Chapter, other: Chapter, lines: "Lines", moved: bool, stood_after: str) -> SectionChange:
    before, after = one.section, other.section
    heading = line_between(part_of_text(before.heading, "heading"), part_of_text(after.heading, "heading"))
    levels = Detail("level", str(before.level), str(after.level))
    details = (levels,) if levels.before != levels.after else ()
    found = tuple(lines.between(one.parts, other.parts))
    return SectionChange(
        id=after.id,
        anchor=after.anchor,
        title=after.title,
        status="matched",
        number=after.number,
        number_before=before.number,
        level=after.level,
        changed=bool(details) or heading.text_changed or not all(line.unchanged for line in found),
        moved=moved,
        stood_after=stood_after,
        heading=heading,
        details=details,
        lines=found,
    )


class Lines:
    """The lines of one section; knows in which section every part stands, for those that changed theirs."""

    def __init__(self, chapters: list[Chapter], parts: Pairs[Part]) -> None:
        self._parts = parts
        self._titles = {part: chapter.section.title for chapter in chapters for part in chapter.parts}

    def between(self, before: list[Part], after: list[Part]) -> Iterator[Line]:
        places = {part: place for place, part in enumerate(before)}
        partners = [self._parts.earlier.get(part) for part in after]
        here = [None if partner is None else places.get(partner) for partner in partners]
        for place in interleave(len(before), here):
            if place.after is None:
                if place.before is not None:
                    yield self._gone(before[place.before])
            elif partner := partners[place.after]:
                elsewhere = self._titles[partner] if place.before is None else ""
                moved = place.moved or bool(elsewhere)
                yield line_between(partner, after[place.after], moved=moved, elsewhere=elsewhere)
            else:
                yield line_of(after[place.after], "new")

    def _gone(self, part: Part) -> Line:
        if later := self._parts.later.get(part):
            return line_of(part, "moved_away", self._titles[later])
        return line_of(part, "removed")
