"""The changes as plain text, for decision packs and mail."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .comparison import Comparison
from .lines import Detail, Line
from .section_change import FieldChange, SectionChange

# What stands between two stretches that do not follow on each other.
GAP = " … "


def difference_as_text(comparison: Comparison) -> str:
    """One line per change, each with its section, in the active language."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    for found in comparison.front:
        yield from _of_field(found)
    for section in comparison.sections:
        yield from _of_section(section)


def _of_field(field: FieldChange) -> Iterator[str]:
    for line in field.lines:
        if not line.unchanged:
            yield f"{field.label}: {_of_line(line)}"


def _of_section(section: SectionChange) -> Iterator[str]:
    name = _("Section %(title)s") % {"title": section.title}
    for sentence in _of_place(section):
        yield f"{name}: {sentence}"
    if section.heading and section.heading.text_changed:
        yield f"{name}: {_of_line(section.heading)}"
    for detail in section.details:
        yield f"{name}: {_of_detail(detail)}"
    for line in section.changed_lines:
        yield f"{name}: {_of_line(line)}"


def _of_place(section: SectionChange) -> Iterator[str]:
    if section.status == "new":
        yield _("new section")
    elif section.status == "removed":
        yield _("section removed")
    if section.moved and section.stood_after:
        yield _("moved; it stood after “%(section)s”") % {"section": section.stood_after}
    elif section.moved:
        yield _("moved; it stood first")
    if section.renumbered:
        yield _of_number(section)


def _of_number(section: SectionChange) -> str:
    if not section.number_before:
        return _("number added: %(number)s") % {"number": section.number}
    if not section.number:
        return _("number removed: %(number)s") % {"number": section.number_before}
    return _("renumbered from %(before)s to %(after)s") % {
        "before": section.number_before,
        "after": section.number,
    }


def _of_line(line: Line) -> str:
    parts: list[str] = []
    if line.tag:
        parts.append(line.tag)
    if line.moved_in_words:
        parts.append(line.moved_in_words)
    if not line.text_changed or (line.kind == "commitment" and line.status == "changed"):
        parts.append(_("“%(text)s”") % {"text": line.text})
    if line.text_changed:
        parts.append(_of_words(line))
    parts += [_of_detail(detail) for detail in line.details]
    parts += [
        _("formatting of “%(text)s”: %(after)s") % {"text": found.text, "after": found.after_in_words}
        for found in line.formatting
    ]
    return "; ".join(parts)


def _of_words(line: Line) -> str:
    parts: list[str] = []
    if line.added:
        parts.append(_("added: %(text)s") % {"text": GAP.join(line.added)})
    if line.removed:
        parts.append(_("removed: %(text)s") % {"text": GAP.join(line.removed)})
    return "; ".join(parts)


def _of_detail(detail: Detail) -> str:
    none = _("not stated")
    return _("%(label)s: from %(before)s to %(after)s") % {
        "label": detail.label,
        "before": detail.before_in_words or none,
        "after": detail.after_in_words or none,
    }
