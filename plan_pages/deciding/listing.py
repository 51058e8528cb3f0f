"""The list of matters: what waits for the reader first, then what is under way, then what is closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person
from plan_pages.deciding.names import name_of_matter
from plan_pages.deciding.turns import is_turn_of, people_whose_turn, turn_of
from plan_pages.road.authorship import decided_mains
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Matter
from plan_pages.road.rules import named


@dataclass(frozen=True)
class Row:
    """Fits the house's list of tasks and of links."""

    title: str
    url: str
    detail: str = ""
    status: str = ""
    kind: str = "info"
    meta: str = ""
    text: str = ""


@dataclass(frozen=True)
class Listing:
    mine: list[Row]
    open: list[Row]
    closed: list[Row]


def listing(user: Person) -> Listing:
    related = ("series__page", "edition")
    matters = list(Matter.objects.select_related(*related).order_by("-opened_at", "-pk"))
    going = [matter for matter in matters if not matter.is_closed]
    facts, decided = RoadFacts(going), decided_mains({matter.series_id for matter in matters})
    mine = [matter for matter in going if is_turn_of(user, matter, facts)]
    return Listing(
        mine=[_open_row(matter, facts, decided, mine=True) for matter in mine],
        open=[_open_row(matter, facts, decided) for matter in going if matter not in mine],
        closed=[_closed_row(matter, decided) for matter in matters if matter.is_closed],
    )


def _open_row(matter: Matter, facts: RoadFacts, decided: dict[int, int], *, mine: bool = False) -> Row:
    turn = turn_of(matter)
    return Row(
        title=name_of_matter(matter, decided.get(matter.series_id, 0)),
        url=reverse("decisions:matter", args=[matter.pk]),
        detail=str(turn.task) if mine and turn is not None else _whose(people_whose_turn(matter, facts)),
        status=str(matter.get_stage_display()),
        kind="waiting" if mine else "info",
    )


def _whose(people: Iterable[Any]) -> str:
    found = list(people)
    return _("Waits for: %(names)s") % {"names": named(found)} if found else _("Nobody can act here yet.")


def _closed_row(matter: Matter, decided: dict[int, int]) -> Row:
    day = matter.closed_at.date().isoformat() if matter.closed_at else ""
    return Row(
        title=name_of_matter(matter, decided.get(matter.series_id, 0)),
        url=reverse("decisions:matter", args=[matter.pk]),
        meta=f"{matter.get_ending_display()}, {day}",
    )
