"""The list of matters, one matter with everything that is answered there, and its text."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from handslag.access.people import has_role, is_break_glass, is_signed_in
from plan_pages.deciding.answer_forms import AnswerForm
from plan_pages.deciding.answering import WAYS, form_of
from plan_pages.deciding.context import context_of
from plan_pages.deciding.doors import for_a_matter, for_the_road, with_its_rows
from plan_pages.deciding.listing import listing
from plan_pages.deciding.names import name_of_matter, prepare_address
from plan_pages.deciding.refusals import REFUSALS, sentences_of
from plan_pages.deciding.stake import Stake, stake_of
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Matter
from plan_pages.road.rules import may, may_see
from plan_pages.road.table import EDITORS, Action
from plan_pages.showing.document import rendered

# Whose comment is begun: a link beside each changed section.
SECTION = "avsnitt"


@for_the_road
@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    series = EditionSeries.objects.filter(address=ActionPlanPage.series_address).first()
    writes = is_break_glass(request.user) or has_role(request.user, *EDITORS)
    context = {
        "listing": listing(request.user, request.GET.get("page", "")),
        "prepare_url": prepare_address(series) if series is not None and writes else "",
    }
    return TemplateResponse(request, "plan_pages/deciding/matters.html", context)


@for_a_matter
@require_http_methods(["GET", "HEAD", "POST"])
def matter(request: HttpRequest, found: Matter) -> HttpResponse:
    stake = stake_of(found)
    form = _sent(request, stake)
    if form is None:
        return _matter_page(request, found, stake)
    if form.is_valid():
        try:
            said = WAYS[request.POST["way"]].act(found, request.user, form.cleaned_data)
        except REFUSALS as refusal:
            for sentence in sentences_of(refusal):
                form.add_error(None, sentence)
        else:
            messages.success(request, said)
            return redirect(_next(found, request.user, request.POST["way"]))
    # Somebody else may have been faster: what is shown is how things stand now.
    found = with_its_rows(found.pk)
    form.now_about(found.digest)
    return _matter_page(request, found, stake_of(found), form)


@for_a_matter
@require_safe
def text(request: HttpRequest, found: Matter) -> HttpResponse:
    """The whole text at stake; `andringar=1` marks what differs from what was decided."""
    stake = stake_of(found)
    marks = stake.base is not None and request.GET.get("andringar") == "1"
    body = ""
    if stake.document is not None:
        comparison = stake.found.comparison if marks and stake.found is not None else None
        body = rendered(stake.document, comparison, stake.base_label.lower() if marks else "")
    context = {
        "matter": found,
        "stake": stake,
        "body": body,
        "marks": marks,
        "title": name_of_matter(found),
        "is_guest": not may_see(request.user),
        "stage": found.get_stage_display(),
    }
    return TemplateResponse(request, "plan_pages/deciding/text.html", context)


def _next(found: Matter, user: Any, way: str) -> str:
    """Who approves and keeps the minutes too goes straight on; everyone else stays with the matter."""
    if way == "approve" and may(user, Action.RECORD, Matter.objects.get(pk=found.pk)):
        return reverse("decisions:record", args=[found.pk])
    return reverse("decisions:matter", args=[found.pk])


def _sent(request: HttpRequest, stake: Stake) -> AnswerForm | None:
    """The form of the way that was sent; None for a page that is only read, and for a way that there is not."""
    way = request.POST.get("way", "") if request.method == "POST" else ""
    return form_of(way, stake, request.POST) if way in WAYS else None


def _matter_page(
    request: HttpRequest, found: Matter, stake: Stake, failed: AnswerForm | None = None
) -> HttpResponse:
    facts = RoadFacts([found])
    shown: dict[str, Any] = {}
    for name, way in WAYS.items():
        if may(request.user, way.action, found, facts):
            is_sent = failed is not None and isinstance(failed, way.form)
            initial = {"seen": found.digest, "section": request.GET.get(SECTION, "")}
            shown[f"{name}_form"] = failed if is_sent else form_of(name, stake, initial=initial)
    context = {
        **context_of(found, stake, request.user),
        **shown,
        "failed": failed,
        # What was sent stays on the page, also when it may not be done any more.
        "lost": failed.typed if failed is not None and failed not in shown.values() else [],
        "is_account": is_signed_in(request.user),
    }
    status = 422 if failed is not None else 200
    return TemplateResponse(request, "plan_pages/deciding/matter.html", context, status=status)
