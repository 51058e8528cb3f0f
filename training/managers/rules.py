"""Which units a person may see the figures of; the one decision point for managers' views."""

from django.db.models import QuerySet

from handslag.access.people import Person, has_role, is_break_glass, is_signed_in
from handslag.places.models import Unit
from training.managers.manager import UnitManager


def sees_every_unit(user: Person) -> bool:
    return has_role(user, "coordinator") or is_break_glass(user)


def managed_units(user: Person) -> QuerySet[Unit]:
    """Those that the person answers for, with everything below them."""
    if sees_every_unit(user):
        return Unit.objects.all()
    if not is_signed_in(user):
        return Unit.objects.none()
    found = set(UnitManager.objects.filter(person=user.pk).values_list("unit", flat=True))
    level = found
    while level:
        level = set(Unit.objects.filter(parent__in=level).values_list("pk", flat=True)) - found
        found = found | level
    return Unit.objects.filter(pk__in=found)
