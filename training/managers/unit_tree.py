"""Units below units, as numbers; and which of them may be shown.

A unit's figure holds everybody in it and below it. A unit of fewer than five is hidden; and since whoever sees a unit
and the units below it can subtract, those who are left over must be five or none as well. What is left over at each
unit that is shown are groups without anybody in common, and every difference that can be made of the shown figures is
made of whole such groups. So it is enough that none of them has one to four people.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from handslag.places.sizes import LEAST

# Above all units: what is shown for all of them together.
ALL = 0


@dataclass
class Tree:
    """`children` and `above` by unit; every unit stands below ALL, one that would stand below itself too. `order` is
    from the top down."""

    children: dict[int, list[int]] = field(default_factory=lambda: {ALL: []})
    above: dict[int, int] = field(default_factory=dict)
    level: dict[int, int] = field(default_factory=lambda: {ALL: 0})
    order: list[int] = field(default_factory=lambda: [ALL])

    def with_those_above(self, unit: int) -> Iterator[int]:
        """Where somebody of the unit is counted."""
        while unit != ALL:
            yield unit
            unit = self.above[unit]


def tree_of(parents: Mapping[int, int | None]) -> Tree:
    """In the order of `parents`, each unit followed by those below it."""
    below: dict[int | None, list[int]] = {}
    for unit, parent in parents.items():
        below.setdefault(parent if parent in parents else None, []).append(unit)
    tree = Tree()
    for top in below.get(None, []):
        _hang(tree, below, top)
    for unit in parents:
        # Units in a ring have no top.
        if unit not in tree.level:
            _hang(tree, below, unit)
    return tree


def shown_units(tree: Tree, own: Mapping[int, int], least: int = LEAST) -> frozenset[int]:
    """`own`: people directly in each unit. In a fixed order, the same whoever reads: two answers that hide differently
    would together show more than either."""
    whole = sums(tree, own)
    nearest: dict[int, list[int]] = {}
    left: dict[int, int] = {}
    shown: set[int] = set()
    for unit in reversed(tree.order):
        inner = [one for child in tree.children[unit] for one in _tops(child, shown, nearest)]
        rest = whole[unit] - sum(whole[one] for one in inner)
        if whole[unit] < least or (unit == ALL and 0 < rest < least):
            # The sum of all is worth less than any unit that would have to be hidden for it.
            nearest[unit] = inner
            continue
        while 0 < rest < least and inner:
            smallest = min(inner, key=lambda one: (whole[one], one))
            inner.remove(smallest)
            inner += nearest[smallest]
            rest += left[smallest]
            shown.discard(smallest)
        shown.add(unit)
        nearest[unit], left[unit] = inner, rest
    return frozenset(shown)


def sums(tree: Tree, own: Mapping[int, int]) -> dict[int, int]:
    """Each unit with everything below it."""
    whole: dict[int, int] = {}
    for unit in reversed(tree.order):
        whole[unit] = own.get(unit, 0) + sum(whole[child] for child in tree.children[unit])
    return whole


def _hang(tree: Tree, below: Mapping[int | None, Iterable[int]], top: int) -> None:
    waiting = [(top, ALL)]
    while waiting:
        unit, parent = waiting.pop()
        if unit in tree.level:
            continue
        tree.level[unit] = tree.level[parent] + 1
        tree.children[unit] = []
        tree.children[parent].append(unit)
        tree.above[unit] = parent
        tree.order.append(unit)
        waiting += [(child, unit) for child in reversed(list(below.get(unit, [])))]


def _tops(unit: int, shown: set[int], nearest: Mapping[int, list[int]]) -> list[int]:
    return [unit] if unit in shown else nearest.get(unit, [])
