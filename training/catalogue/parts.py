"""What the catalogue's pages show of what stands above them: occasions, registrations, figures. They ask and do not
know whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from handslag.registry import Registry


@dataclass(frozen=True)
class PagePart:
    """`context` is added to that of the page's template; `template`, where there is one, is included after the page's
    own text."""

    name: str
    context: Callable[[HttpRequest, Any], dict[str, Any]]
    template: str = ""
    order: int = 100


index_parts = Registry[PagePart]("Part of the catalogue")
course_parts = Registry[PagePart]("Part of a course's page")


def context_of(parts: Registry[PagePart], request: HttpRequest, page: Page) -> dict[str, Any]:
    found: dict[str, Any] = {"part_templates": [part.template for part in parts if part.template]}
    for part in parts:
        found |= part.context(request, page)
    return found
