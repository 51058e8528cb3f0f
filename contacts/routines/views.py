"""A body's routines and their rounds, and beginning one."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from contacts.bodies.keepers import may_keep_body
from contacts.bodies.lapses import kept_bodies
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.record import is_record, records_of
from contacts.routines.forms import BeginForm
from contacts.routines.keeping import begin as begin_round
from contacts.routines.routine import Routine
from contacts.routines.rules import routines_seen_by
from contacts.routines.sources import source_for
from handslag import clock
from handslag.access.reading import record_page_reading
from handslag.access.visibility import visible_to

ON_A_PAGE = 20
# Older meetings are past every round.
MEETINGS_BACK = datetime.timedelta(days=365)


@require_safe
def of_body(request: HttpRequest, pk: int) -> HttpResponse:
    body = get_object_or_404(records_of(kept_bodies(request.user), pk))
    record_page_reading(request.user, body)
    routines = body.routines.select_related("source_document")
    context = {
        "body": body,
        "routines": [(routine, source_for(routine, request.user)) for routine in routines],
        "runs": Paginator(body.routine_runs.with_progress(), ON_A_PAGE).get_page(request.GET.get("page")),
        "may_begin": body.live and may_keep_body(request.user),
    }
    return TemplateResponse(request, "contacts/routines/of_body.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for those who may not know of the body, or do not keep it, and for the copy of a translation."""
    rows = routines_seen_by(request.user).select_related("body__locale", "source_document")
    routine = get_object_or_404(rows.filter(is_record("body__")), pk=pk)
    if not may_keep_body(request.user):
        raise Http404
    meetings = _meetings(request, routine)
    form = BeginForm(request.POST if request.method == "POST" else None, meetings=meetings)
    if form.is_bound and form.is_valid():
        data: dict[str, Any] = form.cleaned_data
        run, is_new = begin_round(routine, request.user, data.pop("token"), **data)
        if is_new:
            messages.success(request, _("The round has begun."))
        else:
            messages.info(request, _("You have begun this round already; it is kept once."))
        return redirect("routines:run", run.pk)
    record_page_reading(request.user, routine.body)
    context = {"routine": routine, "form": form}
    return TemplateResponse(
        request, "contacts/routines/begin.html", context, status=422 if form.is_bound else 200
    )


def _meetings(request: HttpRequest, routine: Routine) -> Any:
    meetings = MeetingPage.objects.child_of(routine.body).live().filter(is_record())
    recent = meetings.filter(starts_at__gt=clock.now() - MEETINGS_BACK)
    return visible_to(recent, request.user).order_by("-starts_at", "-pk")
