"""Whose registrations a person may see and change, and which of them say that somebody was trained."""

from django.db.models import Q, QuerySet

from handslag import clock
from handslag.access.people import Person, is_signed_in
from training.occasions.kinds import OccasionState
from training.registrations.kinds import RegistrationState
from training.registrations.notice import NoticeKind
from training.registrations.registration import Registration


def own(user: Person) -> QuerySet[Registration]:
    if not is_signed_in(user):
        return Registration.objects.none()
    return Registration.objects.filter(person=user.pk).select_related("occasion__course", "unit")


def has_run_out(row: Registration) -> bool:
    """Ended by an offer that was not accepted in time, and not by the person."""
    is_ended = row.state == RegistrationState.CANCELLED
    return is_ended and row.notices.filter(kind=NoticeKind.RAN_OUT).exists()


def has_taken_part() -> Q:
    """Marked as having come to an occasion that was held to its end: not on the first of three days, and not where it
    was cancelled half-way."""
    return Q(
        state=RegistrationState.ATTENDED,
        occasion__state=OccasionState.OPEN,
        occasion__ends_at__lte=clock.now(),
    )
