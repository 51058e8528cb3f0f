"""Two orders of the same things: what moved, and where that which is gone once stood."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where one thing stands; None where it is not. `moved` is only true where it stands in both."""

    before: int | None
    after: int | None
    moved: bool = False


def interleave(length_before: int, partners: Sequence[int | None]) -> list[Place]:
    """What is now, in its order, with what is gone where it stood.

    `partners` gives for each thing of now its place before. As few as possible are called moved: an inserted section
    moves none of those after it.
    """
    steady = _longest_rising([partner for partner in partners if partner is not None])
    gone = sorted(set(range(length_before)).difference(p for p in partners if p is not None))
    ends = [*sorted(steady), length_before]
    places: list[Place] = []
    at = passed = 0

    def take_gone() -> None:
        nonlocal at
        while at < len(gone) and gone[at] < ends[passed]:
            places.append(Place(gone[at], None))
            at += 1

    take_gone()
    for after, before in enumerate(partners):
        places.append(Place(before, after, before is not None and before not in steady))
        if before in steady:
            passed += 1
            take_gone()
    return places


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The longest run of rising numbers, not necessarily beside each other."""
    ends: list[int] = []
    heaps: list[int] = []
    earlier: list[int | None] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        earlier.append(heaps[length - 1] if length else None)
        ends[length : length + 1] = [number]
        heaps[length : length + 1] = [index]
    found: set[int] = set()
    step = heaps[-1] if heaps else None
    while step is not None:
        found.add(numbers[step])
        step = earlier[step]
    return found
