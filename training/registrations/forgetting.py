"""What is taken away when its time is over, and when an account goes. The figures stay."""

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from handslag import clock
from handslag.retention import Purge
from training.registrations.acting import cancel
from training.registrations.kinds import RegistrationState
from training.registrations.notice import RegistrationNotice
from training.registrations.registration import Registration

# Years after the last day that it is known who took part (TRAINING_KEEP_YEARS); then only that somebody did.
KEEP_YEARS = 5
NOTICES_KEPT = datetime.timedelta(days=30)
AHEAD = (RegistrationState.CONFIRMED, RegistrationState.OFFERED, RegistrationState.WAITING)


def empty_needs() -> int:
    """What was written for the day, some days after it."""
    over = Registration.objects.filter(needs_purge_on__lte=clock.today()).exclude(needs="")
    return over.update(needs="", needs_purge_on=None)


def unlink_persons() -> int:
    """Registrations of which the person is forgotten; unit, course and whether they came stay for the figures."""
    years = getattr(settings, "TRAINING_KEEP_YEARS", KEEP_YEARS)
    before = clock.now() - datetime.timedelta(days=365.25 * years)
    over = Registration.objects.filter(occasion__ends_at__lt=before, person__isnull=False)
    return over.update(person=None, needs="", needs_purge_on=None, cancel_digest="")


def forget_notices() -> int:
    """Sent, or too old to be sent."""
    return RegistrationNotice.objects.filter(created_at__lt=clock.now() - NOTICES_KEPT).delete()[0]


@transaction.atomic
def leave(person: Any) -> None:
    """Before an account is removed: places ahead go to others, and nothing that was written stays."""
    mine = Registration.objects.filter(person=person.pk)
    ahead = mine.filter(state__in=AHEAD, occasion__starts_at__gt=clock.now())
    for pk in ahead.order_by("occasion").values_list("pk", flat=True):
        cancel(pk)
    RegistrationNotice.objects.filter(registration__person=person.pk, sent_at=None).delete()
    mine.update(needs="", needs_purge_on=None, cancel_digest="")


needs = Purge("what was written for a day of training", empty_needs, order=85)
persons = Purge("persons of old trainings", unlink_persons, order=86)
notices = Purge("notices about registrations", forget_notices, order=87)
