"""Which units a person may see the figures of; the one decision point for managers' views."""

from django.db.models import QuerySet

from handslag.access.people import Person, has_role, is_break_glass, is_signed_in
from handslag.places.models import Unit
from training.managers.manager import UnitManager

_CACHE = "_training_manages"


def sees_every_unit(user: Person) -> bool:
    return has_role(user, "coordinator") or is_break_glass(user)


def manages(user: Person) -> bool:
    """Answers for a unit by name; asked once per user object (a request's lifetime)."""
    if not is_signed_in(user):
        return False
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, UnitManager.objects.filter(person=user.pk).exists())
    found: bool = getattr(user, _CACHE)
    return found


def sees_some_unit(user: Person) -> bool:
    return sees_every_unit(user) or manages(user)


def managed_units(user: Person) -> QuerySet[Unit]:
    """Those that the person answers for, with everything below them."""
    if sees_every_unit(user):
        return Unit.objects.all()
    return Unit.objects.filter(pk__in=managed_numbers(user))


def managed_numbers(user: Person) -> set[int]:
    """The same for who does not see them all: two questions, however deep the units lie."""
    if not is_signed_in(user):
        return set()
    level = set(UnitManager.objects.filter(person=user.pk).order_by().values_list("unit", flat=True))
    below = list(Unit.objects.order_by().values_list("pk", "parent")) if level else []
    found: set[int] = set()
    while level:
        found |= level
        level = {pk for pk, parent in below if parent in level} - found
    return found
