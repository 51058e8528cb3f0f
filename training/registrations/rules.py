"""Whose registrations a person may see and change."""

from django.db.models import QuerySet
from django.http import Http404

from handslag.access.people import Person, is_signed_in
from handslag.access.visibility import visible_to
from training.catalogue.index_page import CatalogueIndexPage
from training.occasions.rules import may_organise
from training.registrations.registration import Registration


def require_catalogue(user: Person) -> None:
    """What stands below the catalogue's page is there for those who may see that page. Raises Http404."""
    if not visible_to(CatalogueIndexPage.objects.filter(live=True), user).exists():
        raise Http404


def require_organiser(user: Person) -> None:
    """Raises Http404."""
    if not may_organise(user):
        raise Http404


def own(user: Person) -> QuerySet[Registration]:
    if not is_signed_in(user):
        return Registration.objects.none()
    return Registration.objects.filter(person=user.pk).select_related("occasion__course", "unit")
