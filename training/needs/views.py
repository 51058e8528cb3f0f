"""What the units need: managers and the coordinator enter it, employees suggest, the coordinator answers."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from training.catalogue.below import below_catalogue, course_addresses, way_here
from training.catalogue.kinds import CourseKind
from training.managers.people_units import unit_of
from training.needs import acting
from training.needs.forms import AnswerForm, NeedForm
from training.needs.kinds import NeedState
from training.needs.rules import known_needs, may_answer, units_to_enter_for

ON_A_PAGE = 25


@below_catalogue()
def all_of_them(request: HttpRequest) -> HttpResponse:
    """Needs without a course on top."""
    rows, kind = known_needs(request.user), request.GET.get("typ", "")
    if kind in CourseKind.values:
        rows = rows.filter(kind=kind)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    addresses = course_addresses(request.user, (need.course_id for need in page))
    context = {
        "page": page,
        "listed": [(need, need.course_id in addresses, addresses.get(need.course_id, "")) for need in page],
        "kinds": CourseKind.choices,
        "kind": kind,
        "may_answer": may_answer(request.user),
        "may_enter": units_to_enter_for(request.user).exists(),
        "crumbs": way_here(request),
    }
    return TemplateResponse(request, "training/needs/list.html", context)


@below_catalogue(lambda request: units_to_enter_for(request.user).exists())
def add(request: HttpRequest) -> HttpResponse:
    initial = {"unit": unit_of(request.user)}
    form = NeedForm(request.user, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        need, is_new = acting.enter(request.user, form.cleaned_data)
        if not is_new:
            messages.info(request, _("You have sent this already; it is kept once."))
        elif need.is_suggestion:
            messages.success(request, _("Thank you. The suggestion is with the coordinator."))
        else:
            messages.success(request, _("The need is entered."))
        return redirect("needs:list")
    context = {"form": form, "crumbs": way_here(request, (_("Training needs"), reverse("needs:list")))}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "training/needs/add.html", context, status=status)


@below_catalogue(lambda request: may_answer(request.user))
def one(request: HttpRequest, pk: int) -> HttpResponse:
    need = get_object_or_404(known_needs(request.user), pk=pk)
    initial = {
        "state": need.state,
        "course": need.course_id,
        "occasion": need.occasion_id,
        "reason": need.reason,
        "changed_at": need.changed_at,
    }
    form = AnswerForm(request.user, need, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            acting.answer(need.pk, form.cleaned_data, form.cleaned_data["changed_at"])
        except acting.NotOpenError:
            form.add_error("occasion", _("The occasion is not open any more; choose another."))
        except acting.AnsweredMeanwhileError:
            form = _anew(request, pk, initial)
        else:
            messages.success(request, _("The answer is saved."))
            return redirect("needs:list")
    context = {
        "form": form,
        "need": need,
        "is_without_course": need.course is None and need.state == NeedState.OPEN,
        "crumbs": way_here(request, (_("Training needs"), reverse("needs:list"))),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "training/needs/answer.html", context, status=status)


def _anew(request: HttpRequest, pk: int, initial: dict[str, Any]) -> AnswerForm:
    """What was typed is still there, and may be saved by who has seen what the need says now."""
    need = get_object_or_404(known_needs(request.user), pk=pk)
    data = request.POST.copy()
    data["changed_at"] = need.changed_at.isoformat()
    form = AnswerForm(request.user, need, data, initial=initial)
    sentence = _(
        "Somebody else answered meanwhile: it is now %(state)s. Save again if your answer is to stand."
    )
    form.add_error(None, sentence % {"state": need.get_state_display()})
    return form
