"""The lengths of a chart's bars: reckoned here, so that the template needs no style attribute."""

from collections.abc import Iterable
from typing import NamedTuple, TypedDict

from django import template

register = template.Library()


class Bar(TypedDict):
    """What the chart shows: a thing and its number."""

    label: str
    value: float


class Line(NamedTuple):
    """A bar with its length in per cent of the longest possible one."""

    label: str
    value: float
    percent: int


@register.simple_tag
def bar_lengths(bars: Iterable[Bar], largest: float) -> list[Line]:
    """Lengths from 0 to 100; nothing runs over the edge, and no largest value means no bar."""
    return [Line(bar["label"], bar["value"], _percent(bar["value"], largest)) for bar in bars]


def _percent(value: float, largest: float) -> int:
    return max(0, min(100, round(100 * value / largest))) if largest else 0
