"""Who has registered and who came: for those who arrange the occasion, on a telephone at the door and on paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.forms.numbers import number_in
from handslag.navigation.context import MenuItem
from training.catalogue.addresses import way_here
from training.occasions.doors import for_organisers_of_occasion
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.reading import in_readers_language
from training.registrations import acting
from training.registrations.evaluations.results import results
from training.registrations.kinds import RegistrationState
from training.registrations.possible import has_begun, unmarkable
from training.registrations.queue import settle_if_due
from training.registrations.refusals import RegistrationRefusedError
from training.registrations.registration import Registration

MARKS = {
    "attended": RegistrationState.ATTENDED,
    "absent": RegistrationState.ABSENT,
    "unmarked": RegistrationState.CONFIRMED,
}


@for_organisers_of_occasion
def attendance(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """One button per person and answer."""
    if request.method != "POST":
        return _page(request, occasion)
    mark, _separator, number = request.POST.get("mark", "").partition(":")
    registration = number_in(number)
    if mark not in MARKS or registration is None:
        messages.error(request, _("Nothing was marked: press one of the buttons beside a name."))
        return redirect(request.path)
    row = get_object_or_404(Registration, pk=registration, occasion=occasion)
    try:
        acting.mark(occasion.pk, row.pk, MARKS[mark])
    except RegistrationRefusedError as refused:
        messages.error(request, refused.sentence)
        return redirect(request.path)
    # Where one was in the list, so that the next name is at hand.
    return redirect(f"{request.path}#anmald-{row.pk}")


def _page(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    settle_if_due(occasion)
    in_readers_language([occasion], request.user)
    rows = list(
        Registration.objects.filter(occasion=occasion)
        .exclude(state=RegistrationState.CANCELLED)
        .select_related("person", "unit")
    )
    expected = [row for row in rows if row.state != RegistrationState.WAITING]
    context: dict[str, Any] = {
        "occasion": occasion,
        "expected": sorted(expected, key=lambda row: (str(row.person or "").casefold(), row.pk)),
        "waiting": [row for row in rows if row.state == RegistrationState.WAITING],
        "came": sum(row.state == RegistrationState.ATTENDED for row in rows),
        "has_begun": has_begun(occasion),
        "may_mark": unmarkable(occasion) is None,
        "is_cancelled": occasion.state == OccasionState.CANCELLED,
        "results": results(occasion),
        **way_here(
            request,
            MenuItem(occasion.read_course.title, _address_of(occasion), is_current=False),
        ),
    }
    return TemplateResponse(request, "training/registrations/attendance.html", context)


def _address_of(occasion: Occasion) -> str:
    return reverse("training:occasion", args=[occasion.pk])
