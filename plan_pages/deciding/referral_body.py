"""One body: its name, where it is reached, and its private address to the text."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plan_pages.deciding.referral_forms import BodyForm, KeyForm, ReferralForm
from plan_pages.deciding.referral_mail import address_of, mail_to
from plan_pages.deciding.referral_page import body_of, frame, seen_matter
from plan_pages.deciding.referral_trying import carried_out, done, not_allowed
from plan_pages.road.matter import Matter
from plan_pages.road.moving import MovedOnError, NotAllowedError
from plan_pages.road.referral import addresses, sending
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.round import ReferralBody
from plan_pages.road.referral.standing import is_about
from plan_pages.road.rules import may
from plan_pages.road.table import Action


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def body(request: HttpRequest, pk: int, body_pk: int) -> HttpResponse:
    """Raises Http404 for those who may not know of the matter; others who are no editors read why."""
    matter = seen_matter(request.user, pk)
    found = body_of(matter, body_pk)
    to = reverse("decisions:referral", args=[matter.pk])
    if not addresses.is_editor(request.user):
        messages.error(request, addresses.for_editors())
        return redirect(to)
    if request.method != "POST":
        return _page(request, matter, found)
    try:
        return _answer(request, matter, found, to)
    except NotAllowedError as refusal:
        return not_allowed(request, refusal, to)


def _answer(request: HttpRequest, matter: Matter, found: ReferralBody, to: str) -> HttpResponse:
    match request.POST.get("way", ""):
        case "give":
            return _give(request, matter, found)
        case "mail":
            form: ReferralForm = KeyForm(request.POST)
            # The day is the usual one: a letter is written in one press.
            form.fields["expires_on"].required = False
            sentence = _("The address is on its way by mail.")
            is_done = carried_out(form, lambda sent: _mail(found, request.user, sent))
        case "withdraw":
            form = KeyForm(request.POST)
            form.fields["expires_on"].required = False
            sentence = _("The address leads nowhere any more.")
            is_done = carried_out(form, lambda sent: _withdraw(found, request.user, sent))
        case "remove":
            form = ReferralForm(request.POST)
            if carried_out(form, lambda sent: sending.remove_body(found, request.user)):
                return done(request, _("The body is taken away."), to)
            is_done, sentence = False, ""
        case _:
            form = BodyForm(request.POST)
            sentence = _("The body is saved.")
            is_done = carried_out(form, lambda sent: _save(found, request.user, sent))
    if is_done:
        return done(request, sentence, request.path)
    return _page(request, matter, body_of(matter, found.pk), form, status=422)


def _give(request: HttpRequest, matter: Matter, found: ReferralBody) -> HttpResponse:
    """The one page that shows the secret. Nothing keeps it, so there is no way back to it; a page sent twice is
    refused by `instead_of`."""
    form = KeyForm(request.POST)
    given: list[tuple[ReadingKey, str]] = []

    def give(sent: KeyForm) -> None:
        data = sent.cleaned_data
        given.append(addresses.give(found, request.user, data["expires_on"], instead_of=data["instead_of"]))

    if not carried_out(form, give):
        return _page(request, matter, body_of(matter, found.pk), form, status=422)
    key, secret = given[0]
    context = {**frame(matter, found.round.title), "body": found, "key": key, "address": address_of(secret)}
    response = TemplateResponse(request, "plan_pages/deciding/referral_address.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _mail(found: ReferralBody, user: Any, form: ReferralForm) -> None:
    mail_to(found, user, instead_of=form.cleaned_data["instead_of"])


def _withdraw(found: ReferralBody, user: Any, form: ReferralForm) -> None:
    key = ReadingKey.objects.filter(body=found, pk=form.cleaned_data["instead_of"] or 0).first()
    if key is None:
        raise MovedOnError
    addresses.withdraw(key, user)


def _save(found: ReferralBody, user: Any, form: ReferralForm) -> None:
    sending.change_body(found, user, form.cleaned_data["name"], form.cleaned_data["contact"])


def _page(
    request: HttpRequest,
    matter: Matter,
    found: ReferralBody,
    sent: ReferralForm | None = None,
    status: int = 200,
) -> HttpResponse:
    key = addresses.standing_key(found)
    answer = may(request.user, Action.REFER, matter)
    standing = found.round
    is_out = bool(answer) and not standing.is_closed and is_about(standing, matter)
    context: dict[str, Any] = {
        **frame(matter, standing.title),
        "body": found,
        "key": key,
        "has_reply": hasattr(found, "reply"),
        "may_change": bool(answer) and not standing.is_closed,
        "may_give": is_out,
        "body_form": sent
        if isinstance(sent, BodyForm)
        else BodyForm(initial={"name": found.name, "contact": found.contact}),
        "key_form": sent
        if isinstance(sent, KeyForm)
        else KeyForm(
            initial={
                "instead_of": key.pk if key else None,
                "expires_on": addresses.default_expiry(found),
            }
        ),
        "sent": sent,
    }
    return TemplateResponse(request, "plan_pages/deciding/referral_body.html", context, status=status)
