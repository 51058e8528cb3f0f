"""Matters on the start page of those whose turn it is, and of the board's members to read."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person, has_role
from handslag.start.todos import Todo
from plan_pages.deciding.names import name_of_matter
from plan_pages.deciding.turns import is_turn_of, turn_of
from plan_pages.road.event import EventKind
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Matter, Stage

# Not drafts that nobody has returned: to write on is no thing that waits.
_SENT_BACK = (EventKind.RETURNED, EventKind.DECIDED, EventKind.ENDED)


def waiting_for(user: Person) -> Iterator[Todo]:
    """One question to the database while nothing is open."""
    if not user.is_authenticated:
        return
    open_matters = list(Matter.objects.exclude(stage=Stage.CLOSED).select_related("series__page"))
    facts = RoadFacts(open_matters)
    for matter in open_matters:
        address = reverse("decisions:matter", args=[matter.pk])
        # One address for every stage: each stage is a thing of its own to be reminded of.
        key = f"{matter.pk} {matter.stage} {matter.meeting_round}"
        is_member = matter.stage == Stage.BOARD and has_role(user, "board")
        if is_member:
            yield Todo(
                _("Read before the board decides"), address, detail=name_of_matter(matter), key=f"{key} read"
            )
        turn = turn_of(matter)
        if turn is None or not is_turn_of(user, matter, facts):
            continue
        if matter.stage == Stage.DRAFTING:
            if _was_sent_back(matter):
                yield Todo(
                    _("The draft came back"),
                    address,
                    detail=_("Read what should be changed, and submit it anew."),
                    key=key,
                )
        elif not is_member or has_role(user, "board_secretary"):
            # A member may record what was decided, but it is the secretary who is reminded of it.
            own = reverse(f"decisions:{turn.page}", args=[matter.pk]) if turn.page else address
            yield Todo(turn.task, own, detail=name_of_matter(matter), key=key)


def _was_sent_back(matter: Matter) -> bool:
    latest = matter.events.exclude(kind__in=(EventKind.COMMENTED, EventKind.REVIEWER_INVITED)).last()
    return latest is not None and latest.kind in _SENT_BACK
