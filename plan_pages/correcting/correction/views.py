"""The two pages of a correction: one writes it, another approves it. They work without scripts."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag import clock
from plan_pages.correcting.correction import acting
from plan_pages.correcting.correction.forms import CorrectionForm, DeclineForm
from plan_pages.correcting.correction.models import Correction, CorrectionState
from plan_pages.correcting.correction.rules import may_answer_correction, may_propose
from plan_pages.correcting.correction.shown import shown, table_of
from plan_pages.correcting.doors import for_those_who_work, sentences_of
from plan_pages.correcting.living import chosen, in_force_today, living
from plan_pages.correcting.roles import OWNERS, PROPOSERS
from plan_pages.documents import EditionDocument
from plan_pages.editions.history import History
from plan_pages.seal.texts import document_of
from plan_pages.showing.helplines import FACT, register_today
from plan_pages.showing.standing import label_of

EDITION = "utgava"
SHOWN = 20


@for_those_who_work(*PROPOSERS, *OWNERS)
def start(request: HttpRequest, history: History) -> HttpResponse:
    """The sealed facts of one edition, to be corrected where they stand."""
    editions = living(history, clock.today())
    base = chosen(editions, request.GET.get(EDITION, ""), in_force_today(history, clock.today()))
    barred = may_propose(request.user).why_not
    form, status = None, 200
    if base is not None and not barred:
        posted = request.POST if request.method == "POST" else None
        document = document_of(base)
        form = CorrectionForm(posted, base, document, editions, _known(document, request.GET.get(FACT, "")))
        if form.is_valid():
            try:
                found = acting.propose(history.series, request.user, form.proposal())
            except ValidationError as refusal:
                form.add_error(None, refusal.messages)
            else:
                messages.success(request, _("The correction is sent; a second person approves it."))
                return redirect("corrections:one", found.pk)
        status = 422 if form.errors else 200
    corrections = Correction.objects.filter(series=history.series)
    context = {
        "base": base,
        "label": label_of(base) if base is not None else "",
        "others": [(label_of(one), f"?{EDITION}={one.main}") for one in editions if one != base],
        "form": form,
        "barred": barred,
        "waiting": corrections.filter(state=CorrectionState.WAITING).first(),
        "earlier": corrections.exclude(state=CorrectionState.WAITING)[:SHOWN],
    }
    return TemplateResponse(request, "plan_pages/correcting/correction/start.html", context, status=status)


def _known(document: EditionDocument, fact: str) -> dict[str, str]:
    """The number that holds today of the fact an address names. It is read here: an address carries no number."""
    if not fact:
        return {}
    said = register_today().beside(document).get(fact)
    return {fact: said.number} if said is not None and said.number else {}


@for_those_who_work(*PROPOSERS, *OWNERS)
def one(request: HttpRequest, history: History, pk: int) -> HttpResponse:
    found = get_object_or_404(
        Correction.objects.select_related("author", "answered_by"), pk=pk, series=history.series
    )
    form = DeclineForm(request.POST if request.POST.get("way") == "decline" else None)
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        _answer(request, found, form)
        return redirect(request.path)
    return _page(request, found, form)


def _answer(request: HttpRequest, found: Correction, form: DeclineForm) -> None:
    try:
        match request.POST.get("way"):
            case "approve":
                sealed = acting.approve(found, request.user)
                messages.success(request, _sealed_sentence([str(edition.number) for edition in sealed]))
            case "decline":
                acting.decline(found, request.user, form.cleaned_data["note"])
                messages.success(request, _("The correction is declined; who proposed it reads why."))
            case "withdraw":
                acting.withdraw(found, request.user)
                messages.success(request, _("The correction is withdrawn; nothing was changed."))
    except (ValidationError, PermissionDenied) as refusal:
        messages.error(request, sentences_of(refusal))


def _page(request: HttpRequest, found: Correction, form: DeclineForm) -> HttpResponse:
    context: dict[str, Any] = {
        "correction": found,
        "is_waiting": found.is_waiting,
        "table": table_of(found),
        "editions": shown(found),
        "barred": may_answer_correction(request.user, found).why_not if found.is_waiting else "",
        "is_author": found.author_id == request.user.pk,
        "form": form,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(
        request, "plan_pages/correcting/correction/correction.html", context, status=status
    )


def _sealed_sentence(numbers: list[str]) -> str:
    return ngettext(
        "Edition %(numbers)s is sealed with the correction.",
        "Editions %(numbers)s are sealed with the correction.",
        len(numbers),
    ) % {"numbers": ", ".join(numbers)}
