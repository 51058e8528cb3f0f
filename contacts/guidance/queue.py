"""The forum's queue: what is late first, then by the day that was promised."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from contacts.guidance.kinds import Situation, Status
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.rules import answers, known_to, log_emergency_list, sees_queue
from handslag.forms.renderer import InOurMarkup

PER_PAGE = 20
OPEN, MINE = "open", "mine"


class QueueFilters(InOurMarkup, forms.Form):
    """Choices only: nothing typed stands in the address."""

    status = forms.ChoiceField(
        label=_("Status"),
        choices=[
            (OPEN, _("all that wait for the forum")),
            (MINE, _("those I have taken")),
            *Status.choices,
            ("all", _("all")),
        ],
        required=False,
    )
    situation = forms.ChoiceField(
        label=_("Kind of situation"), choices=[("", _("all")), *Situation.choices], required=False
    )


@never_cache
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for those who are not of the forum."""
    if not sees_queue(request.user):
        raise Http404
    form = QueueFilters(request.GET or {"status": OPEN})
    rows = _chosen(request, form.cleaned_data if form.is_valid() else {})
    page = Paginator(_late_first(rows), PER_PAGE).get_page(request.GET.get("page"))
    log_emergency_list(request.user, page.object_list)
    number = page.paginator.count
    context = {
        "form": form,
        "page": page,
        "result": ngettext("%(number)d request", "%(number)d requests", number) % {"number": number},
        "by_forum": answers(request.user),
    }
    return TemplateResponse(request, "contacts/guidance/queue.html", context)


def _chosen(request: HttpRequest, chosen: dict[str, Any]) -> QuerySet[GuidanceRequest]:
    rows = known_to(request.user).select_related("unit", "assigned_to").defer("question", "feedback")
    status = chosen.get("status") or OPEN
    if status == OPEN:
        rows = rows.filter(status__in=(Status.NEW, Status.ASSIGNED))
    elif status == MINE:
        rows = rows.filter(assigned_to=request.user.pk).exclude(status=Status.CLOSED)
    elif status in Status.values:
        rows = rows.filter(status=status)
    return rows.filter(situation=chosen["situation"]) if chosen.get("situation") else rows


def _late_first(rows: QuerySet[GuidanceRequest]) -> QuerySet[GuidanceRequest]:
    """Open ones by their day, which puts late ones first; what waits for nobody comes after, the newest first."""
    waits = Q(status__in=(Status.NEW, Status.ASSIGNED))
    return rows.alias(
        rank=Case(When(waits, then=Value(0)), default=Value(1), output_field=IntegerField())
    ).order_by("rank", Case(When(waits, then="reply_by")), "-created_at", "-pk")
