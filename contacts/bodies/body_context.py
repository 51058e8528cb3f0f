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
from handslag.access.people import Person
from handslag.access.visibility import visible_below, visible_to

ON_A_PAGE = 12


def of(body: Any, request: HttpRequest) -> dict[str, Any]:
    """The page's own words, and the facts of the record (`record`)."""
    record = body.record_for(request.user)
    if record is None:
        return {"record": None, "tasks": body.mandate_tasks.all()}
    today = clock.today()
    page = Paginator(_in_order(_meetings(record, request), today), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    shown = _in_language(list(page.object_list), body, record, request.user)
    return {
        "record": record,
        "words_language": record.locale.language_code if record is not body else "",
        "forecast": forecast(record, today.year, today),
        "meetings": page,
        "meetings_ahead": [meeting for meeting in shown if meeting.is_ahead],
        "meetings_past": [meeting for meeting in shown if not meeting.is_ahead],
        "seats": seats_on(today).filter(body=record.pk).order_by("standing", "sort_order", "pk"),
        "tasks": record.mandate_tasks.all(),
        "may_keep_body": record.pk is not None and may_keep_body(request.user),
        "counterparts": record.counterparts.all(),
        "routines": record.routines.all(),
        "open_runs": record.routine_runs.with_progress().under_way() if record.pk is not None else [],
    }


def _meetings(body: Any, request: HttpRequest) -> QuerySet[MeetingPage]:
    """A body that is previewed before it is saved has no place in the tree yet."""
    return visible_below(MeetingPage.objects.live(), request.user, [body.path] if body.path else [])


def _in_language(meetings: list[Any], body: Any, record: Any, user: Person) -> list[Any]:
    """`named`: the page that leads to each, in the language of the page that is read where there is one."""
    pages: dict[Any, MeetingPage] = {}
    if body is not record:
        keys = [meeting.translation_key for meeting in meetings]
        translated = MeetingPage.objects.filter(live=True, translation_key__in=keys, locale=body.locale_id)
        seen = visible_to(translated, user).select_related("locale")
        pages = {page.translation_key: page for page in seen}
    for meeting in meetings:
        meeting.named = pages.get(meeting.translation_key, meeting)
    return meetings


def _in_order(meetings: QuerySet[MeetingPage], today: datetime.date) -> QuerySet[Any]:
    """Those ahead from the next one on, then the others from the latest back: one list, so that one count and one
    question serve both."""
    is_ahead = Q(state=MeetingState.PLANNED, starts_at__gte=clock.start_of(today))
    marked = meetings.annotate(is_ahead=Case(When(is_ahead, then=True), default=False))
    next_first = Case(When(is_ahead, then="starts_at"))
    return marked.select_related("locale").order_by("-is_ahead", next_first.asc(), "-starts_at", "-pk")
