"""Whose registrations a person may see and change."""

from django.db.models import QuerySet

from handslag.access.people import Person, is_signed_in
from training.registrations.registration import Registration


def own(user: Person) -> QuerySet[Registration]:
    if not is_signed_in(user):
        return Registration.objects.none()
    return Registration.objects.filter(person=user.pk).select_related("occasion__course", "unit")
