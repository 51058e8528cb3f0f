"""Hiding small counts so that they cannot be computed from the shown ones either.

The figures are flows: what stands in a table flows from its row to its column, totals flow in and out, and at each node
the sums agree. What is hidden can be computed exactly when no other flow fits the shown figures; another one fits when
a hidden figure lies on a ring of hidden figures along which one can be moved (Dinic's residual graph, and whole numbers
suffice because such sums are totally unimodular). So the question is not guessed but decided.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from handslag.places.sizes import LEAST

type Node = Hashable
type Name = Hashable


@dataclass(frozen=True)
class Figure:
    """A count that flows from one node to another; `is_total` ones are hidden last."""

    tail: Node
    head: Node
    value: int
    is_total: bool = False


def hidden(figures: Mapping[Name, Figure], least: int = LEAST) -> frozenset[Name]:
    """The names of the figures to hide: the small ones, zeros too, and as many others as it takes.

    In a fixed order: two answers that hide differently would together show more than either.
    """
    names = sorted(figures, key=str)
    hide = {name for name, figure in figures.items() if figure.value < least}
    while (exposed := _first_exposed(names, figures, hide, least)) is not None:
        more = _nearest(figures[exposed], figures, hide)
        if more is None:
            break
        hide.add(more)
    return frozenset(hide)


def _first_exposed(
    names: list[Name], figures: Mapping[Name, Figure], hide: set[Name], least: int
) -> Name | None:
    return next((name for name in names if name in hide and _is_computable(name, figures, hide, least)), None)


def _nearest(exposed: Figure, figures: Mapping[Name, Figure], hide: set[Name]) -> Name | None:
    """In the same sum if any is left, no total if it can be helped, and the smallest of those."""
    ends = {exposed.tail, exposed.head}
    shown = [(name, figure) for name, figure in figures.items() if name not in hide]
    if not shown:
        return None
    return min(
        shown,
        key=lambda each: (
            not ends & {each[1].tail, each[1].head},
            each[1].is_total,
            each[1].value,
            str(each[0]),
        ),
    )[0]


def _is_computable(name: Name, figures: Mapping[Name, Figure], hide: set[Name], least: int) -> bool:
    """By somebody who also knows which of the hidden figures are small, which is more than the page tells."""
    figure = figures[name]
    rest = [figures[other] for other in hide if other != name]
    may_rise = _can_rise(figure, least) and _reaches(figure.head, figure.tail, rest, least)
    may_fall = _can_fall(figure, least) and _reaches(figure.tail, figure.head, rest, least)
    return not (may_rise or may_fall)


def _can_rise(figure: Figure, least: int) -> bool:
    return figure.value != least - 1


def _can_fall(figure: Figure, least: int) -> bool:
    return figure.value not in (0, least)


def _reaches(start: Node, goal: Node, hide: list[Figure], least: int) -> bool:
    """Can one more be sent from `start` to `goal` over the hidden figures?"""
    seen, ahead = {start}, [start]
    while ahead:
        node = ahead.pop()
        if node == goal:
            return True
        for following in _next(node, hide, least):
            if following not in seen:
                seen.add(following)
                ahead.append(following)
    return False


def _next(node: Node, hide: list[Figure], least: int) -> Iterator[Node]:
    for figure in hide:
        if figure.tail == node and _can_rise(figure, least):
            yield figure.head
        if figure.head == node and _can_fall(figure, least):
            yield figure.tail
