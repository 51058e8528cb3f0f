"""What occasions say that concerns those registered: they are told, and the queue moves up."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import F
from django.db.models.signals import pre_delete

from training.occasions.occasion import Occasion
from training.occasions.signals import cancelled, moved, room_made
from training.registrations.acting import needs_purge_day
from training.registrations.forgetting import leave
from training.registrations.kinds import HOLDS_A_PLACE, RegistrationState
from training.registrations.notice import NoticeKind
from training.registrations.queue import move_up
from training.registrations.registration import Registration
from training.registrations.telling import tell

# Also who was marked on the first of several days: the others are theirs, too.
CONCERNED = (*HOLDS_A_PLACE, RegistrationState.WAITING)


def connect() -> None:
    room_made.connect(_move_up, dispatch_uid="registrations: room made")
    moved.connect(_moved, dispatch_uid="registrations: moved")
    cancelled.connect(_cancelled, dispatch_uid="registrations: cancelled")
    pre_delete.connect(_leave, sender=get_user_model(), dispatch_uid="registrations: account removed")


def _move_up(sender: Any, occasion: Occasion, **kwargs: Any) -> None:
    # Who sent this goes on with the instance, and must not write an old number back.
    occasion.taken = move_up(occasion.pk).taken


def _moved(sender: Any, occasion: Occasion, **kwargs: Any) -> None:
    Registration.objects.filter(occasion=occasion).exclude(needs="").update(
        needs_purge_on=needs_purge_day(occasion)
    )
    # No offer holds longer than until the occasion begins.
    Registration.objects.filter(
        occasion=occasion, state=RegistrationState.OFFERED, offer_until__gt=F("occasion__starts_at")
    ).update(offer_until=occasion.starts_at)
    _tell(occasion, NoticeKind.MOVED)
    # Further away there is time for offers again.
    _move_up(sender, occasion)


def _cancelled(sender: Any, occasion: Occasion, **kwargs: Any) -> None:
    _tell(occasion, NoticeKind.CALLED_OFF)
    # What was written for the day has lost its purpose.
    Registration.objects.filter(occasion=occasion).exclude(needs="").update(needs="", needs_purge_on=None)


def _tell(occasion: Occasion, kind: NoticeKind) -> None:
    tell(Registration.objects.filter(occasion=occasion, state__in=CONCERNED), kind)


def _leave(sender: Any, instance: Any, **kwargs: Any) -> None:
    leave(instance)
