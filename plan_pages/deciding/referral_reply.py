"""Entering one body's reply, saying how it was handled, and reading its file."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.access.people import has_role, is_break_glass
from handslag.access.reading import is_new_reading, record
from plan_pages.deciding.referral_forms import HandleForm, ReplyForm
from plan_pages.deciding.referral_page import body_of, frame, seen_matter
from plan_pages.deciding.referral_trying import carried_out, done, not_allowed
from plan_pages.road.matter import Matter
from plan_pages.road.moving import NotAllowedError
from plan_pages.road.referral import replying
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody
from plan_pages.road.rules import may
from plan_pages.road.table import READERS, Action


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, pk: int, body_pk: int) -> HttpResponse:
    """Raises Http404 for those who may not know of the matter; others who do not enter replies read why."""
    matter = seen_matter(request.user, pk)
    body = body_of(matter, body_pk)
    to = reverse("decisions:referral", args=[matter.pk])
    if not (answer := may(request.user, Action.PREPARE, matter)):
        messages.error(request, answer.why_not)
        return redirect(to)
    if body.round.is_closed:
        messages.error(request, _("The round is closed: its replies stay as they are."))
        return redirect(to)
    if request.method == "POST":
        return _answer(request, matter, body, f"{to}#organ-{body.pk}")
    return _page(request, matter, body)


@never_cache
@require_safe
def file(request: HttpRequest, pk: int, body_pk: int) -> HttpResponseBase:
    """The reply's file, to those who see the matter. Raises Http404."""
    matter = seen_matter(request.user, pk)
    found = _reply_of(body_of(matter, body_pk))
    if found is None or found.file is None:
        raise Http404
    try:
        opened = found.file.file.storage.open(found.file.file.name)
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(opened, as_attachment=True, filename=found.file.filename)
    response.headers["Cache-Control"] = "private, no-store"
    if is_new_reading(request, response):
        outside = is_break_glass(request.user) and not has_role(request.user, *READERS)
        record(request.user, ReadLogEntry.Kind.DOCUMENT, found.file.pk, break_glass=outside)
    return response


def _answer(request: HttpRequest, matter: Matter, body: ReferralBody, to: str) -> HttpResponse:
    found = _reply_of(body)
    reply_form = handle_form = None
    try:
        if request.POST.get("way") == "handle":
            handle_form = HandleForm(request.POST)
            if carried_out(handle_form, lambda form: _handle(body, request.user, form)):
                return done(request, _("How the reply was handled is saved."), to)
        else:
            has_file = found is not None and found.file_id is not None
            reply_form = ReplyForm(request.POST, request.FILES, has_file=has_file)
            if carried_out(reply_form, lambda form: _enter(body, request.user, form)):
                return done(request, _("The reply is saved."), to)
    except NotAllowedError as refusal:
        return not_allowed(request, refusal, reverse("decisions:referral", args=[matter.pk]))
    return _page(request, matter, body_of(matter, body.pk), reply_form, handle_form, status=422)


def _enter(body: ReferralBody, user: Any, form: ReplyForm) -> None:
    data = form.cleaned_data
    replied = replying.Replied(
        received_on=data["received_on"],
        declines=data["declines"],
        stance=data["stance"],
        text=data["text"],
        registry_number=data["registry_number"],
        file=data["file"],
        drops_file=data.get("drops_file", False),
    )
    replying.enter(body, user, replied, data["seen"])


def _handle(body: ReferralBody, user: Any, form: HandleForm) -> None:
    replying.handle(body, user, form.cleaned_data["handling"], form.cleaned_data["seen"])


def _page(
    request: HttpRequest,
    matter: Matter,
    body: ReferralBody,
    reply_form: ReplyForm | None = None,
    handle_form: HandleForm | None = None,
    status: int = 200,
) -> HttpResponse:
    found = _reply_of(body)
    seen = replying.version_of(found)
    context: dict[str, Any] = {
        **frame(matter, body.round.title),
        "body": body,
        "reply": found,
        "reply_form": reply_form or _reply_form(found, seen),
        "handle_form": handle_form
        or HandleForm(initial={"seen": seen, "handling": found.handling if found else ""}),
        "sent": reply_form or handle_form,
    }
    return TemplateResponse(request, "plan_pages/deciding/referral_reply.html", context, status=status)


def _reply_form(found: ReferralReply | None, seen: str) -> ReplyForm:
    if found is None:
        return ReplyForm(initial={"seen": seen, "received_on": clock.today()})
    names = ("received_on", "declines", "stance", "text", "registry_number")
    initial = {name: getattr(found, name) for name in names}
    return ReplyForm(initial={"seen": seen, **initial}, has_file=found.file_id is not None)


def _reply_of(body: ReferralBody) -> ReferralReply | None:
    return body.reply if hasattr(body, "reply") else None
