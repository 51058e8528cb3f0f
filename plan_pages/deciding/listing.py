"""The list of matters: what waits for the reader first, then what is under way, then what is closed.

The same few questions to the database however many matters there are.
"""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from handslag.access.people import Person
from handslag.templatetags.handslag_dates import distance_in_words, in_words
from plan_pages.deciding.names import edition_address, name_of_matter
from plan_pages.deciding.turns import is_turn_of, turn_of, who_acts
from plan_pages.road.authorship import decided_mains
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Ending, Matter, Stage

ON_A_PAGE = 20
RELATED = ("series__page", "edition__series")


@dataclass(frozen=True)
class Row:
    """An open one, as the house's list of tasks wants it."""

    title: str
    url: str
    detail: str
    status: str
    kind: str


@dataclass(frozen=True)
class ClosedRow:
    """`edition_url` "" where nothing was adopted, or where the edition has no address of its own."""

    title: str
    url: str
    outcome: str
    kind: str
    date: Any
    edition_url: str


@dataclass(frozen=True)
class Listing:
    """`page` is that of the closed ones."""

    mine: list[Row]
    open: list[Row]
    closed: list[ClosedRow]
    page: Page[Matter]


def listing(user: Person, page: str = "") -> Listing:
    matters = Matter.objects.select_related(*RELATED)
    going = list(matters.exclude(stage=Stage.CLOSED).order_by("stage_since", "pk"))
    closed = Paginator(matters.filter(stage=Stage.CLOSED).order_by("-closed_at", "-pk"), ON_A_PAGE)
    facts = RoadFacts(going)
    decided = decided_mains({matter.series_id for matter in going}) if going else {}
    mine = [matter for matter in going if is_turn_of(user, matter, facts)]
    shown = closed.get_page(page)
    return Listing(
        mine=[_open_row(matter, facts, decided, mine=True) for matter in mine],
        open=[_open_row(matter, facts, decided) for matter in going if matter not in mine],
        closed=[_closed_row(matter) for matter in shown],
        page=shown,
    )


def _open_row(matter: Matter, facts: RoadFacts, decided: dict[int, int], *, mine: bool = False) -> Row:
    return Row(
        title=name_of_matter(matter, decided.get(matter.series_id, 0)),
        url=reverse("decisions:matter", args=[matter.pk]),
        detail=" ".join(_details(matter, facts, mine=mine)),
        status=str(matter.get_stage_display()),
        kind="waiting" if mine else "info",
    )


def _details(matter: Matter, facts: RoadFacts, *, mine: bool) -> list[str]:
    """Next step, whose turn, and since when."""
    turn = turn_of(matter)
    since = _("Since %(date)s (%(distance)s).") % {
        "date": in_words(matter.stage_since),
        "distance": distance_in_words(matter.stage_since),
    }
    if turn is None:
        return [since]
    waits = [] if mine else [_("Waits for: %(names)s.") % {"names": who_acts(matter, facts)}]
    return [_("Next step: %(step)s.") % {"step": turn.task}, *waits, since]


def _closed_row(matter: Matter) -> ClosedRow:
    return ClosedRow(
        title=name_of_matter(matter),
        url=reverse("decisions:matter", args=[matter.pk]),
        outcome=capfirst(str(matter.get_ending_display())),
        kind="success" if matter.ending == Ending.ADOPTED else "neutral",
        date=matter.closed_at,
        edition_url=edition_address(matter.edition),
    )
