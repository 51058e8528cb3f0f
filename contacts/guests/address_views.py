"""The private address of a guest: one meeting, whoever sits at the screen, and nothing else (B-1.2)."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt

from contacts.bodies.kinds import STATUS_KINDS, MeetingState
from contacts.guests.finding import find
from contacts.guests.guest import MeetingGuest
from contacts.guests.paper import papers_for_guests
from contacts.guests.standing import holds_until
from handslag.access.private_addresses import NO_MENUS, kept_private

SAFE = ("GET", "HEAD")

type View = Callable[..., HttpResponseBase]


def _behind_a_key(view: View) -> View:
    """Unknown, run out and withdrawn get one and the same answer. Refused here and not by Django's own guards, which
    write the address into the log."""

    @csrf_exempt
    @login_not_required
    @functools.wraps(view)
    def guarded(request: HttpRequest, key: str, **kwargs: Any) -> HttpResponseBase:
        if request.method not in SAFE:
            return kept_private(HttpResponseNotAllowed(SAFE))
        guest = find(key)
        response = view(request, guest, **kwargs) if guest is not None else nowhere(request)
        return kept_private(response)

    return guarded


@_behind_a_key
def meeting(request: HttpRequest, guest: MeetingGuest) -> HttpResponse:
    found = guest.meeting
    context = {
        "body": found.get_parent().title,
        "meeting": found,
        "status_kind": STATUS_KINDS[MeetingState(found.state)],
        "papers": [(paper, f"{request.path}{paper.pk}/") for paper in papers_for_guests(found)],
        "holds_until": holds_until(found),
    }
    return _page(request, "meeting.html", context)


@_behind_a_key
def paper(request: HttpRequest, guest: MeetingGuest, pk: int) -> HttpResponseBase:
    chosen = papers_for_guests(guest.meeting).filter(pk=pk).first()
    if chosen is None:
        return nowhere(request)
    try:
        opened = chosen.document.file.open("rb")
    except FileNotFoundError:
        return nowhere(request)
    return FileResponse(opened, as_attachment=True, filename=chosen.document.filename)


def nowhere(request: HttpRequest) -> HttpResponse:
    return _page(request, "no_such_address.html", {}, 404)


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return TemplateResponse(request, f"contacts/guests/{template}", {**NO_MENUS, **context}, status=status)
