"""What happened to a matter, in short; the plan's history tells the whole story."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.road.rules import name_of


def happenings_in(events: Iterable[RoadEvent]) -> list[dict[str, Any]]:
    """For the component `timeline`, newest first; comments stand elsewhere on the page."""
    told = [event for event in events if event.kind != EventKind.COMMENTED][::-1]
    invited = _invited(told)
    return [{"title": _title(event, invited), "date": event.at, "text": event.text} for event in told]


def _title(event: RoadEvent, invited: dict[Any, str]) -> str:
    what = capfirst(str(event.get_kind_display()))
    if name := invited.get(event.data.get("invited")):
        what = _("%(what)s: %(name)s") % {"what": what, "name": name}
    return f"{what} ({name_of(event.actor)})" if event.actor is not None else what


def _invited(events: Iterable[RoadEvent]) -> dict[Any, str]:
    keys = {event.data["invited"] for event in events if "invited" in event.data}
    people = get_user_model().objects.filter(pk__in=keys) if keys else []
    return {person.pk: name_of(person) for person in people}
