"""Verifying: an act of its own, by somebody who has called the number. Never a side effect of an edit."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from contacts.helplines.helpline import VERIFICATION, Helpline
from contacts.helplines.particulars import fingerprint, particulars_of
from contacts.helplines.rules import Standing, standing
from handslag import clock
from handslag.access.people import Person

VERIFIED = "contacts.verify_helpline"


def verify(helpline_id: int, user: Person, seen: str) -> Helpline:
    """`seen` is the fingerprint of what the person read and checked.

    Raises ValidationError where the line was changed since, or has ended.
    """
    with transaction.atomic():
        helpline = Helpline.objects.select_for_update().get(pk=helpline_id)
        if fingerprint(helpline) != seen:
            raise ValidationError(
                _("Somebody changed the helpline meanwhile. Read it again, and check it again."),
                code="changed",
            )
        if standing(helpline, clock.today()) == Standing.ENDED:
            raise ValidationError(
                _("The helpline has ended. Take away the day it ended first."), code="ended"
            )
        helpline.verified_by = user  # type: ignore[assignment]  # signed in, so an account
        helpline.verified_on, helpline.verified_as = clock.today(), particulars_of(helpline)
        helpline.save(update_fields=VERIFICATION)
        log(instance=helpline, action=VERIFIED, user=user)
    return helpline
