"""Who sees the units' figures, and who may confirm what somebody learned elsewhere."""

from django.db.models import Q, QuerySet

from handslag.access.people import Person, has_role, is_break_glass
from training.competence.earlier import EarlierTraining
from training.competence.kinds import EarlierState
from training.managers.people_units import accounts_have_units
from training.managers.rules import managed_units, manages, sees_every_unit, sees_some_unit


def sees_all_figures(user: Person) -> bool:
    """The auditor sees numbers, no persons."""
    return has_role(user, "coordinator", "auditor") or is_break_glass(user)


def sees_figures(user: Person) -> bool:
    return sees_all_figures(user) or manages(user)


def may_confirm(user: Person) -> bool:
    return sees_some_unit(user)


def to_confirm(user: Person) -> QuerySet[EarlierTraining]:
    """What waits of the people in one's units; never one's own. The coordinator's also of people in no unit."""
    waiting = EarlierTraining.objects.filter(state=EarlierState.WAITING, person__is_active=True)
    waiting = waiting.exclude(Q(person=user.pk)).select_related("person").order_by("created_at", "pk")
    if sees_every_unit(user):
        return waiting
    if not accounts_have_units():
        return waiting.none()
    return waiting.filter(person__unit__in=managed_units(user))
