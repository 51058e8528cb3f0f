"""What a reader can do about an occasion, by whoever brings it; the page of the occasion asks and never knows them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from handslag.registry import Registry
from training.occasions.occasion import Occasion


@dataclass(frozen=True)
class OccasionAction:
    """`render_context` returns what the template needs, or None where there is nothing for this reader. The template
    is included with `occasion`, `action` (that context) and the request."""

    name: str
    render_context: Callable[[HttpRequest, Occasion], dict[str, Any] | None]
    template: str
    order: int = 100


@dataclass(frozen=True)
class FilledAction:
    name: str
    template: str
    context: dict[str, Any]


occasion_actions = Registry[OccasionAction]("Occasion action")


def actions_for(request: HttpRequest, occasion: Occasion) -> list[FilledAction]:
    filled = ((action, action.render_context(request, occasion)) for action in occasion_actions)
    return [
        FilledAction(action.name, action.template, context)
        for action, context in filled
        if context is not None
    ]
