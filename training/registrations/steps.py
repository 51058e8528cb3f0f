"""The buttons on a registration: accept, decline, cancel. Every press ends in a sentence."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from training.registrations import acting
from training.registrations.kinds import RegistrationState
from training.registrations.refusals import RegistrationRefusedError
from training.registrations.registration import Registration


def take_step(request: HttpRequest, row: Registration) -> None:
    step = request.POST.get("step", "")
    try:
        if step == "accept":
            acting.accept(row.pk)
            messages.success(request, _("You have a place. A confirmation is on its way to you by mail."))
        elif step == "cancel" and row.state == RegistrationState.CANCELLED:
            messages.info(request, _("The registration is cancelled already; nothing more needs to be done."))
        elif step == "cancel":
            acting.cancel(row.pk)
            messages.success(
                request, _("The registration is cancelled, and the place is free for somebody else.")
            )
        else:
            messages.error(request, _("Nothing was changed: choose one of the buttons of the registration."))
    except RegistrationRefusedError as refused:
        messages.error(request, refused.sentence)
