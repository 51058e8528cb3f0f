"""Whose registrations a person may see and change."""

from django.db.models import QuerySet
from django.http import Http404

from handslag.access.people import Person, is_signed_in
from training.occasions.rules import may_organise
from training.registrations.registration import Registration


def require_organiser(user: Person) -> None:
    """Raises Http404."""
    if not may_organise(user):
        raise Http404


def own(user: Person) -> QuerySet[Registration]:
    if not is_signed_in(user):
        return Registration.objects.none()
    return Registration.objects.filter(person=user.pk).select_related("occasion__course", "unit")
