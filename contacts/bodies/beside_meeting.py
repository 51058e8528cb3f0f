"""What others show on a meeting's page, by whoever brings it; the page asks and never knows them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from handslag.registry import Registry


@dataclass(frozen=True)
class BesideMeeting:
    """`render_context` returns what the template needs, or None where there is nothing for this reader; a meeting that
    is previewed may have no number yet. The template is included with `page` (the meeting), `shown` (that context) and
    the request. `is_link`: it stands with the links at the top, and not with the sections below."""

    name: str
    render_context: Callable[[HttpRequest, Page], dict[str, Any] | None]
    template: str
    order: int = 100
    is_link: bool = False


@dataclass(frozen=True)
class Shown:
    template: str
    context: dict[str, Any]
    is_link: bool


beside_meeting = Registry[BesideMeeting]("What stands beside a meeting")


def shown_beside(request: HttpRequest, meeting: Page) -> list[Shown]:
    filled = ((one, one.render_context(request, meeting)) for one in beside_meeting)
    return [Shown(one.template, context, one.is_link) for one, context in filled if context is not None]
