"""What others show on a meeting's page, by whoever brings it; the page asks and never knows them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from handslag.registry import Registry


@dataclass(frozen=True)
class BesideMeeting:
    """`render_context` gets the meeting's record, which may have no number yet where it is previewed, and the page that
    is read, which may be a translation of it. It returns what the template needs, or None where there is nothing for
    this reader. The template is included with `page` (the record), `shown` (that context) and the request. `is_link`:
    it stands with the links at the top, and not with the sections below."""

    name: str
    render_context: Callable[[HttpRequest, Page, Page], dict[str, Any] | None]
    template: str
    order: int = 100
    is_link: bool = False


@dataclass(frozen=True)
class Shown:
    template: str
    context: dict[str, Any]
    is_link: bool


beside_meeting = Registry[BesideMeeting]("What stands beside a meeting")


def shown_beside(request: HttpRequest, record: Page, read: Page) -> list[Shown]:
    filled = ((one, one.render_context(request, record, read)) for one in beside_meeting)
    return [Shown(one.template, context, one.is_link) for one, context in filled if context is not None]
