"""Registering, cancelling, accepting: every way holds the occasion's row, so that no two get the last place.

What is sent twice is one: a registration that stands is returned as it is, and one that was sent with the same form
and cancelled since does not rise again.
"""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from handslag import clock
from handslag.access.secret_keys import digest_of_secret
from handslag.places.models import Unit
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.cancel_link import secret_for
from training.registrations.holding import count, hold
from training.registrations.kinds import HOLDS_A_PLACE, RegistrationState
from training.registrations.notice import NoticeKind
from training.registrations.possible import CAME, has_begun, is_too_late, refusal, unmarkable
from training.registrations.queue import end, move_up, offer_ends, settle
from training.registrations.refusals import (
    BegunError,
    CalledOffError,
    EndedError,
    NotExpectedError,
    NothingOfferedError,
    OfferRanOutError,
)
from training.registrations.registration import Registration
from training.registrations.rules import has_run_out
from training.registrations.telling import tell

# Days that needs are kept after the last day (TRAINING_NEEDS_DAYS).
NEEDS_DAYS = 14


@transaction.atomic
def register(
    occasion: int, person: Any, *, token: uuid.UUID, unit: Unit | None = None, needs: str = ""
) -> tuple[Registration, bool]:
    """The registration, and whether it is new: a place while there is one, else the end of the queue.

    Raises RegistrationRefusedError, PersonalDataFound.
    """
    held = hold(occasion)
    stands = Registration.objects.filter(occasion=held, person=person).filter(
        Q(token=token) | ~Q(state=RegistrationState.CANCELLED)
    )
    found = sorted(stands, key=lambda row: row.state == RegistrationState.CANCELLED)
    if found:
        return found[0], False
    if (reason := refusal(held)) is not None:
        raise reason
    settle(held)
    # Those who wait have just been offered what was free: nobody passes them.
    has_place = held.free > 0
    row = Registration.objects.create(
        occasion=held,
        person=person,
        unit=unit,
        needs=needs,
        needs_purge_on=needs_purge_day(held) if needs else None,
        state=RegistrationState.CONFIRMED if has_place else RegistrationState.WAITING,
        token=token,
        cancel_digest=digest_of_secret(secret_for(held.pk, token)),
    )
    if has_place:
        count(held, 1)
    tell([row], NoticeKind.CONFIRMED if has_place else NoticeKind.WAITING)
    return row, True


@transaction.atomic
def cancel(registration: int) -> Registration:
    """The place is free at once for the next; also how an offer is declined. Twice is once. Raises BegunError."""
    held, row = _held(registration)
    if row.state == RegistrationState.CANCELLED:
        return row
    if is_too_late(held, row):
        raise BegunError
    had_place, was_confirmed = row.state in HOLDS_A_PLACE, row.state == RegistrationState.CONFIRMED
    end(row)
    if had_place:
        count(held, -1)
        settle(held)
    tell([row], NoticeKind.CANCELLED if was_confirmed else NoticeKind.LEFT)
    return row


def accept(registration: int) -> Registration:
    """An offered place; or, when it is too late for offers, one that is free. Twice is once.

    Raises OfferRanOutError, NothingOfferedError, EndedError, BegunError, CalledOffError.
    """
    # In a transaction of its own: what has run out passes on also where this person is refused.
    settled = Registration.objects.values_list("occasion", flat=True).get(pk=registration)
    move_up(settled)
    return _accept(registration)


@transaction.atomic
def _accept(registration: int) -> Registration:
    held, row = _held(registration)
    if row.state in (RegistrationState.CONFIRMED, *CAME):
        return row
    if row.state == RegistrationState.CANCELLED:
        if has_run_out(row):
            raise OfferRanOutError(may_register=refusal(held) is None)
        raise EndedError
    if held.state == OccasionState.CANCELLED:
        raise CalledOffError
    if has_begun(held):
        raise BegunError
    if row.state == RegistrationState.WAITING:
        if held.free <= 0 or offer_ends(held) is not None:
            raise NothingOfferedError
        count(held, 1)
    row.state, row.offer_until, row.changed_at = RegistrationState.CONFIRMED, None, clock.now()
    row.save(update_fields=["state", "offer_until", "changed_at"])
    tell([row], NoticeKind.CONFIRMED)
    return row


@transaction.atomic
def mark(occasion: int, registration: int, state: RegistrationState) -> Registration:
    """Came, did not come, or not marked; who waited and came gets a place that is free.

    Raises NotBegunError, NotHeldError, NotExpectedError; Registration.DoesNotExist for one of another occasion.
    """
    held = hold(occasion)
    row = Registration.objects.get(pk=registration, occasion=held)
    if (reason := unmarkable(held)) is not None:
        raise reason
    if row.state == state:
        return row
    if row.state == RegistrationState.WAITING and state == RegistrationState.ATTENDED and held.free > 0:
        count(held, 1)
    elif row.state not in (RegistrationState.CONFIRMED, RegistrationState.OFFERED, *CAME):
        raise NotExpectedError
    row.state, row.offer_until, row.changed_at = state, None, clock.now()
    row.save(update_fields=["state", "offer_until", "changed_at"])
    return row


def needs_purge_day(occasion: Occasion) -> datetime.date:
    last = occasion.ends_at or occasion.starts_at or clock.now()
    return timezone.localtime(last).date() + datetime.timedelta(
        days=getattr(settings, "TRAINING_NEEDS_DAYS", NEEDS_DAYS)
    )


def _held(registration: int) -> tuple[Occasion, Registration]:
    """The occasion first, whoever comes."""
    occasion = Registration.objects.values_list("occasion", flat=True).get(pk=registration)
    held = hold(occasion)
    return held, Registration.objects.get(pk=registration)
