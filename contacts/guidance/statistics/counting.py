"""The figures of one year, as one flow: municipality, kind of situation, quarter, month. Every table that is shown is a
part of it, so that hiding takes them all together: what one table hides, no other gives away."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from contacts.guidance.kinds import Situation
from contacts.guidance.statistics.masking import Figure, hidden

WHOLE, WAITING, SETTLED = "whole", "waiting", "settled"
NO_PLACE = 0
MONTHS = tuple(range(1, 13))


@dataclass(frozen=True)
class Asked:
    """So many requests of one kind: `place` is the municipality's number, NO_PLACE where no unit was stated. `waits`:
    for its first answer."""

    place: int
    situation: str
    month: int
    waits: bool = False
    number: int = 1


@dataclass(frozen=True)
class Counts:
    """Figures by name; None where hidden. Names: see `_figures`. `months`: those that have begun."""

    shown: dict[Hashable, int | None]
    places: tuple[int, ...]
    months: tuple[int, ...] = MONTHS

    @property
    def quarters(self) -> tuple[int, ...]:
        return quarters_of(self.months)

    def get(self, *name: Hashable) -> int | None:
        return self.shown[name]

    @property
    def hides_something(self) -> bool:
        return None in self.shown.values()


def count(requests: Iterable[Asked], places: Iterable[int], months: tuple[int, ...] = MONTHS) -> Counts:
    """`months`: those that have begun. Everybody knows that the coming ones are zero, so they hide nothing: they are no
    part of the figures."""
    places = tuple(places)
    figures = _figures([one for one in requests if one.month in months], places, months)
    hide = hidden(figures)
    shown = {name: None if name in hide else figure.value for name, figure in figures.items()}
    return Counts(shown, places, months)


def _figures(
    requests: list[Asked], places: tuple[int, ...], months: tuple[int, ...]
) -> dict[Hashable, Figure]:
    """Each sum is a node: what flows in is what flows out."""
    counted: Counter[Hashable] = Counter()
    for one in requests:
        quarter = quarter_of(one.month)
        for name in (
            (WHOLE,), (WAITING, one.waits), ("place", one.place), ("place", one.place, one.situation),
            ("situation", one.situation), ("situation", one.situation, quarter), ("quarter", quarter),
            ("month", one.month),
        ):  # fmt: skip
            counted[name] += one.number
    figures: dict[Hashable, Figure] = {
        (WHOLE,): Figure("end", "whole", counted[(WHOLE,)], is_total=True),
        (WAITING,): Figure("whole", "begin", counted[WAITING, True], is_total=True),
        # Stands nowhere, but who knows the whole and those that wait knows these.
        (SETTLED,): Figure("whole", "begin", counted[WAITING, False], is_shown=False),
    }
    for place in places:
        figures["place", place] = Figure("begin", ("place", place), counted["place", place], is_total=True)
        for situation in Situation.values:
            figures["place", place, situation] = Figure(
                ("place", place), ("in", situation), counted["place", place, situation]
            )
    for situation in Situation.values:
        figures["situation", situation] = Figure(
            ("in", situation), ("out", situation), counted["situation", situation], is_total=True
        )
        for quarter in quarters_of(months):
            figures["situation", situation, quarter] = Figure(
                ("out", situation), ("in", quarter), counted["situation", situation, quarter]
            )
    for quarter in quarters_of(months):
        figures["quarter", quarter] = Figure(
            ("in", quarter), ("out", quarter), counted["quarter", quarter], is_total=True
        )
    for month in months:
        figures["month", month] = Figure(("out", quarter_of(month)), "end", counted["month", month])
    return figures


def quarters_of(months: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(map(quarter_of, months)))


def quarter_of(month: int) -> int:
    return (month + 2) // 3
