"""Whose registrations a person may see and change, and which of them say that somebody was trained."""

from django.db.models import Q, QuerySet

from handslag import clock
from handslag.access.people import Person, is_signed_in
from training.occasions.kinds import OccasionState
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration


def own(user: Person) -> QuerySet[Registration]:
    if not is_signed_in(user):
        return Registration.objects.none()
    return Registration.objects.filter(person=user.pk).select_related("occasion__course", "unit")


def has_taken_part() -> Q:
    """Marked as having come to an occasion that was held to its end: not on the first of three days, and not where it
    was cancelled half-way."""
    return Q(
        state=RegistrationState.ATTENDED,
        occasion__state=OccasionState.OPEN,
        occasion__ends_at__lte=clock.now(),
    )
