"""How a person stands to an occasion, for pages: registered, queued, able to register, or why not."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from handslag.access.people import Person
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.rules import known_occasions
from training.registrations.kinds import RegistrationState
from training.registrations.possible import has_begun, is_too_late, refusal
from training.registrations.queue import offer_ends
from training.registrations.refusals import CalledOffError, RegistrationRefusedError
from training.registrations.registration import Registration
from training.registrations.rules import has_taken_part, own

STATUS_KINDS = {
    RegistrationState.CONFIRMED: "success",
    RegistrationState.ATTENDED: "success",
    RegistrationState.OFFERED: "warning",
    RegistrationState.WAITING: "waiting",
}


@dataclass(frozen=True)
class Standing:
    """`own`: the registration that stands. `before`: how many wait before the person. `refused`: why a new one is not
    taken. `took_part`: there is a certificate and an evaluation. `is_known`: the occasion has a page to read."""

    occasion: Occasion
    own: Registration | None
    before: int = 0
    waiting: int = 0
    refused: RegistrationRefusedError | None = None
    may_accept: bool = False
    may_cancel: bool = False
    took_part: bool = False
    is_known: bool = True

    @property
    def is_full(self) -> bool:
        """A new registration comes into the queue."""
        return self.occasion.free <= 0

    @property
    def kind(self) -> str:
        return STATUS_KINDS.get(RegistrationState(self.own.state), "neutral") if self.own else "neutral"

    @property
    def label(self) -> str:
        if self.own is None:
            return ""
        if self.occasion.state == OccasionState.CANCELLED:
            return _("the occasion is cancelled")
        return str(self.own.get_state_display())


def standings_of(user: Person, rows: QuerySet[Registration]) -> list[Standing]:
    """Of one person's own, with their places in the queues, in two questions."""
    earlier = Registration.objects.filter(
        occasion=OuterRef("occasion"), state=RegistrationState.WAITING, pk__lt=OuterRef("pk")
    )
    number = earlier.order_by().values("occasion").annotate(number=Count("pk")).values("number")
    counted = list(rows.annotate(before=Coalesce(Subquery(number), 0)))
    occasions = [row.occasion_id for row in counted]
    known = (
        set(known_occasions(user).filter(pk__in=occasions).values_list("pk", flat=True)) if counted else set()
    )
    return [
        replace(_of_own(row.occasion, row, row.before), is_known=row.occasion_id in known) for row in counted
    ]


def with_taking_part(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    """For `past_standing`."""
    return rows.annotate(took_part=has_taken_part())


def past_standing(row: Any) -> Standing:
    return Standing(row.occasion, row, took_part=row.took_part)


def standing_of(user: Person, occasion: Occasion) -> Standing:
    row = own(user).filter(occasion=occasion).exclude(state=RegistrationState.CANCELLED).first()
    if row is None:
        waiting = _waiting(occasion).count() if occasion.free <= 0 else 0
        return Standing(occasion, None, waiting=waiting, refused=refusal(occasion))
    return _of_own(occasion, row, None)


def _of_own(occasion: Occasion, row: Registration, before: int | None) -> Standing:
    if has_begun(occasion):
        return Standing(occasion, row)
    if occasion.state == OccasionState.CANCELLED:
        return Standing(occasion, row, refused=CalledOffError())
    waits = row.state == RegistrationState.WAITING
    if waits and before is None:
        before = _waiting(occasion).filter(pk__lt=row.pk).count()
    return Standing(
        occasion,
        row,
        before=(before or 0) if waits else 0,
        may_accept=may_accept(row),
        may_cancel=not is_too_late(occasion, row),
    )


def may_accept(row: Registration) -> bool:
    """A place that is offered; or, when it is too late for offers, one that is free, by whoever waits."""
    if row.state == RegistrationState.OFFERED:
        return True
    is_free = row.occasion.free > 0 and offer_ends(row.occasion) is None
    return row.state == RegistrationState.WAITING and is_free


def _waiting(occasion: Occasion) -> QuerySet[Registration]:
    return Registration.objects.filter(occasion=occasion, state=RegistrationState.WAITING)
