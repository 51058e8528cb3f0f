"""Asking, reading one request and what is done with it. Whoever may not know of one gets the answer for none."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from contacts.guidance import acting
from contacts.guidance.forms import AskForm
from contacts.guidance.kinds import Urgency
from contacts.guidance.removal import keep_days
from contacts.guidance.reply_time import reply_days
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.rules import answers, known_to, log_reading, sees_queue, sees_statistics
from contacts.guidance.steps import Step, steps_for
from contacts.guidance.typed import not_kept, typed_in
from contacts.guidance.wordings import warnings_about
from contacts.guidance.work_of_forum import functions_of_forum
from handslag.forms.done import redirect_to_message
from handslag.forms.moved_on import MovedOnError

PER_PAGE = 20


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What the forum is, how to ask and when the answer comes (B-0.5); the form, and one's own requests."""
    form = AskForm(request.POST if request.method == "POST" else None, initial=_own_unit(request))
    if form.is_bound and form.is_valid():
        found, is_new = acting.ask(request.user, **form.cleaned_data)
        if is_new:
            messages.success(request, _("Your request is sent to the consultation forum."))
            _warn(request, found.question)
        else:
            messages.info(request, _("You have sent this request already; it is kept once."))
        return redirect_to_message("guidance:request", found.number)
    own = GuidanceRequest.objects.filter(asked_by=request.user.pk)
    days = reply_days()
    context = {
        "form": form,
        "own": Paginator(own, PER_PAGE).get_page(request.GET.get("page")),
        "functions": functions_of_forum(),
        "keep_days": keep_days(),
        "reply_times": [{"key": urgency.label, "days": days[urgency]} for urgency in Urgency],
        "sees_queue": sees_queue(request.user),
        "sees_statistics": sees_statistics(request.user),
    }
    return TemplateResponse(
        request, "contacts/guidance/start.html", context, status=422 if form.is_bound else 200
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, number: int) -> HttpResponse:
    """Raises Http404 for those who may not know of it."""
    rows = known_to(request.user).select_related("unit__municipality")
    if request.method == "POST" and not rows.filter(number=number).exists():
        return _gone(request)
    found = get_object_or_404(rows, number=number)
    if request.method != "POST":
        return _page(request, found)
    step = steps_for(request.user, found).get(request.POST.get("step", ""))
    if step is None:
        return _moved_on(request, rows, found)
    form = step.form(request.POST)
    if not form.is_valid():
        return _page(request, found, step, form)
    try:
        step.act(found, request.user, form.cleaned_data)
    except MovedOnError:
        return _moved_on(request, rows, found)
    messages.success(request, str(step.done))
    _warn(request, *(value for value in form.cleaned_data.values() if isinstance(value, str)))
    return redirect("guidance:start") if step.ends else redirect("guidance:request", found.number)


def _page(
    request: HttpRequest,
    found: GuidanceRequest,
    sent: Step | None = None,
    form: forms.Form | None = None,
    lost: Sequence[str] = (),
) -> HttpResponse:
    """`lost`: what was written in a form that came too late."""
    log_reading(request.user, found)
    steps = steps_for(request.user, found)
    context: dict[str, Any] = {
        "found": found,
        "is_own": found.asked_by_id == request.user.pk,
        "by_forum": answers(request.user),
        "said": found.messages.all(),
        "forms": {name: step.form(initial=step.initial(found)) for name, step in steps.items()},
        "failed": form,
        "lost": lost,
    }
    if sent is not None and form is not None:
        context["forms"][sent.name] = form
    status = 422 if form is not None or lost else 200
    return TemplateResponse(request, "contacts/guidance/request.html", context, status=status)


def _moved_on(request: HttpRequest, rows: QuerySet[GuidanceRequest], found: GuidanceRequest) -> HttpResponse:
    now = rows.filter(pk=found.pk).first()
    if now is None:
        return _gone(request)
    if lost := not_kept(typed_in(request.POST), now):
        return _page(request, now, lost=lost)
    messages.info(
        request, _("Nothing was changed: the request has moved on since the page was opened. Read it again.")
    )
    return redirect("guidance:request", now.number)


def _gone(request: HttpRequest) -> HttpResponse:
    """Withdrawn or removed meanwhile, or never there: who may not know of one gets the same answer as for none. Raises
    Http404 where nothing was written."""
    if lost := typed_in(request.POST):
        return TemplateResponse(request, "contacts/guidance/gone.html", {"lost": lost}, status=404)
    if request.POST.get("step") == "withdraw":
        # Sent twice: it is gone already.
        return redirect("guidance:start")
    raise Http404


def _own_unit(request: HttpRequest) -> dict[str, Any]:
    """What the account says is a proposal; it can be taken away."""
    return {"unit": getattr(request.user, "unit_id", None)}


def _warn(request: HttpRequest, *texts: str) -> None:
    for reason in warnings_about(*texts):
        messages.warning(request, reason)
