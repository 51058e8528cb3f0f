"""The page on which those who keep the body invite guests to one of its meetings."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from contacts.bodies.keepers import may_keep_body
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.record import records_of
from contacts.guests import inviting
from contacts.guests.forms import InviteForm
from contacts.guests.paper import papers_for_guests
from contacts.guests.standing import holds_until, takes_guests, with_waiting
from handslag.access.reading import record_page_reading
from handslag.access.visibility import visible_to
from handslag.forms.done import redirect_to_message
from handslag.forms.moved_on import MovedOnError
from handslag.forms.numbers import number_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def guests(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for those who may not know of the meeting, or keep no body."""
    meeting = _found(request, pk)
    if not may_keep_body(request.user):
        raise Http404
    if request.method != "POST":
        return _page(request, meeting, InviteForm())
    way, guest = request.POST.get("way", ""), number_in(request.POST.get("guest", ""))
    form = InviteForm(request.POST if way == "invite" else None)
    try:
        if way == "invite":
            if not form.is_valid():
                return _page(request, meeting, form, 422)
            _invite(request, meeting, form.cleaned_data)
        elif way in {"withdraw", "renew"} and guest is not None:
            getattr(inviting, way)(meeting, request.user, guest)
            messages.success(request, DONE[way]())
    except MovedOnError:
        return _moved_on(request, pk, form)
    return redirect_to_message("guests:meeting", meeting.pk)


def _found(request: HttpRequest, pk: int) -> MeetingPage:
    """Who is invited on a translation is invited to the meeting, and hears of its changes."""
    return get_object_or_404(records_of(visible_to(MeetingPage.objects.filter(live=True), request.user), pk))


def _moved_on(request: HttpRequest, pk: int, form: forms.Form) -> HttpResponse:
    """As the meeting stands now, with what was typed."""
    sentence = _(
        "Nothing was changed: the meeting or the invitation is not what the page showed. Read it again."
    )
    if form.is_bound:
        form.add_error(None, sentence)
    else:
        messages.info(request, sentence)
    return _page(request, _found(request, pk), form, 409)


DONE = {
    "withdraw": lambda: _("The invitation is withdrawn; its address leads nowhere any more."),
    "renew": lambda: _("The invitation is mailed again, with a new address."),
}


def _invite(request: HttpRequest, meeting: MeetingPage, data: dict[str, Any]) -> None:
    guest, is_new = inviting.invite(meeting, request.user, **data)
    if is_new:
        messages.success(request, _("The guest is invited."))
    else:
        messages.info(
            request,
            _(
                "That address is invited already, as %(comes_for)s; no second mail is sent. To change what the guest "
                "comes as, withdraw the invitation and invite anew."
            )
            % {"comes_for": guest.comes_for},
        )


def _page(request: HttpRequest, meeting: MeetingPage, form: forms.Form, status: int = 200) -> HttpResponse:
    record_page_reading(request.user, meeting)
    rows = with_waiting(meeting.guests.select_related("function__organisation", "organisation", "meeting"))
    context = {
        "meeting": meeting,
        "body": meeting.get_parent(),
        "form": form,
        "guests": rows,
        "papers": papers_for_guests(meeting),
        "takes_guests": takes_guests(meeting),
        "holds_until": holds_until(meeting),
    }
    return TemplateResponse(request, "contacts/guests/guests.html", context, status=status)
