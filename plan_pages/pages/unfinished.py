"""What a draft still lacks. Drafts are saved unfinished; an edition is not sealed so."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from plan_pages.pages.block_ids import Raw
from plan_pages.pages.check_text import UnreadableCheckError, read_check


def unfinished_in(sections: Raw) -> Iterator[str]:
    """One sentence for each thing that is missing, in the order of the text."""
    if not sections:
        yield _("The plan has no sections.")
    for place, section in enumerate(sections, start=1):
        value = section["value"]
        name = value.get("heading") or _("number %(place)d") % {"place": place}
        if not value.get("heading"):
            yield _("Section %(place)d has no heading.") % {"place": place}
        for part in value.get("body") or []:
            if part["type"] == "commitment":
                yield from _unfinished_in_commitment(part["value"], name)
        for part in value.get("facts") or []:
            if not all(part["value"].get(field) for field in ("kind", "label", "value")):
                yield _("A fact in the section “%(section)s” lacks its kind, name or value.") % {
                    "section": name
                }


def _unfinished_in_commitment(value: dict[str, Any], section: str) -> Iterator[str]:
    if not (value.get("text") and value.get("obligation")):
        yield _("A commitment in the section “%(section)s” lacks its text or its obligation.") % {
            "section": section
        }
    try:
        read_check(value.get("check"))
    except UnreadableCheckError as wrong:
        yield _("How a commitment in the section “%(section)s” is measured cannot be read: %(sentence)s") % {
            "section": section,
            "sentence": wrong.message,
        }
