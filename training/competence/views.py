"""One's own training, and the units' in numbers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handslag import clock
from handslag.forms.done import redirect_to_message
from handslag.forms.numbers import number_in
from handslag.places.sizes import LEAST
from training.catalogue.below import below_catalogue, course_addresses, way_here
from training.competence import acting, tables
from training.competence.covering import UnitFigures, figures_for
from training.competence.forms import EarlierForm
from training.competence.kinds import Coverage, EarlierState
from training.competence.learned import learned_by, to_refresh
from training.competence.rules import may_confirm, sees_figures, to_confirm
from training.competence.validity import earlier_months
from training.managers.people_units import accounts_have_units, unit_of

MOST_SHOWN = 100


@below_catalogue()
def own(request: HttpRequest) -> HttpResponse:
    """What one learned, when, and until when it holds; training had elsewhere is entered here."""
    form = EarlierForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if acting.enter(request.user, **form.cleaned_data):
            messages.success(request, _("It is entered. It counts when your manager has confirmed it."))
        else:
            messages.info(request, _("You have entered this already; it is kept once."))
        return redirect_to_message("competence:own")
    learned = learned_by(request.user)
    addresses = course_addresses(request.user, (one.course for one in learned))
    context = {
        "form": form,
        "today": clock.today(),
        "learned": [(one, addresses.get(one.course, "")) for one in learned],
        "refresh": to_refresh(learned, clock.today()),
        "earlier_months": earlier_months(),
        "has_unit": unit_of(request.user) is not None,
        "sees_figures": sees_figures(request.user),
        "may_confirm": may_confirm(request.user),
        "crumbs": way_here(request),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "training/competence/own.html", context, status=status)


@below_catalogue()
@require_POST
def take_away(request: HttpRequest, pk: int) -> HttpResponse:
    if acting.take_away(request.user, pk):
        messages.success(request, _("The training had elsewhere is taken away."))
    return redirect("competence:own")


@below_catalogue(lambda request: sees_figures(request.user))
def units(request: HttpRequest) -> HttpResponse:
    """In numbers. Raises Http404 for those who answer for no unit."""
    rows = figures_for(request.user, clock.today())
    counts = tables.tally(rows)
    context = {
        "has_units": accounts_have_units(),
        "table": tables.table(rows),
        "half": [row for row in rows if _stands(row, Coverage.HALF)],
        "uncovered": [row for row in rows if _stands(row, Coverage.UNCOVERED)],
        "counts": [(Coverage(name).label, number) for name, number in counts.items()],
        "hidden": sum(row.figures is None for row in rows),
        "least": LEAST,
        "may_confirm": may_confirm(request.user),
        "crumbs": _below_own(request),
    }
    return TemplateResponse(request, "training/competence/units.html", context)


@below_catalogue(lambda request: may_confirm(request.user))
def confirm(request: HttpRequest) -> HttpResponse:
    """Training had elsewhere by the people of one's units."""
    if request.method == "POST":
        return _decide(request)
    waiting = to_confirm(request.user)
    context = {
        "waiting": waiting[:MOST_SHOWN],
        "more": max(0, waiting.count() - MOST_SHOWN),
        "crumbs": _below_own(request),
    }
    return TemplateResponse(request, "training/competence/confirm.html", context)


def _decide(request: HttpRequest) -> HttpResponse:
    number = request.POST.get("record", "")
    state = EarlierState.CONFIRMED if "confirm" in request.POST else EarlierState.DECLINED
    try:
        acting.decide(request.user, number_in(number) or 0, state)
    except acting.MovedOnError:
        messages.info(
            request, _("Nothing was changed: it has been decided already, or is not yours to decide.")
        )
    else:
        done = (
            _("It is confirmed and counts now.")
            if state == EarlierState.CONFIRMED
            else _("It does not count.")
        )
        messages.success(request, done)
    return redirect("competence:confirm")


def _stands(row: UnitFigures, where: Coverage) -> bool:
    return row.unit is not None and row.figures is not None and row.figures.coverage == where


def _below_own(request: HttpRequest) -> list[Any]:
    return way_here(request, (_("My competence"), reverse("competence:own")))
