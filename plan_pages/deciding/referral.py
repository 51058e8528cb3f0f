"""The referral's page under a matter: send out, wait, close. Works without scripts."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plan_pages.deciding.referral_forms import (
    AgainForm,
    ChooseForm,
    ExtendForm,
    InviteForm,
    OpenForm,
    ReferralForm,
    SummaryForm,
)
from plan_pages.deciding.referral_mail import mail_to_all
from plan_pages.deciding.referral_page import page_context, seen_matter
from plan_pages.deciding.referral_trying import carried_out, done, not_allowed
from plan_pages.road.matter import Matter
from plan_pages.road.moving import NotAllowedError, locked, require
from plan_pages.road.referral import sending
from plan_pages.road.referral.standing import open_round_of
from plan_pages.road.table import Action
from plan_pages.workflow import doors


class Way(NamedTuple):
    """What a button does: the form it sends, the act, and what is said afterwards."""

    form: type[ReferralForm]
    act: Callable[[Matter, Any, Any], Any]
    done: str | Promise


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def referral(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for those who may not know of the matter."""
    matter = seen_matter(request.user, pk)
    if request.method == "POST":
        return _answer(request, matter)
    return _page(request, matter)


def _answer(request: HttpRequest, matter: Matter) -> HttpResponse:
    way = WAYS.get(request.POST.get("way", ""))
    if way is None:
        return redirect(request.path)
    form = way.form(request.POST)
    try:
        if carried_out(form, lambda sent: way.act(matter, request.user, sent)):
            return done(request, way.done, request.path)
    except NotAllowedError as refusal:
        return not_allowed(request, refusal, request.path)
    matter.refresh_from_db()
    return _page(request, matter, form, status=422)


def _page(
    request: HttpRequest, matter: Matter, sent: ReferralForm | None = None, status: int = 200
) -> HttpResponse:
    context = page_context(request.user, matter, sent)
    return TemplateResponse(request, "plan_pages/deciding/referral.html", context, status=status)


def _choose(matter: Matter, user: Any, form: ChooseForm) -> None:
    sending.choose(matter, user, form.cleaned_data["asks_referral"], form.cleaned_data["reason"])


def _open(matter: Matter, user: Any, form: OpenForm) -> None:
    sending.open_round(matter, user, form.letter, form.invited, form.cleaned_data["seen"])


def _extend(matter: Matter, user: Any, form: ExtendForm) -> None:
    sending.extend(matter, user, form.cleaned_data["deadline"])


def _invite(matter: Matter, user: Any, form: InviteForm) -> None:
    sending.invite(matter, user, form.invited)


def _mail(matter: Matter, user: Any, form: ReferralForm) -> None:
    mail_to_all(matter, user)


def _summarise(matter: Matter, user: Any, form: SummaryForm) -> None:
    sending.summarise(matter, user, form.cleaned_data["summary"])


def _again(matter: Matter, user: Any, form: AgainForm) -> None:
    sending.send_again(matter, user, form.cleaned_data["again"])


@transaction.atomic
def _close(matter: Matter, user: Any, form: SummaryForm) -> None:
    """Asked under the lock that it stands on referral: elsewhere the same word would approve another step."""
    matter = locked(matter)
    require(user, Action.CLOSE_REFERRAL, matter)
    if open_round_of(matter) is not None:
        sending.summarise(matter, user, form.cleaned_data["summary"])
    doors.act(matter, user, "approve")


WAYS = {
    "choose": Way(ChooseForm, _choose, _("The choice is saved.")),
    "open": Way(
        OpenForm,
        _open,
        _("The text is out on referral. Give the bodies its address, or send it as a PDF."),
    ),
    "extend": Way(ExtendForm, _extend, _("The bodies have more time; tell them of the new day.")),
    "invite": Way(InviteForm, _invite, _("The bodies are added.")),
    "mail": Way(ReferralForm, _mail, _("Mail goes out to the bodies that had not got an address.")),
    "summarise": Way(SummaryForm, _summarise, _("The summary is saved.")),
    "again": Way(AgainForm, _again, _("The choice is saved.")),
    "close": Way(SummaryForm, _close, _("The referral is over; the text is before the board.")),
}
