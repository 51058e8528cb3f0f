"""Organisers' pages: every occasion with its state, and announcing, moving and cancelling one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.navigation.context import MenuItem
from training.catalogue.addresses import way_here
from training.catalogue.doors import for_readers
from training.occasions import acting
from training.occasions.day import OccasionDay
from training.occasions.doors import for_organisers_of_occasion
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.organise_forms import AnnounceForm, CancelForm, MoveForm
from training.occasions.rows import occasion_rows, with_days
from training.occasions.rules import may_organise, organised_occasions
from training.occasions.saving import keep

PER_PAGE = 25


@for_readers
def organise(request: HttpRequest) -> HttpResponse:
    """Those ahead and drafts first; `?tidigare=ja`: those that are over. Raises Http404 for others than organisers."""
    if not may_organise(request.user):
        raise Http404
    over = request.GET.get("tidigare") == "ja"
    listed = Paginator(_listed(request, over=over), PER_PAGE).get_page(request.GET.get("page"))
    courses = {one.course_id: one.course for one in listed.object_list}
    context = {
        "listed": listed,
        "rows": occasion_rows(listed.object_list, courses),
        "over": over,
        **way_here(request),
    }
    return TemplateResponse(request, "training/occasions/organise.html", context)


def _listed(request: HttpRequest, *, over: bool) -> "QuerySet[Occasion]":
    known = with_days(organised_occasions(request.user)).select_related("course")
    is_over = Q(ends_at__lte=clock.now())
    if over:
        return known.filter(is_over).order_by("-starts_at", "-pk")
    return known.filter(~is_over | Q(ends_at=None)).order_by("starts_at", "pk")


@for_organisers_of_occasion
def organise_one(request: HttpRequest, found: Occasion) -> HttpResponse:
    if request.method != "POST":
        return _page(request, found)
    step = request.POST.get("step", "")
    form = _forms_for(found, request.POST).get(step)
    if form is None:
        return _moved_on(request, found)
    if not form.is_valid():
        return _page(request, found, step, form)
    try:
        level, done = _act(found, step, form, request)
    except acting.MovedOnError:
        return _moved_on(request, found)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return _page(request, found, step, form)
    messages.add_message(request, level, done)
    return redirect(request.path)


def _forms_for(found: Occasion, data: Any = None) -> dict[str, Any]:
    """What can be done with it as it stands, by the step's name."""
    initial = {"seen": found.sequence}
    if found.state == OccasionState.DRAFT:
        return {"announce": AnnounceForm(data, initial=initial)}
    if found.state == OccasionState.OPEN and found.ends_at is not None and found.ends_at > clock.now():
        return {
            "move": MoveForm(found, data, initial=dict(initial)),
            "cancel": CancelForm(data, initial=dict(initial)),
        }
    return {}


@transaction.atomic
def _act(found: Occasion, step: str, form: Any, request: HttpRequest) -> tuple[int, str]:
    """Level and text of the message. Raises MovedOnError also where the occasion is not what the page showed, and
    ValidationError."""
    row = acting.locked(found.pk, OccasionState(found.state))
    if row.sequence != form.cleaned_data["seen"]:
        raise acting.MovedOnError
    match step:
        case "announce":
            acting.announce(found.pk, request.user)
            return messages.SUCCESS, _("The occasion is announced; people can see it and register.")
        case "move":
            _move(row, form)
            if row.sequence == form.cleaned_data["seen"]:
                return messages.INFO, _("Nothing was changed: days, place and link are as they were.")
            return messages.SUCCESS, _(
                "The change is saved. Everybody registered is told, and calendars follow."
            )
        case _:
            acting.cancel(found.pk, form.cleaned_data["reason"], request.user)
            return messages.SUCCESS, _("The occasion is cancelled. Everybody registered is told.")


def _move(row: Occasion, form: MoveForm) -> None:
    row.place, row.link = form.cleaned_data["place"], form.cleaned_data["link"]
    row.days.set([OccasionDay(starts_at=begins, ends_at=ends) for begins, ends in form.days])
    keep(row)


def _page(
    request: HttpRequest, found: Occasion, sent: str = "", failed: forms.Form | None = None
) -> HttpResponse:
    offered = _forms_for(found)
    if failed is not None:
        offered[sent] = failed
    context = {
        "found": found,
        "row": occasion_rows([found], {found.course_id: found.course})[0],
        "forms": offered,
        "failed": failed,
        **way_here(request, MenuItem(_("Organise training"), "../", is_current=False)),
    }
    status = 422 if failed is not None else 200
    return TemplateResponse(request, "training/occasions/organise_one.html", context, status=status)


def _moved_on(request: HttpRequest, found: Occasion) -> HttpResponse:
    messages.info(
        request,
        _(
            "Nothing was changed: somebody has changed the occasion since the page was opened. Look at it again."
        ),
    )
    return redirect(request.path)
