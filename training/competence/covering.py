"""How many in each unit are trained in each kind (B-3.1): numbers, never names, and none for a handful of people."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from handslag.access.people import Person
from handslag.places.models import Unit
from training.catalogue.kinds import CourseKind
from training.competence.kinds import Coverage
from training.competence.learned import Validity
from training.competence.rules import sees_all_figures
from training.managers.people_units import accounts_have_units, active_people
from training.managers.rules import managed_numbers
from training.managers.unit_tree import ALL, shown_units, sums, tree_of
from training.registrations.told_units import told_units

FIGURES = ("people", "knowledge", "method", "both")


@dataclass(frozen=True)
class Figures:
    people: int
    knowledge: int
    method: int
    both: int

    @property
    def coverage(self) -> Coverage:
        kinds = (self.knowledge > 0) + (self.method > 0)
        return (Coverage.UNCOVERED, Coverage.HALF, Coverage.COVERED)[kinds]

    def trained(self, kind: str) -> int:
        return self.knowledge if kind == CourseKind.KNOWLEDGE else self.method

    def share(self, number: int) -> int:
        """In percent."""
        return round(100 * number / self.people) if self.people else 0


@dataclass(frozen=True)
class UnitFigures:
    """`figures` None: too few people, or one could compute from it how a few stand. `unit` None: all of them."""

    unit: Unit | None
    level: int
    figures: Figures | None


def all_units(day: datetime.date) -> list[UnitFigures]:
    """Units below those they belong to; first all together. Four questions however many units and people.

    Hidden as on the page of registrations, which goes by where people were: else the two could be subtracted."""
    units = {unit.pk: unit for unit in Unit.objects.select_related("municipality", "parent")}
    own = _own_figures(day)
    tree = tree_of({pk: unit.parent_id for pk, unit in units.items()})
    shown = shown_units(tree, {pk: row["people"] for pk, row in own.items()}, told=told_units())
    whole = {name: sums(tree, {pk: row[name] for pk, row in own.items()}) for name in FIGURES}
    return [
        UnitFigures(
            units.get(pk),
            max(0, tree.level[pk] - 1),
            Figures(*(whole[name][pk] for name in FIGURES)) if pk in shown else None,
        )
        for pk in tree.order
        if pk != ALL or units
    ]


def figures_for(user: Person, day: datetime.date) -> list[UnitFigures]:
    """What this reader may see, hidden as for everybody: those whom they answer for, or all."""
    rows = all_units(day)
    if sees_all_figures(user):
        return rows
    managed = managed_numbers(user)
    return [row for row in rows if row.unit is not None and row.unit.pk in managed]


def innermost(rows: Sequence[UnitFigures]) -> list[Figures]:
    """Of the shown units those without a shown one below them, so that no group of people is counted twice. Who stands
    directly in a unit above them is in none of these."""
    way: list[int] = []
    holders: set[int] = set()
    for place, row in enumerate(rows):
        if row.unit is not None:
            del way[row.level :]
            if row.figures is not None:
                holders.update(way)
            way.append(place)
    return [
        row.figures
        for place, row in enumerate(rows)
        if row.unit is not None and row.figures is not None and place not in holders
    ]


def _own_figures(day: datetime.date) -> dict[int, dict[str, int]]:
    """People are counted where they are now; those without a unit, nowhere."""
    if not accounts_have_units():
        return {}
    validity = Validity(day)
    knows, talks = validity.people(CourseKind.KNOWLEDGE), validity.people(CourseKind.CONVERSATION_METHOD)
    rows = (
        active_people()
        .filter(unit__isnull=False)
        .values("unit")
        .annotate(
            people=Count("pk"),
            knowledge=Count("pk", filter=knows),
            method=Count("pk", filter=talks),
            both=Count("pk", filter=Q(knows, talks)),
        )
    )
    return {row.pop("unit"): row for row in rows}
