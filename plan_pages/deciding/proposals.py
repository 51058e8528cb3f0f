"""Proposals that wait, by section, and the answer to one: for those who write the next edition."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from handslag.revision_proposals import title_of
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.proposals.answering import answer, may_answer, version_of
from plan_pages.proposals.forms import AnswerForm
from plan_pages.proposals.model import ProposalAnswer, RevisionProposal
from plan_pages.proposals.sections import by_section, title_of_section
from plan_pages.proposals.standing import answer_of, waiting_in
from plan_pages.proposals.state import state_of
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.rules import may
from plan_pages.road.table import Action
from plan_pages.road.text import latest_revision, text_of


@never_cache
@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for those who do not answer: names of proposers are theirs alone."""
    if not may_answer(request.user):
        raise Http404
    series = (
        EditionSeries.objects.filter(address=ActionPlanPage.series_address).select_related("page").first()
    )
    matter = _open_matter(series)
    revision = latest_revision(series) if series is not None else None
    rows = waiting_in(series).select_related("raised_by") if series is not None else ()
    context = {
        "groups": by_section(rows, text_of(revision) if revision is not None else None),
        "answered": _answered_in(matter),
        "matter": matter,
        "barred": _barred(request, matter),
    }
    return TemplateResponse(request, "plan_pages/deciding/proposals.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for those who do not answer."""
    if not may_answer(request.user):
        raise Http404
    found = get_object_or_404(
        RevisionProposal.objects.select_related("series", "edition", "raised_by"), pk=pk
    )
    if request.method != "POST":
        return _page(request, found)
    form = AnswerForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            answer(found, request.user, data["verdict"], data["text"], data["seen"])
        except PermissionDenied as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Your answer is saved."))
            return redirect("decisions:proposals")
    return _page(request, found, form)


def _page(request: HttpRequest, found: RevisionProposal, form: AnswerForm | None = None) -> HttpResponse:
    present = answer_of(found)
    matter = _open_matter(found.series)
    is_for_good = present is not None and (matter is None or present.matter_id != matter.pk)
    context: dict[str, Any] = {
        "proposal": found,
        "section": title_of_section(found),
        "source": title_of(found.source),
        "state": state_of(found),
        "matter": matter,
        "is_for_good": is_for_good,
        "barred": _barred(request, matter),
        "form": form or AnswerForm(initial=_initial(present)),
        # The answer that this page shows, also when an older page was sent.
        "seen": version_of(present),
    }
    status = 422 if form is not None else 200
    return TemplateResponse(request, "plan_pages/deciding/proposal.html", context, status=status)


def _initial(present: ProposalAnswer | None) -> dict[str, str]:
    """Nothing is chosen beforehand; an answer that stands is there to be changed."""
    return {"verdict": present.verdict, "text": present.text} if present is not None else {}


def _open_matter(series: EditionSeries | None) -> Matter | None:
    """Nothing is begun by looking."""
    return Matter.objects.exclude(stage=Stage.CLOSED).filter(series=series).first() if series else None


def _barred(request: HttpRequest, matter: Matter | None) -> str:
    """Why nothing can be answered now; "" where it can, and before any matter is open."""
    if matter is None or may(request.user, Action.PREPARE, matter):
        return ""
    return _(
        "Proposals are not answered while the board has the text: what it reads beside the text stands still."
    )


def _answered_in(matter: Matter | None) -> list[ProposalAnswer]:
    if matter is None:
        return []
    return list(
        ProposalAnswer.objects.filter(matter=matter)
        .select_related("proposal")
        .order_by("-answered_at", "-pk")
    )
