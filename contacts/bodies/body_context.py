"""What the page of a body shows beside its own texts."""

import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Q, QuerySet, When
from django.http import HttpRequest

from contacts.bodies.counting import forecast
from contacts.bodies.keepers import may_keep_body
from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.seats import seats_on
from handslag import clock
from handslag.access.visibility import visible_below

ON_A_PAGE = 12


def _meetings(body: Any, request: HttpRequest) -> QuerySet[MeetingPage]:
    """A body that is previewed before it is saved has no place in the tree yet."""
    return visible_below(MeetingPage.objects.live(), request.user, [body.path] if body.path else [])


def of(body: Any, request: HttpRequest) -> dict[str, Any]:
    today = clock.today()
    page = Paginator(_in_order(_meetings(body, request), today), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    return {
        "forecast": forecast(body, today.year, today),
        "meetings": page,
        "meetings_ahead": [meeting for meeting in shown if meeting.is_ahead],
        "meetings_past": [meeting for meeting in shown if not meeting.is_ahead],
        "seats": seats_on(today).filter(body=body.pk).order_by("standing", "sort_order", "pk"),
        "tasks": body.mandate_tasks.all(),
        "may_keep_body": may_keep_body(request.user),
        "counterparts": body.counterparts.all(),
        "routines": body.routines.all(),
        "open_runs": body.routine_runs.with_progress().under_way() if body.pk is not None else [],
    }


def _in_order(meetings: QuerySet[MeetingPage], today: datetime.date) -> QuerySet[Any]:
    """Those ahead from the next one on, then the others from the latest back: one list, so that one count and one
    question serve both."""
    is_ahead = Q(state=MeetingState.PLANNED, starts_at__gte=clock.start_of(today))
    marked = meetings.annotate(is_ahead=Case(When(is_ahead, then=True), default=False))
    next_first = Case(When(is_ahead, then="starts_at"))
    return marked.select_related("locale").order_by("-is_ahead", next_first.asc(), "-starts_at", "-pk")
