"""Drafts that came back: by a reviewer, by a body, or because the workflow ended without a decision."""

from collections.abc import Iterable

from django.db.models import Q

from plan_pages.editions.kinds import Outcome
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.road.matter import Matter, Stage

_BACK = (EventKind.RETURNED, EventKind.DECIDED, EventKind.ENDED)


def sent_back(matters: Iterable[Matter]) -> dict[int, RoadEvent]:
    """Of the drafts among `matters`: what brought them back, where that is the last that moved them. One question."""
    drafts = [matter.pk for matter in matters if matter.stage == Stage.DRAFTING]
    if not drafts:
        return {}
    moved = Q(kind__in=(EventKind.SUBMITTED, EventKind.WITHDRAWN, EventKind.RETURNED, EventKind.ENDED))
    referred = Q(kind=EventKind.DECIDED, data__outcome=Outcome.REFERRED_BACK)
    events = RoadEvent.objects.filter(moved | referred, matter__in=drafts).select_related("actor")
    latest = {event.matter_id: event for event in events.order_by("at", "pk")}
    return {key: event for key, event in latest.items() if key is not None and event.kind in _BACK}
