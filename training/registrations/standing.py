"""How a person stands to an occasion, for pages: registered, queued, able to register, or why not."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from handslag.access.people import Person
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.acting import has_begun, refusal
from training.registrations.kinds import RegistrationState
from training.registrations.queue import offer_ends
from training.registrations.refusals import CalledOffError, RegistrationRefusedError
from training.registrations.registration import Registration
from training.registrations.rules import own

STATUS_KINDS = {
    RegistrationState.CONFIRMED: "success",
    RegistrationState.ATTENDED: "success",
    RegistrationState.OFFERED: "warning",
    RegistrationState.WAITING: "waiting",
}


@dataclass(frozen=True)
class Standing:
    """`own`: the registration that stands. `before`: how many wait before the person. `refused`: why a new one is not
    taken."""

    occasion: Occasion
    own: Registration | None
    before: int = 0
    waiting: int = 0
    refused: RegistrationRefusedError | None = None
    may_accept: bool = False
    may_cancel: bool = False

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


def standings_of(rows: QuerySet[Registration]) -> list[Standing]:
    """Of one person's own, with their places in the queues, in one question."""
    earlier = Registration.objects.filter(
        occasion=OuterRef("occasion"), state=RegistrationState.WAITING, pk__lt=OuterRef("pk")
    )
    number = earlier.order_by().values("occasion").annotate(number=Count("pk")).values("number")
    counted = rows.annotate(before=Coalesce(Subquery(number), 0))
    return [_of_own(row.occasion, row, row.before) for row in counted]


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
        may_cancel=True,
    )


def may_accept(row: Registration) -> bool:
    """A place that is offered; or, when it is too late for offers, one that is free, by whoever waits."""
    if row.state == RegistrationState.OFFERED:
        return True
    is_free = row.occasion.free > 0 and offer_ends(row.occasion) is None
    return row.state == RegistrationState.WAITING and is_free


def _waiting(occasion: Occasion) -> QuerySet[Registration]:
    return Registration.objects.filter(occasion=occasion, state=RegistrationState.WAITING)
