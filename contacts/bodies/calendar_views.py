"""A body's calendar: its private address, the feed behind it, and one meeting for those who are signed in."""

import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from contacts.bodies import calendar_keeping
from contacts.bodies.body import BodyPage
from contacts.bodies.calendar_file import meetings_as_calendar
from contacts.bodies.counting import counted_meetings
from contacts.bodies.keepers import may_keep_body
from contacts.bodies.lapses import seen_bodies
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.record import records_of
from handslag import clock
from handslag.access.private_addresses import kept_private
from handslag.access.reading import record_page_reading
from handslag.access.visibility import visible_to
from handslag.forms.numbers import number_in

TYPE = "text/calendar; charset=utf-8"
# Calendars keep what they have read; older meetings stay in them.
BACK = datetime.timedelta(days=365)


@login_not_required
@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """Unknown, run out and withdrawn get one and the same answer."""
    body = calendar_keeping.find(key)
    if body is None:
        response: HttpResponse = HttpResponseNotFound(
            _("The address leads nowhere"), "text/plain; charset=utf-8"
        )
    else:
        meetings = counted_meetings().filter(path__startswith=body.path, starts_at__gte=clock.now() - BACK)
        content = meetings_as_calendar(body.title, meetings.order_by("starts_at", "pk"))
        response = HttpResponse(content, content_type=TYPE)
    return kept_private(response)


@require_safe
def meeting_file(request: HttpRequest, pk: int) -> HttpResponse:
    """A translation's file is that of the record. Raises Http404 also for a meeting that the reader may not know of."""
    seen = visible_to(MeetingPage.objects.filter(live=True), request.user)
    meeting = get_object_or_404(records_of(seen, pk))
    record_page_reading(request.user, meeting)
    response = HttpResponse(meetings_as_calendar(meeting.get_parent().title, [meeting]), content_type=TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="mote-{meeting.pk}.ics"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, pk: int) -> HttpResponse:
    """The page that gives and withdraws the address; only the answer to "give" ever shows it."""
    body = get_object_or_404(records_of(seen_bodies(request.user), pk))
    if not may_keep_body(request.user):
        raise Http404
    if request.method != "POST":
        return _page(request, body)
    seen = number_in(request.POST.get("instead_of", ""))
    try:
        if request.POST.get("way") == "give":
            key, secret = calendar_keeping.give(body, request.user, seen)
            return _page(request, body, address=address_of(secret), key=key)
        calendar_keeping.withdraw(body, request.user, seen or 0)
        messages.success(request, _("The address leads nowhere any more."))
    except calendar_keeping.CalendarMovedOnError:
        messages.error(request, _("Somebody has changed the address since you opened the page; look again."))
    return redirect(request.path)


def address_of(secret: str) -> str:
    """Whatever host and language the request named: what is handed out leads to us."""
    with translation.override(settings.LANGUAGE_CODE):
        path = reverse("body_calendar:feed", args=[secret])
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def _page(request: HttpRequest, body: BodyPage, **context: Any) -> TemplateResponse:
    return TemplateResponse(
        request,
        "contacts/bodies/calendar_address.html",
        {"body": body, "key": calendar_keeping.standing_key(body), **context},
    )
