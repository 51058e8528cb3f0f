"""The queue moves up by itself: whose turn it is gets the place offered, for a time.

Who gets a place is decided under the occasion's lock (`holding.py`), in the order of registration.
"""

import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef

from handslag import clock
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.holding import count, hold
from training.registrations.kinds import RegistrationState
from training.registrations.notice import NoticeKind
from training.registrations.registration import Registration
from training.registrations.telling import tell

OFFER_HOURS = 48
SHORTEST = datetime.timedelta(hours=1)


def offer_ends(held: Occasion) -> datetime.datetime | None:
    """When an offer made now runs out (TRAINING_OFFER_HOURS): at the latest halfway to the beginning, so that the next
    one gets a chance. None: less than an hour would be left, and free places go to whoever comes first."""
    longest = datetime.timedelta(hours=getattr(settings, "TRAINING_OFFER_HOURS", OFFER_HOURS))
    if held.state != OccasionState.OPEN or held.starts_at is None:
        return None
    left = min(longest, (held.starts_at - clock.now()) / 2)
    return clock.now() + left if left >= SHORTEST else None


@transaction.atomic
def move_up(occasion: int) -> Occasion:
    """Offers that ran out pass on, and free places are offered. May be called at any time, and again."""
    held = hold(occasion)
    settle(held)
    return held


def settle(held: Occasion) -> None:
    """The same for who holds the row already."""
    if held.state != OccasionState.OPEN:
        return
    _end_offers(held)
    until = offer_ends(held)
    if until is None or held.free <= 0:
        return
    turn = list(in_queue(held)[: held.free])
    for row in turn:
        row.state, row.offer_until, row.changed_at = RegistrationState.OFFERED, until, clock.now()
        row.save(update_fields=["state", "offer_until", "changed_at"])
    if turn:
        count(held, len(turn))
        tell(turn, NoticeKind.OFFERED)


def in_queue(held: Occasion) -> models.QuerySet[Registration]:
    """Whose turn it is, in order; accounts that are shut keep nobody waiting."""
    return Registration.objects.filter(
        occasion=held, state=RegistrationState.WAITING, person__is_active=True
    ).order_by("pk")


def settle_where_due() -> int:
    """Every occasion ahead in which an offer has run out, or in which a place is free and somebody waits."""
    rows = Registration.objects.filter(occasion=OuterRef("pk"))
    ran_out = rows.filter(state=RegistrationState.OFFERED, offer_until__lte=clock.now())
    waiting = rows.filter(state=RegistrationState.WAITING)
    ahead = Occasion.objects.filter(state=OccasionState.OPEN, starts_at__gt=clock.now())
    due = ahead.filter(Exists(ran_out)) | ahead.filter(Exists(waiting), taken__lt=models.F("capacity"))
    found = list(due.values_list("pk", flat=True))
    for occasion in found:
        move_up(occasion)
    return len(found)


def settle_if_due(occasion: Occasion) -> None:
    """Before the occasion is shown; most often there is nothing to do, and nothing is locked."""
    if _ran_out().filter(occasion=occasion).exists():
        occasion.taken = move_up(occasion.pk).taken


def settle_those_due(rows: models.QuerySet[Registration]) -> None:
    """The same for the occasions of several registrations, before these are read."""
    for occasion in set(
        _ran_out().filter(pk__in=rows.order_by().values("pk")).values_list("occasion", flat=True)
    ):
        move_up(occasion)


def _ran_out() -> models.QuerySet[Registration]:
    return Registration.objects.filter(state=RegistrationState.OFFERED, offer_until__lte=clock.now())


def _end_offers(held: Occasion) -> None:
    over = list(_ran_out().filter(occasion=held))
    for row in over:
        end(row)
    if over:
        count(held, -len(over))
        tell(over, NoticeKind.RAN_OUT)


def end(row: Registration) -> None:
    """What was written for the day has lost its purpose and goes at once."""
    row.state, row.offer_until, row.changed_at = RegistrationState.CANCELLED, None, clock.now()
    row.needs, row.needs_purge_on = "", None
    row.save(update_fields=["state", "offer_until", "changed_at", "needs", "needs_purge_on"])
