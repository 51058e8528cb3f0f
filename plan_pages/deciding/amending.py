"""Adopted with changes: one person enters what the minutes say, another compares it, and then it is sealed."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Revision

from plan_pages.comparing import Comparison, compare
from plan_pages.deciding.amending_forms import ConfirmChangesForm, ReturnChangesForm
from plan_pages.deciding.doors import for_a_matter
from plan_pages.deciding.names import name_of_matter
from plan_pages.deciding.recorded_facts import shown
from plan_pages.deciding.refusals import REFUSALS, sentences_of
from plan_pages.deciding.telling import sealed
from plan_pages.documents import EditionDocument
from plan_pages.road.amendment import Amendment
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.recording import amendment_of, standing
from plan_pages.road.rules import may, name_of
from plan_pages.road.table import Action
from plan_pages.road.text import TextMovedError, current_text, digest_of_text, text_of
from plan_pages.workflow import doors

STAGES = (Stage.AMENDING, Stage.CHECKING)


@dataclass(frozen=True)
class Forms:
    confirm: ConfirmChangesForm
    give_back: ReturnChangesForm


@for_a_matter
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Without changes to enter it leads to the matter."""
    if request.method == "POST":
        return _answered(request, matter)
    if matter.stage not in STAGES:
        return redirect("decisions:matter", matter.pk)
    return _page(request, matter, _forms(matter))


def _answered(request: HttpRequest, matter: Matter) -> HttpResponse:
    """A refusal is told where the person goes next; what was typed is kept where it can be sent once more."""
    way, forms = request.POST.get("way", ""), _forms(matter)
    if way == "confirm":
        forms = Forms(ConfirmChangesForm(request.POST), forms.give_back)
    elif way == "return":
        forms = Forms(forms.confirm, ReturnChangesForm(request.POST))
    sent = {"confirm": forms.confirm, "return": forms.give_back}.get(way)
    if sent is not None and not sent.is_valid() and matter.stage in STAGES:
        return _page(request, matter, forms, status=422)
    try:
        told = _act(request, matter, way, forms)
    except REFUSALS as refusal:
        messages.error(request, " ".join(sentences_of(refusal)))
        return redirect(request.path)
    messages.success(request, told)
    if matter.edition is not None:
        return redirect("plan:edition", matter.edition.number)
    return redirect(request.path)


def _act(request: HttpRequest, matter: Matter, way: str, forms: Forms) -> str:
    """What the person reads afterwards. Raises what the act raises."""
    if way == "send":
        doors.act(matter, request.user, "send_to_check")
        return _("The changes are sent to another person, who compares them with the minutes.")
    if way == "take_over":
        doors.act(matter, request.user, "take_over")
        return _("You enter the board's changes from now on; the draft is unlocked for you.")
    if way == "confirm":
        seen = forms.confirm.cleaned_data.get("seen", "") if forms.confirm.is_valid() else ""
        doors.act(matter, request.user, "confirm_amendment", seen=seen)
        return sealed(matter)
    if way == "return":
        comment = forms.give_back.cleaned_data.get("comment", "") if forms.give_back.is_valid() else ""
        doors.act(matter, request.user, "return_amendment", comment=comment)
        return _("The changes are returned to the one who entered them.")
    raise ValidationError(_("Nothing was chosen; press one of the buttons."))


def _forms(matter: Matter) -> Forms:
    return Forms(ConfirmChangesForm(initial={"seen": matter.digest}), ReturnChangesForm())


def _page(request: HttpRequest, matter: Matter, forms: Forms, status: int = 200) -> HttpResponse:
    amendment = amendment_of(matter)
    is_checking = matter.stage == Stage.CHECKING
    action = Action.CHECK if is_checking else Action.AMEND
    before, after, moved = _texts(matter, amendment)
    context: dict[str, Any] = {
        "matter": matter,
        "title": name_of_matter(matter),
        "is_checking": is_checking,
        "barred": may(request.user, action, matter).why_not,
        "takes_over": not is_checking
        and amendment.entered_by_id != request.user.pk
        and bool(may(request.user, Action.TAKE_OVER, matter)),
        "entered_by": name_of(amendment.entered_by),
        "returned": _returned(matter, amendment) if not is_checking else "",
        "decisions": [shown(row) for row in standing(matter)],
        "comparison": _comparison(before, after),
        "moved": moved,
        "edit_url": _edit_url(request, matter),
        "confirm_form": forms.confirm,
        "return_form": forms.give_back,
    }
    return TemplateResponse(request, "plan_pages/deciding/amend.html", context, status=status)


def _texts(
    matter: Matter, amendment: Amendment
) -> tuple[EditionDocument | None, EditionDocument | None, str]:
    """The text before the board and the one with its changes; and a sentence where one of them is another by now."""
    try:
        return text_before_board(amendment), current_text(matter), ""
    except TextMovedError as moved:
        return None, None, " ".join(moved.messages)


def text_before_board(amendment: Amendment) -> EditionDocument:
    """Raises TextMovedError."""
    revision = Revision.objects.filter(pk=amendment.board_revision).first()
    if revision is None:
        raise TextMovedError
    document = text_of(revision)
    if digest_of_text(document) != amendment.board_digest:
        raise TextMovedError
    return document


def _comparison(before: EditionDocument | None, after: EditionDocument | None) -> Comparison | None:
    return compare(before, after) if before is not None and after is not None else None


def _returned(matter: Matter, amendment: Amendment) -> str:
    """What the checker said, until the changes are sent anew."""
    kinds = (EventKind.AMENDMENT_RETURNED, EventKind.AMENDED)
    latest = matter.events.filter(kind__in=kinds, at__gte=amendment.begun_at).last()
    return latest.text if latest is not None and latest.kind == EventKind.AMENDMENT_RETURNED else ""


def _edit_url(request: HttpRequest, matter: Matter) -> str:
    """ "" for accounts that cannot open the editor."""
    if matter.series.page_id is None or not request.user.has_perm("wagtailadmin.access_admin"):
        return ""
    return reverse("wagtailadmin_pages:edit", args=[matter.series.page_id])
