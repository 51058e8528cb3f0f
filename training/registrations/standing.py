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
    taken. `may_take`: a place is free and it is too late for offers, so that who waits may take it."""

    occasion: Occasion
    own: Registration | None
    before: int = 0
    waiting: int = 0
    refused: RegistrationRefusedError | None = None
    may_take: bool = False
    may_cancel: bool = False

    @property
    def is_full(self) -> bool:
        """A new registration comes into the queue: no place is free, or others have the turn."""
        return self.occasion.free <= 0

    @property
    def may_accept(self) -> bool:
        return self.may_take or (self.own is not None and self.own.state == RegistrationState.OFFERED)

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


def with_before(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    """For lists: how many wait before each, read with the rows; `standing_of` then asks no more of them."""
    waiting = Registration.objects.filter(
        occasion=OuterRef("occasion"), state=RegistrationState.WAITING, pk__lt=OuterRef("pk")
    )
    counted = waiting.order_by().values("occasion").annotate(number=Count("pk")).values("number")
    return rows.annotate(before=Coalesce(Subquery(counted), 0))


def standing_of(user: Person, occasion: Occasion, row: Registration | None = None) -> Standing:
    if row is None:
        row = own(user).filter(occasion=occasion).exclude(state=RegistrationState.CANCELLED).first()
    if row is None:
        waiting = _waiting(occasion).count() if occasion.free <= 0 else 0
        return Standing(occasion, None, waiting=waiting, refused=refusal(occasion))
    if has_begun(occasion):
        return Standing(occasion, row)
    if occasion.state == OccasionState.CANCELLED:
        return Standing(occasion, row, refused=CalledOffError())
    waits = row.state == RegistrationState.WAITING
    return Standing(
        occasion,
        row,
        before=_before(occasion, row) if waits else 0,
        may_take=waits and occasion.free > 0 and offer_ends(occasion) is None,
        may_cancel=True,
    )


def _before(occasion: Occasion, row: Registration) -> int:
    known: int | None = getattr(row, "before", None)
    return _waiting(occasion).filter(pk__lt=row.pk).count() if known is None else known


def _waiting(occasion: Occasion) -> QuerySet[Registration]:
    return Registration.objects.filter(occasion=occasion, state=RegistrationState.WAITING)
