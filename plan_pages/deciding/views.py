"""The list of matters, one matter with everything that is answered there, and its text."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.access.people import has_role, is_break_glass, is_signed_in
from plan_pages.deciding.answer_forms import ApproveForm, CommentForm, InviteForm, ReturnForm, WithdrawForm
from plan_pages.deciding.context import context_of, sections_to_comment
from plan_pages.deciding.doors import for_a_matter, for_the_road
from plan_pages.deciding.listing import listing
from plan_pages.deciding.names import name_of_matter, prepare_address
from plan_pages.deciding.refusals import REFUSALS, sentences_of
from plan_pages.deciding.stake import Stake, stake_of
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.commenting import comment
from plan_pages.road.guests import invite
from plan_pages.road.matter import Matter
from plan_pages.road.rules import may, name_of
from plan_pages.road.table import EDITORS, Action
from plan_pages.showing.document import rendered
from plan_pages.workflow import doors

type Act = Callable[[Matter, Any, dict[str, Any]], str]


@for_the_road
@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    series = EditionSeries.objects.filter(address=ActionPlanPage.series_address).first()
    writes = is_break_glass(request.user) or has_role(request.user, *EDITORS)
    context = {
        "listing": listing(request.user),
        "prepare_url": prepare_address(series) if series is not None and writes else "",
    }
    return TemplateResponse(request, "plan_pages/deciding/matters.html", context)


@for_a_matter
@require_http_methods(["GET", "HEAD", "POST"])
def matter(request: HttpRequest, found: Matter) -> HttpResponse:
    stake = stake_of(found)
    answers = _forms(request, found, stake)
    if request.method == "POST" and (way := request.POST.get("way", "")) in answers:
        form = answers[way]
        if form.is_valid():
            try:
                said = _ACTS[way](found, request.user, form.cleaned_data)
            except REFUSALS as refusal:
                for sentence in sentences_of(refusal):
                    form.add_error(None, sentence)
            else:
                messages.success(request, said)
                return redirect(_next(found, request.user, way))
        found = Matter.objects.select_related("series__page", "edition", "revision", "submitted_by").get(
            pk=found.pk
        )
        return _matter_page(request, found, stake_of(found), answers, status=422)
    return _matter_page(request, found, stake, answers)


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
        "stage": found.get_stage_display(),
    }
    return TemplateResponse(request, "plan_pages/deciding/text.html", context)


def _next(found: Matter, user: Any, way: str) -> str:
    """Who approves and keeps the minutes too goes straight on; everyone else stays with the matter."""
    if way == "approve" and may(user, Action.RECORD, Matter.objects.get(pk=found.pk)):
        return reverse("decisions:record", args=[found.pk])
    return reverse("decisions:matter", args=[found.pk])


def _forms(request: HttpRequest, found: Matter, stake: Stake) -> dict[str, forms.Form]:
    """Only the one that was sent is bound; the others are there for the page."""
    way = request.POST.get("way", "") if request.method == "POST" else ""

    def one(name: str, form: type[forms.Form], **fields: Any) -> forms.Form:
        data = request.POST if way == name else None
        return form(data, initial={"seen": found.digest}, **fields)

    return {
        "approve": one("approve", ApproveForm),
        "return": one("return", ReturnForm),
        "withdraw": one("withdraw", WithdrawForm),
        "comment": one("comment", CommentForm, sections=sections_to_comment(stake)),
        "invite": one("invite", InviteForm),
    }


def _matter_page(
    request: HttpRequest, found: Matter, stake: Stake, answers: dict[str, forms.Form], status: int = 200
) -> HttpResponse:
    user = request.user
    offered = {
        "approve_form": Action.APPROVE,
        "return_form": Action.RETURN,
        "withdraw_form": Action.WITHDRAW,
        "comment_form": Action.COMMENT,
        "invite_form": Action.INVITE_REVIEWER,
    }
    shown = {
        name: answers[name.removesuffix("_form")]
        for name, action in offered.items()
        if may(user, action, found)
    }
    context = {
        **context_of(found, stake, user),
        **shown,
        # What was sent stays on the page, also when it may not be done any more.
        "sent": [form for form in answers.values() if form.is_bound and form.errors],
        "is_account": is_signed_in(user),
    }
    return TemplateResponse(request, "plan_pages/deciding/matter.html", context, status=status)


def _approve(found: Matter, user: Any, data: dict[str, Any]) -> str:
    now = doors.act(found, user, "approve", comment=data["text"], seen=data["seen"])
    return _("Approved. The matter is now: %(stage)s.") % {"stage": now.get_stage_display()}


def _return(found: Matter, user: Any, data: dict[str, Any]) -> str:
    doors.act(found, user, "reject", comment=data["text"], seen=data["seen"])
    return _("Returned to drafting with what you wrote.")


def _withdraw(found: Matter, user: Any, data: dict[str, Any]) -> str:
    doors.act(found, user, "withdraw", comment=data["text"])
    return _("Taken back. The draft can be changed again.")


def _comment(found: Matter, user: Any, data: dict[str, Any]) -> str:
    comment(found, user, data["text"], data["section"])
    return _("Your comment is kept with the matter.")


def _invite(found: Matter, user: Any, data: dict[str, Any]) -> str:
    person = cast("Any", data["account"])
    invite(found, user, person)
    return _("%(name)s may now review this matter.") % {"name": name_of(person)}


_ACTS: dict[str, Act] = {
    "approve": _approve,
    "return": _return,
    "withdraw": _withdraw,
    "comment": _comment,
    "invite": _invite,
}
