"""Matters on the start page of those whose turn it is, and of the board's members to read."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person, has_role, is_signed_in
from handslag.start.todos import Todo
from plan_pages.deciding.names import name_of_matter
from plan_pages.deciding.sent_back import sent_back
from plan_pages.deciding.turns import is_turn_of, turn_of
from plan_pages.editions.kinds import Outcome
from plan_pages.road.authorship import decided_mains
from plan_pages.road.event import RoadEvent
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.rules import may_see
from plan_pages.road.table import READERS


def concerned() -> QuerySet[Any]:
    """Those who may see some matter: by their role, or invited to one."""
    invited = Matter.objects.exclude(stage=Stage.CLOSED).values("guest_reviewers__user")
    by_role = Q(is_superuser=True) | Q(groups__name__in=READERS)
    return get_user_model().objects.filter(by_role | Q(pk__in=invited)).distinct()


def waiting_for(user: Person) -> Iterator[Todo]:
    """One question to the database while nothing is open."""
    if not is_signed_in(user):
        return
    going = Matter.objects.exclude(stage=Stage.CLOSED)
    if not may_see(user):
        going = going.filter(guest_reviewers__user=user.pk)
    matters = list(going.select_related("series__page").order_by("stage_since", "pk"))
    facts, back = RoadFacts(matters), sent_back(matters)
    decided = decided_mains({matter.series_id for matter in matters}) if matters else {}
    for matter in matters:
        name = name_of_matter(matter, decided.get(matter.series_id, 0))
        yield from _todos(user, matter, facts, name, back.get(matter.pk))


def _todos(
    user: Person, matter: Matter, facts: RoadFacts, name: str, came_back: RoadEvent | None
) -> Iterator[Todo]:
    """Not drafts that nobody has returned: to write on is no thing that waits."""
    turn, address = turn_of(matter), reverse("decisions:matter", args=[matter.pk])
    # One address for every stage: each stage is a thing of its own to be reminded of.
    key = f"{matter.pk} {matter.stage} {matter.meeting_round}"
    is_member = matter.stage == Stage.BOARD and has_role(user, "board")
    if is_member:
        yield Todo(_("Read before the board decides"), address, detail=name, key=f"{key} read")
    if turn is None or not is_turn_of(user, matter, facts):
        return
    if matter.stage == Stage.DRAFTING:
        if came_back is not None:
            referred = came_back.data.get("outcome") == Outcome.REFERRED_BACK
            title = _("The board referred the draft back") if referred else _("The draft came back")
            detail = _("Read what should be changed, and submit it anew.")
            yield Todo(title, address, detail=detail, key=key)
    elif not is_member or has_role(user, "board_secretary"):
        # A member may record what was decided, but it is the secretary who is reminded of it.
        own = reverse(f"decisions:{turn.page}", args=[matter.pk]) if turn.page else address
        yield Todo(turn.task, own, detail=name, key=key)
