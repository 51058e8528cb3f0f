"""The editor's page before a text is submitted: what changes and why, and what the law and the board will ask."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plan_pages.deciding.changed import shown_changes
from plan_pages.deciding.context import address_of
from plan_pages.deciding.doors import for_the_road
from plan_pages.deciding.names import name_of_matter
from plan_pages.deciding.prepare_forms import PrepareForm
from plan_pages.deciding.refusals import REFUSALS, sentences_of
from plan_pages.deciding.stake import Stake, stake_of
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road import preparing
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.missing import Missing
from plan_pages.road.rules import may
from plan_pages.road.table import Action
from plan_pages.workflow import doors


@for_the_road
@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: HttpRequest, address: str = ActionPlanPage.series_address) -> HttpResponse:
    """Raises Http404 where there is no plan."""
    series = EditionSeries.objects.filter(address=address).select_related("page").first()
    if series is None:
        raise Http404
    matter = Matter.objects.exclude(stage=Stage.CLOSED).filter(series=series).first() or Matter(series=series)
    if not (answer := may(request.user, Action.PREPARE, matter)):
        messages.error(request, answer.why_not)
        return redirect("decisions:matter", matter.pk) if matter.pk else redirect("decisions:matters")
    stake = stake_of(matter)
    sent = request.POST if request.method == "POST" else None
    form = PrepareForm(sent, matter=matter, changes=stake.found)
    if request.method == "POST":
        return _save(request, matter, stake, form)
    return _page(request, matter, stake, form)


def _save(request: HttpRequest, matter: Matter, stake: Stake, form: PrepareForm) -> HttpResponse:
    """What can be saved is saved; then it is said what cannot, and what is missing."""
    form.is_valid()
    submits = "submit" in request.POST and matter.stage == Stage.DRAFTING
    lacks: list[Missing] = []
    is_saved = False
    try:
        matter = preparing.prepare(matter, request.user, form.given())
        is_saved = True
        if submits:
            lacks = preparing.lacking(matter)
        if submits and not lacks and form.is_valid():
            matter = doors.submit(matter, request.user)
    except REFUSALS as refusal:
        for sentence in sentences_of(refusal):
            form.add_error(None, sentence)
    if form.errors or lacks:
        # Where all of it was saved the page begins anew: the next one counts from what is there now.
        shown = form if form.errors else PrepareForm(matter=matter, changes=stake.found)
        return _page(request, matter, stake, shown, status=422, lacks=lacks, is_saved=is_saved)
    if not submits:
        messages.success(request, _("Saved. Nothing is submitted yet."))
        return redirect(request.path)
    messages.success(request, _("Submitted. The text stands still until it is decided or taken back."))
    return redirect("decisions:matter", matter.pk)


def _page(
    request: HttpRequest,
    matter: Matter,
    stake: Stake,
    form: PrepareForm,
    *,
    status: int = 200,
    lacks: Sequence[Missing] = (),
    is_saved: bool = False,
) -> HttpResponse:
    changes = shown_changes(stake)
    fields = form.reason_fields()
    context = {
        "matter": matter,
        "title": name_of_matter(matter),
        "form": form,
        "stake": stake,
        "lacks": [(one.sentence, address_of(one, matter)) for one in lacks],
        "is_saved": is_saved,
        "changes": [
            (change, fields[change.id])
            for change in (changes.sections if changes else [])
            if change.id in fields
        ],
        "matches": form.match_fields(),
        "may_submit": matter.stage == Stage.DRAFTING,
        "questions": [
            form["orders_mapping"],
            form["singles_out"],
            form["describes_few"],
            form["answers_note"],
        ],
        "law": [form["law_checked_by"], form["law_checked_on"]],
        "referral": [form["asks_referral"], form["no_referral_reason"]],
    }
    return TemplateResponse(request, "plan_pages/deciding/prepare.html", context, status=status)
