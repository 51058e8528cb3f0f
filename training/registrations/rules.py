"""Whose registrations a person may see and change."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from handslag.access.people import Person, is_signed_in
from handslag.access.visibility import may_see_path
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.rules import may_organise
from training.registrations.registration import Registration


def require_organiser(user: Person) -> None:
    """Raises Http404."""
    if not may_organise(user):
        raise Http404


def known_occasion(user: Person, pk: int) -> Occasion:
    """One of `known_occasions`, asked by the path of its course, which is much less work. Raises Http404."""
    found = get_object_or_404(Occasion.objects.select_related("course", "contact_function"), pk=pk)
    course = found.course
    if not course.live or (found.state == OccasionState.DRAFT and not may_organise(user)):
        raise Http404
    if not may_see_path(user, course.path):
        raise Http404
    return found


def own(user: Person) -> QuerySet[Registration]:
    if not is_signed_in(user):
        return Registration.objects.none()
    return Registration.objects.filter(person=user.pk).select_related("occasion__course", "unit")
