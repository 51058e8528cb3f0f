"""Titles of what was read, for those who may see it themselves; an auditor sees a number."""

from collections.abc import Iterable
from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from handslag.access.models import ReadLogEntry
from handslag.access.people import Person
from handslag.access.visibility import has_audience, visible_to

type Read = tuple[str, int]


def titles_of(entries: Iterable[ReadLogEntry], user: Person) -> dict[Read, str]:
    """One query for each kind that is on the page of the list."""
    numbers: dict[str, set[int]] = {}
    for entry in entries:
        numbers.setdefault(entry.kind, set()).add(entry.object_id)
    found: dict[Read, str] = {}
    for kind, model in _models().items():
        if kind in numbers and (model is Page or has_audience(model)):
            rows = visible_to(model._default_manager.filter(pk__in=numbers[kind]), user)
            found.update({(kind, pk): title for pk, title in rows.values_list("pk", "title")})
    return found


def _models() -> dict[str, Any]:
    """Kinds that have a title; others are a number for everybody."""
    kinds = ReadLogEntry.Kind
    return {
        kinds.PAGE: Page,
        kinds.LIST: Page,
        kinds.DOCUMENT: get_document_model(),
        kinds.IMAGE: get_image_model(),
    }
