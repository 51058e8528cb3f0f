"""One round: its steps, who signed them, and what the reader may do with it. Printed as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from contacts.bodies.keepers import may_keep_body
from contacts.routines import keeping
from contacts.routines.forms import EndForm, SignForm, WithdrawForm
from contacts.routines.rules import functions_to_sign_for, may_withdraw, runs_seen_by
from contacts.routines.run import RoutineRun, RunStep
from contacts.routines.signature import StepSignature
from contacts.routines.sources import source_for
from handslag.access.people import Person
from handslag.access.reading import record_page_reading
from handslag.access.visibility import may_see
from handslag.forms.moved_on import MovedOnError


@dataclass(frozen=True)
class Line:
    """A step, the signature that stands, and those that were taken back."""

    step: RunStep
    standing: StepSignature | None
    withdrawn: list[StepSignature]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for those who may not know of it."""
    found = _found(request, pk)
    lines = list(_lines(found))
    given = _forms(request, found, lines)
    if request.method != "POST":
        return _page(request, found, lines, given)
    way = request.POST.get("way", "")
    if way not in given:
        return _moved_on(request, pk)
    if not given[way].is_valid():
        return _page(request, found, lines, given, status=422)
    try:
        _act(way, found, request.user, given[way].cleaned_data)
    except (MovedOnError, PermissionError):
        return _moved_on(request, pk)
    messages.success(request, DONE[way]())
    return redirect("routines:run", found.pk)


DONE = {
    "sign": lambda: _("Signed."),
    "withdraw": lambda: _("The signature is withdrawn; it stays to be read, with the reason."),
    "end": lambda: _("The round is ended."),
}


def _found(request: HttpRequest, pk: int) -> RoutineRun:
    rows = runs_seen_by(request.user).with_progress()
    beside = ("body__locale", "meeting__locale", "source_document", "begun_by", "ended_by")
    return get_object_or_404(rows.select_related(*beside), pk=pk)


def _act(way: str, run: RoutineRun, user: Any, data: dict[str, Any]) -> None:
    match way:
        case "sign":
            keeping.sign(run, user, data["function"], data["steps"])
        case "withdraw":
            keeping.withdraw(run, user, data["signature"], data["why"])
        case _:
            keeping.end(run, user, data["why"])


def _lines(run: RoutineRun) -> Iterator[Line]:
    signatures = StepSignature.objects.select_related("signed_by", "withdrawn_by", "step")
    for step in run.steps.prefetch_related(Prefetch("signatures", queryset=signatures)):
        rows = list(step.signatures.all())
        standing = next((row for row in rows if row.withdrawn_at is None), None)
        yield Line(step, standing, [row for row in rows if row.withdrawn_at is not None])


def _forms(request: HttpRequest, run: RoutineRun, lines: list[Line]) -> dict[str, forms.Form]:
    """What the reader may do now; only the one that was sent is bound."""
    if run.ended_at is not None:
        return {}
    way = request.POST.get("way", "") if request.method == "POST" else ""

    def sent(name: str) -> dict[str, Any]:
        return {"data": request.POST if way == name else None, "prefix": name}

    given: dict[str, forms.Form] = {}
    functions = functions_to_sign_for(request.user, run.body)
    unsigned = [line.step for line in lines if line.standing is None]
    # What was signed a moment ago is sent again with the page that showed it unsigned.
    choices = [line.step for line in lines] if way == "sign" else unsigned
    if (unsigned or way == "sign") and len(functions):
        given["sign"] = SignForm(**sent("sign"), steps=choices, functions=functions)
    mine = [line.standing for line in lines if line.standing and may_withdraw(request.user, line.standing)]
    if mine:
        given["withdraw"] = WithdrawForm(**sent("withdraw"), signatures=mine)
    if unsigned and may_keep_body(request.user):
        given["end"] = EndForm(**sent("end"))
    return given


def _page(
    request: HttpRequest,
    run: RoutineRun,
    lines: list[Line],
    given: dict[str, forms.Form],
    status: int = 200,
    kept: str = "",
) -> HttpResponse:
    record_page_reading(request.user, run.body)
    context = {
        "run": run,
        "lines": lines,
        "forms": given,
        "failed": next((form for form in given.values() if form.is_bound), None),
        "source": source_for(run, request.user),
        "meeting": _meeting(run, request.user),
        "kept": kept,
    }
    return TemplateResponse(request, "contacts/routines/run.html", context, status=status)


def _meeting(run: RoutineRun, user: Person) -> Any:
    """A meeting may be closed to more people than its body."""
    meeting = run.meeting
    return meeting if meeting is not None and meeting.live and may_see(user, meeting) else None


def _moved_on(request: HttpRequest, pk: int) -> HttpResponse:
    """As the round stands now. What was typed is in its form still, or beside it where the form is offered no more."""
    found = _found(request, pk)
    lines = list(_lines(found))
    given = _forms(request, found, lines)
    sentence = _("Nothing was changed: the round has moved on since the page was opened. Read it again.")
    way = request.POST.get("way", "")
    if way in given:
        # It is about what the page showed, and not about single fields.
        given[way].errors.clear()
        given[way].add_error(None, sentence)
        return _page(request, found, lines, given, status=409)
    messages.info(request, sentence)
    return _page(request, found, lines, given, status=409, kept=request.POST.get(f"{way}-why", ""))
