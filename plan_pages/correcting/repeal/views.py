"""The two pages of a repeal: one person enters what was decided, another compares it with the minutes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.forms.numbers import number_in
from plan_pages.correcting.doors import for_those_who_work, sentences_of
from plan_pages.correcting.living import in_force_today
from plan_pages.correcting.repeal import acting
from plan_pages.correcting.repeal.consequence import consequences, places_with_a_plan
from plan_pages.correcting.repeal.forms import ConfirmForm, DecisionForm, DeclineForm, ReasonForm
from plan_pages.correcting.repeal.models import Repeal, RepealState
from plan_pages.correcting.repeal.rows import rows_of
from plan_pages.correcting.repeal.rules import may_confirm, may_go_on_with, may_prepare
from plan_pages.correcting.roles import CONFIRMERS, PREPARERS
from plan_pages.editions.history import History
from plan_pages.showing.standing import label_of


@for_those_who_work(*PREPARERS, *CONFIRMERS)
def start(request: HttpRequest, history: History) -> HttpResponse:
    places = places_with_a_plan(history, clock.today())
    barred = may_prepare(request.user).why_not
    posted = request.POST if request.method == "POST" and not barred else None
    reason, decision = ReasonForm(posted), DecisionForm(posted, list(places), request.user)
    # Both are read, so that everything that is wrong is said at once.
    if posted is not None and all([reason.is_valid(), decision.is_valid()]):
        try:
            found = acting.prepare(
                history.series, request.user, reason.cleaned_data["reason"], decision.save(commit=False)
            )
        except ValidationError as refusal:
            add_errors(decision, refusal)
        else:
            messages.success(
                request, _("The repeal is entered; a second person compares it with the minutes.")
            )
            return redirect("repeals:one", found.pk)
    repeals = Repeal.objects.filter(series=history.series)
    context = {
        "editions": [label_of(edition) for edition in in_force_today(history, clock.today())],
        "places": list(places.values()),
        "barred": barred,
        "forms": [reason, decision],
        "waiting": repeals.filter(state=RepealState.WAITING).first(),
        "earlier": repeals.exclude(state=RepealState.WAITING),
    }
    return _rendered(request, "start", context, [reason, decision])


@for_those_who_work(*PREPARERS, *CONFIRMERS)
def one(request: HttpRequest, history: History, pk: int) -> HttpResponse:
    found = get_object_or_404(
        Repeal.objects.select_related("prepared_by", "answered_by", "edition__series"),
        pk=pk,
        series=history.series,
    )
    way = request.POST.get("way", "") if request.method == "POST" else ""
    forms = _forms(request, history, found, way)
    if way and (way not in forms or forms[way].is_valid()):
        try:
            done = _act(request, found, way, forms)
        except ValidationError as refusal:
            if way != "add":
                messages.error(request, sentences_of(refusal))
                return redirect(request.path)
            add_errors(forms["add"], refusal)
        except PermissionDenied as refusal:
            messages.error(request, sentences_of(refusal))
            return redirect(request.path)
        else:
            if done:
                messages.success(request, done)
            return redirect(request.path)
    return _page(request, history, found, forms)


def _forms(request: HttpRequest, history: History, found: Repeal, way: str) -> dict[str, BaseForm]:
    """By the way they are sent; only the one that was sent is bound."""
    entered = set(found.decisions.values_list("municipality__code", flat=True))
    places = [code for code in places_with_a_plan(history, clock.today()) if code not in entered]
    posted = {name: request.POST if way == name else None for name in ("add", "confirm", "decline")}
    return {
        "add": DecisionForm(posted["add"], places, request.user),
        "confirm": ConfirmForm(posted["confirm"], initial={"seen": acting.mark_of(found, history)}),
        "decline": DeclineForm(posted["decline"]),
    }


def _act(request: HttpRequest, found: Repeal, way: str, forms: dict[str, Any]) -> str:
    """The sentence of what was done; "" for a way that there is not."""
    match way:
        case "add":
            acting.add(found, request.user, forms["add"].save(commit=False))
            return _("The decision is entered.")
        case "take_away":
            number = request.POST.get("decision", "")
            acting.take_away(found, request.user, number_in(number) or 0)
            return _("The decision is taken away.")
        case "confirm":
            edition = acting.confirm(found, request.user, forms["confirm"].cleaned_data["seen"])
            return _("The repeal is sealed as number %(number)s.") % {"number": str(edition.number)}
        case "decline":
            acting.decline(found, request.user, forms["decline"].cleaned_data["note"])
            return _("The repeal is declined; who entered it reads why.")
        case "withdraw":
            acting.withdraw(found, request.user)
            return _("The repeal is withdrawn; nothing was changed.")
    return ""


def _page(request: HttpRequest, history: History, found: Repeal, forms: dict[str, BaseForm]) -> HttpResponse:
    decisions = acting.decisions_of(found)
    add: Any = forms["add"]
    context = {
        "repeal": found,
        "is_waiting": found.is_waiting,
        "editions": [label_of(edition) for edition in in_force_today(history, clock.today())],
        "decisions": [(row, rows_of(row)) for row in decisions],
        "consequences": consequences(history, decisions, clock.today()) if found.is_waiting else [],
        "barred": may_confirm(request.user, found).why_not,
        "goes_on": found.is_waiting and bool(may_go_on_with(request.user, found)),
        "more_places": add.fields["municipality"].queryset.exists(),
        "add_form": forms["add"],
        "confirm_form": forms["confirm"],
        "decline_form": forms["decline"],
        "forms": list(forms.values()),
    }
    return _rendered(request, "repeal", context, list(forms.values()))


def _rendered(
    request: HttpRequest, name: str, context: dict[str, Any], forms: list[BaseForm]
) -> HttpResponse:
    status = 422 if any(form.errors for form in forms) else 200
    return TemplateResponse(request, f"plan_pages/correcting/repeal/{name}.html", context, status=status)


def add_errors(form: BaseForm, refusal: ValidationError) -> None:
    """On the very field where the refusal names one of this form's."""
    if hasattr(refusal, "error_dict") and set(refusal.error_dict) - set(form.fields):
        refusal = ValidationError(refusal.messages)
    form.add_error(None, refusal)
