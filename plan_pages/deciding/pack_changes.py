"""What a comparison finds, as the decision pack prints it."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from plan_pages.comparing import Comparison, Detail, FieldChange, Line, Piece, SectionChange
from plan_pages.pdf.pack import ChangedLine, ChangedPart, Stretch
from plan_pages.road.changes import FRONT


def changed_parts(comparison: Comparison, reasons: Mapping[str, str]) -> list[ChangedPart]:
    """In the order of the text; `reasons` are the editor's, by section id, `FRONT` for what comes first."""
    parts = [_of_front(comparison.front, reasons.get(FRONT, ""))] if comparison.front else []
    return parts + [_of_section(one, reasons.get(one.id, "")) for one in comparison.changed_sections]


def _of_front(fields: Sequence[FieldChange], reason: str) -> ChangedPart:
    lines = [_line(line, str(field.label)) for field in fields for line in field.lines if not line.unchanged]
    return ChangedPart(_("Title and introduction"), reason=reason, lines=lines)


def _of_section(section: SectionChange, reason: str) -> ChangedPart:
    """A new section is read in the text itself, which the pack holds; one that is gone stands only here."""
    is_new = section.status == "new"
    lines = [] if is_new else [_line(line, str(line.tag)) for line in _lines(section)]
    return ChangedPart(
        title=section.title,
        marks=[chip.label for chip in section.chips],
        reason=reason,
        notes=[*_notes(section), *map(_detail, section.details)],
        lines=lines,
    )


def _lines(section: SectionChange) -> Iterator[Line]:
    if section.heading is not None and section.heading.text_changed:
        yield section.heading
    yield from section.changed_lines


def _notes(section: SectionChange) -> Iterator[str]:
    if section.status == "new":
        yield _("The whole section is new; it stands in the text that is put forward.")
    if section.moved and section.stood_after:
        yield _("Moved; it stood after “%(section)s”.") % {"section": section.stood_after}
    elif section.moved:
        yield _("Moved; it stood first.")
    if section.renumbered:
        yield _("Renumbered: before “%(before)s”, now “%(now)s”.") % {
            "before": section.number_before,
            "now": section.number,
        }


def _line(line: Line, label: str) -> ChangedLine:
    """What was not touched in its words is shown once, for the sake of what is said beside it."""
    before = _stretches(line.before_pieces, "removed") if line.text_changed else []
    after = _stretches(line.after_pieces, "added")
    if line.status in ("removed", "moved_away"):
        before, after = before or _stretches(line.before_pieces, "removed"), []
    elif line.status == "new":
        before = []
    return ChangedLine(label=label, before=before, after=after, notes=list(_beside(line)))


def _beside(line: Line) -> Iterator[str]:
    if line.moved_in_words:
        yield line.moved_in_words
    yield from map(_detail, line.details)
    for found in line.formatting:
        yield _("Formatting of “%(text)s”: before %(before)s, now %(now)s") % {
            "text": found.text,
            "before": found.before_in_words or _("not there"),
            "now": found.after_in_words or _("not there"),
        }


def _stretches(pieces: Sequence[Piece], changed: str) -> list[Stretch]:
    """Marked are words among others that stay: a line that is wholly another reads better without marks."""
    some_stay = any(piece.kind == "kept" for piece in pieces)
    return [Stretch(piece.text, some_stay and piece.kind == changed) for piece in pieces]


def _detail(detail: Detail) -> str:
    none = _("not stated")
    return _("%(label)s: before %(before)s, now %(now)s") % {
        "label": detail.label,
        "before": detail.before_in_words or none,
        "now": detail.after_in_words or none,
    }
