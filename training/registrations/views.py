"""Registering for an occasion, and one's own registrations. Whoever may not know of one gets the answer for none."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.forms.numbers import number_in
from handslag.navigation.context import MenuItem
from handslag.reminders.addressees import address_of as mailbox_of
from handslag.templatetags.handslag_dates import in_words
from training.catalogue.addresses import way_here
from training.catalogue.doors import for_readers
from training.occasions.doors import for_readers_of_occasion
from training.occasions.joining import may_join
from training.occasions.occasion import Occasion
from training.occasions.reading import in_readers_language
from training.registrations import acting
from training.registrations.forms import RegisterForm
from training.registrations.kinds import RegistrationState
from training.registrations.queue import settle_if_due, settle_those_due
from training.registrations.refusals import RegistrationRefusedError
from training.registrations.registration import Registration
from training.registrations.rules import own
from training.registrations.standing import past_standing, standing_of, standings_of, with_taking_part
from training.registrations.steps import take_step

PER_PAGE = 20


@for_readers_of_occasion
def register(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """One page: what it is about, who one is, and the button; registered, it says so and what one can do."""
    if request.method != "POST":
        settle_if_due(occasion)
    form = RegisterForm(
        request.POST if request.method == "POST" else None,
        municipality=getattr(request.user, "municipality_id", None),
        purge_day=in_words(acting.needs_purge_day(occasion)),
        initial={"unit": getattr(request.user, "unit_id", None)},
    )
    if not (form.is_bound and form.is_valid()):
        return _register_page(request, occasion, form)
    try:
        row, is_new = acting.register(occasion.pk, request.user, **form.cleaned_data)
    except RegistrationRefusedError as refused:
        return _register_page(request, occasion, form, refused)
    _say(request, row, is_new=is_new)
    return redirect("registrations:register", occasion.pk)


def _register_page(
    request: HttpRequest,
    occasion: Occasion,
    form: RegisterForm,
    refused: RegistrationRefusedError | None = None,
) -> HttpResponse:
    standing = standing_of(request.user, occasion)
    in_readers_language([occasion], request.user)
    context = {
        "occasion": occasion,
        "standing": standing,
        "refused": refused or (standing.refused if standing.own is None else None),
        "form": form,
        "name": str(request.user),
        "mailbox": mailbox_of(request.user),
        "may_join": may_join(request.user, occasion),
        **way_here(
            request,
            MenuItem(
                occasion.read_course.title, reverse("training:occasion", args=[occasion.pk]), is_current=False
            ),
        ),
    }
    status = 409 if refused else 422 if form.errors else 200
    return TemplateResponse(request, "training/registrations/register.html", context, status=status)


@for_readers
def mine(request: HttpRequest) -> HttpResponse:
    """What lies ahead, what has been; POST takes a step with one's own registration, and with no other."""
    rows = own(request.user)
    if request.method == "POST":
        row = get_object_or_404(rows, pk=number_in(request.POST.get("registration", "")) or 0)
        take_step(request, row)
        return redirect("registrations:mine")
    stands = ~Q(state=RegistrationState.CANCELLED)
    ahead = rows.filter(stands, occasion__ends_at__gte=clock.now()).order_by("occasion__starts_at")
    past = rows.filter(stands, occasion__ends_at__lt=clock.now()).order_by("-occasion__starts_at")
    settle_those_due(ahead)
    standings = standings_of(request.user, ahead)
    before = Paginator(with_taking_part(past), PER_PAGE).get_page(request.GET.get("page"))
    shown = [one.occasion for one in standings] + [row.occasion for row in before]
    in_readers_language(shown, request.user)
    context: dict[str, Any] = {
        "ahead": standings,
        "past": before,
        "earlier": [past_standing(row) for row in before],
        **way_here(request),
    }
    return TemplateResponse(request, "training/registrations/mine.html", context)


def _say(request: HttpRequest, row: Registration, *, is_new: bool) -> None:
    if row.state == RegistrationState.CANCELLED:
        messages.info(
            request,
            _(
                "You have cancelled the registration that was sent with this form. Register anew if you want to."
            ),
        )
    elif not is_new:
        messages.info(request, _("You are registered already; it is kept once."))
    elif row.state == RegistrationState.CONFIRMED:
        messages.success(request, _("You are registered. A confirmation is on its way to you by mail."))
    else:
        messages.success(
            request, _("You are in the queue. You get a mail when a place becomes free, and another now.")
        )
