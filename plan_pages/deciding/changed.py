"""What a text changes, as HTML that is made once for each pair of texts: section by section, so that what belongs to
one matter (its reasons, its comments) can stand in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plan_pages.comparing import Comparison, SectionChange
from plan_pages.deciding.stake import Stake
from plan_pages.road.changes import FRONT
from plan_pages.showing.kept import kept

FOLDER = "plan_pages/comparing"


@dataclass(frozen=True)
class ShownChange:
    """`id` is the section's, "" for title and front matter. `short` is what changed in one column, for whoever writes
    the reason; `head` and `rows` are what everyone reads."""

    id: str
    title: str
    anchor: str
    status: str
    head: str
    rows: str
    short: str

    @property
    def field_anchor(self) -> str:
        """Of the field that asks for its reason."""
        return reason_field(self.id)


@dataclass(frozen=True)
class ShownChanges:
    language: str
    summary: str
    sections: list[ShownChange]


def reason_field(section: str) -> str:
    return f"id_{reason_prefix(section)}-text"


def reason_prefix(section: str) -> str:
    return f"skal-{section or 'inledning'}"


def shown_changes(stake: Stake) -> ShownChanges | None:
    """None for a first edition: everything in it is new."""
    if stake.base is None or stake.document is None:
        return None
    made = kept(f"road-changes:{stake.key}", lambda: _made(stake))
    sections = [
        ShownChange(**{name: _safe(name, text) for name, text in one.items()}) for one in made["sections"]
    ]
    return ShownChanges(made["language"], mark_safe(made["summary"]), sections)  # noqa: S308 - our own templates


def _safe(name: str, text: str) -> str:
    return mark_safe(text) if name in ("head", "rows", "short") else text  # noqa: S308 - our own templates


def _made(stake: Stake) -> dict[str, Any]:
    found = stake.found
    comparison = found.comparison if found is not None else None
    if comparison is None:
        return {}
    context = {
        "comparison": comparison,
        "before": stake.base_label,
        "after": _("the new text"),
        "since": stake.base_label.lower(),
        "language": comparison.language,
        "interface": get_language(),
    }
    return {
        "language": comparison.language,
        "summary": str(render_to_string(f"{FOLDER}/summary.html", context)),
        "sections": [*_front(comparison, context), *_sections(comparison, context)],
    }


def _front(comparison: Comparison, context: dict[str, Any]) -> Iterator[dict[str, str]]:
    if comparison.front:
        yield {
            "id": FRONT,
            "title": _("Title and introduction"),
            "anchor": "andring-inledning",
            "status": "matched",
            "head": str(render_to_string("plan_pages/deciding/parts/front_head.html", context)),
            "rows": str(render_to_string("plan_pages/deciding/parts/front_rows.html", context)),
            "short": str(render_to_string("plan_pages/deciding/parts/front_short.html", context)),
        }


def _sections(comparison: Comparison, context: dict[str, Any]) -> Iterator[dict[str, str]]:
    for section in comparison.changed_sections:
        yield {
            "id": section.id,
            "title": section.title,
            "anchor": section.change_anchor,
            "status": section.status,
            "head": _part("section_head", section, context),
            "rows": _part("section_rows", section, context),
            "short": _part("section_changes", section, context),
        }


def _part(name: str, section: SectionChange, context: dict[str, Any]) -> str:
    return str(render_to_string(f"{FOLDER}/{name}.html", {**context, "section": section}))
