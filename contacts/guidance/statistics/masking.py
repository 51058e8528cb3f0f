"""Hiding small counts so that they cannot be computed from the shown ones either (domain.md, harm 3).

The figures are flows: what stands in a table flows from its row to its column, totals flow in and out, and at each
node the sums agree. Whoever sees the others can move a hidden figure along a ring of hidden ones. A small figure is
safe when it could be moved until it is small no longer: then it has more than one possible value, and their range does
not show that it is small. A zero is small too (B-4.2): were it shown, what is hidden would be known to be somebody.
"""

import heapq
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from handslag.places.sizes import LEAST

type Node = Hashable
type Name = Hashable
# What a total is worth beside the figures in the tables.
TOTAL = 3


@dataclass(frozen=True)
class Figure:
    """A count that flows from one node to another. `is_total`: rather hidden last; `is_shown`: false for one that
    stands on no page but can be computed from those that do, so that it costs nothing to hide."""

    tail: Node
    head: Node
    value: int
    is_total: bool = False
    is_shown: bool = True

    @property
    def cost(self) -> int:
        return (TOTAL if self.is_total else 1) if self.is_shown else 0


class _Edge(NamedTuple):
    to: Node
    name: Name
    # How much can be moved this way; None without end.
    room: int | None


def hidden(figures: Mapping[Name, Figure], least: int = LEAST) -> frozenset[Name]:
    """The names of the figures to hide: those below `least`, zeros too, and of the others no more than it takes.

    In a fixed order: two answers that hide differently would together show more than either.
    """
    names = sorted(figures, key=str)
    small = [name for name in names if figures[name].value < least]
    edges = _edges(names, figures)
    hide, rings = set(small), {}
    for name in small:
        # There always is one: all figures flow in rings.
        rings[name] = _ring(name, figures, edges, hide, least) or []
        hide.update(rings[name])
    for spare in sorted(
        hide.difference(small), key=lambda one: (-figures[one].cost, -figures[one].value, str(one))
    ):
        fewer = hide - {spare}
        others = {
            name: _ring(name, figures, edges, fewer, least, only=fewer)
            for name in small
            if spare in rings[name]
        }
        if all(others.values()):
            hide = fewer
            rings |= {name: ring for name, ring in others.items() if ring}
    return frozenset(hide)


def _edges(names: list[Name], figures: Mapping[Name, Figure]) -> dict[Node, list[_Edge]]:
    edges: dict[Node, list[_Edge]] = defaultdict(list)
    for name in names:
        figure = figures[name]
        edges[figure.tail].append(_Edge(figure.head, name, None))
        edges[figure.head].append(_Edge(figure.tail, name, figure.value))
    return edges


def _ring(
    name: Name,
    figures: Mapping[Name, Figure],
    edges: Mapping[Node, list[_Edge]],
    hide: set[Name],
    least: int,
    only: set[Name] | None = None,
) -> list[Name] | None:
    """The cheapest way back from the head of a small figure to its tail along which as much can be moved as it lacks
    (Dijkstra's); hidden figures cost nothing."""
    figure = figures[name]
    lacks = least - figure.value
    ahead: list[tuple[int, int, int, Node, tuple[Name, ...]]] = [(0, 0, 0, figure.head, ())]
    seen: set[Node] = set()
    turn = 0
    while ahead:
        cost, size, _turn, node, way = heapq.heappop(ahead)
        if node == figure.tail:
            return list(way)
        if node in seen:
            continue
        seen.add(node)
        for edge in edges[node]:
            fits = edge.room is None or edge.room >= lacks
            if (
                edge.name == name
                or not fits
                or edge.to in seen
                or (only is not None and edge.name not in only)
            ):
                continue
            other = figures[edge.name]
            turn += 1
            more = (0, 0) if edge.name in hide else (other.cost, other.value)
            heapq.heappush(ahead, (cost + more[0], size + more[1], turn, edge.to, (*way, edge.name)))
    return None
