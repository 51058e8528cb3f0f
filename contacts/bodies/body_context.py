"""What the page of a body shows beside its own texts."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from contacts.bodies.calendar_rules import may_keep_calendar
from contacts.bodies.counting import forecast
from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.seats import seats_on
from handslag import clock
from handslag.access.visibility import visible_below

ON_A_PAGE = 12


def _meetings(body: Any, request: HttpRequest) -> QuerySet[MeetingPage]:
    """A body that is previewed before it is saved has no place in the tree yet."""
    meetings = MeetingPage.objects.live()
    return visible_below(meetings, request.user, [body.path]) if body.path else meetings.none()


def of(body: Any, request: HttpRequest) -> dict[str, Any]:
    today = clock.today()
    below = _meetings(body, request)
    meetings = below.select_related("locale")
    ahead = {"state": MeetingState.PLANNED, "starts_at__date__gte": today}
    past = Paginator(meetings.exclude(**ahead).order_by("-starts_at", "-pk"), ON_A_PAGE)
    return {
        "forecast": forecast(body, today.year, today),
        "meetings_ahead": meetings.filter(**ahead).order_by("starts_at", "pk"),
        "meetings_past": past.get_page(request.GET.get("page")),
        "seats": seats_on(today).filter(body=body.pk).order_by("standing", "sort_order", "pk"),
        "tasks": body.mandate_tasks.all(),
        "may_keep_calendar": may_keep_calendar(request.user),
        "counterparts": body.counterparts.all(),
        "routines": body.routines.all(),
        "open_runs": body.routine_runs.with_progress().under_way() if body.pk is not None else [],
    }
