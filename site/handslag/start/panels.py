"""Panels of the start page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from handslag.registry import Registry


@dataclass(frozen=True)
class Panel:
    """`context` returns what the template needs, or None where there is nothing for this reader. `is_wide`: it takes a
    row of its own."""

    name: str
    template: str
    context: Callable[[HttpRequest], dict[str, Any] | None]
    order: int = 100
    is_wide: bool = False


@dataclass(frozen=True)
class FilledPanel:
    name: str
    template: str
    context: dict[str, Any]
    is_wide: bool


panels = Registry[Panel]("Panel")


def panels_for(request: HttpRequest) -> list[FilledPanel]:
    filled = ((panel, panel.context(request)) for panel in panels)
    return [
        FilledPanel(panel.name, panel.template, context, panel.is_wide)
        for panel, context in filled
        if context is not None
    ]
