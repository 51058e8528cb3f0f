"""Units below units, as numbers; and which of them may be shown.

A unit's figure holds everybody in it and below it. A unit of fewer than five is hidden; and since whoever sees a unit
and the units below it can subtract, those who are left over must be five or none as well. What is left over at each
unit that is shown are groups without anybody in common, and every difference that can be made of the shown figures is
made of whole such groups. So it is enough that none of them has one to four people.

What is told may go by where people were: a group of fewer than five in which something was told is small, too, also
where nobody is in it any more.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
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


@dataclass(frozen=True)
class _Rest:
    """What is left over of a unit when the shown ones below it are taken away."""

    people: int
    is_told: bool

    def __add__(self, other: "_Rest") -> "_Rest":
        return _Rest(self.people + other.people, self.is_told or other.is_told)

    def is_small(self, least: int) -> bool:
        return self.people < least and (self.people > 0 or self.is_told)


_NOBODY = _Rest(0, is_told=False)


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


def shown_units(
    tree: Tree, own: Mapping[int, int], least: int = LEAST, told: Collection[int] = ()
) -> frozenset[int]:
    """`own`: people directly in each unit; `told`: units of which something is told, whoever is in them now. In a fixed
    order, the same whoever reads: two answers that hide differently would together show more than either."""
    whole = sums(tree, own)
    nearest: dict[int, list[int]] = {}
    left: dict[int, _Rest] = {}
    shown: set[int] = set()
    for unit in reversed(tree.order):
        tops = [_tops(child, shown, nearest, left) for child in tree.children[unit]]
        inner = [one for found, _rest in tops for one in found]
        rest = _Rest(own.get(unit, 0), unit in told)
        for _found, hidden in tops:
            rest += hidden
        if whole[unit] < least or (unit == ALL and rest.is_small(least)):
            # The sum of all is worth less than any unit that would have to be hidden for it.
            nearest[unit], left[unit] = inner, rest
            continue
        while rest.is_small(least) and inner:
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


def _tops(
    unit: int, shown: set[int], nearest: Mapping[int, list[int]], left: Mapping[int, _Rest]
) -> tuple[list[int], _Rest]:
    """The shown units from here down that stand below no other, and what is in none of them."""
    return ([unit], _NOBODY) if unit in shown else (nearest[unit], left[unit])
