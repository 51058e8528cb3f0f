"""Who sees which units' needs, who enters them and who answers them."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from handslag.access.people import Person, has_role, is_signed_in
from handslag.places.models import Unit
from training.managers.people_units import unit_of
from training.managers.rules import managed_units, sees_every_unit
from training.needs.kinds import NeedState, NeedUrgency
from training.needs.need import TrainingNeed
from training.occasions.rules import may_organise

# What has no course comes first (B-3.2), then what is most urgent; what is over stands last.
_WITHOUT_COURSE, _WAITING, _PLANNED, _OVER = range(4)


def sees_all_needs(user: Person) -> bool:
    """Those who arrange courses, and the auditor; no need names a person."""
    return may_organise(user) or has_role(user, "auditor")


def may_answer(user: Person) -> bool:
    """Link a course, plan, decline."""
    return sees_every_unit(user)


def units_to_enter_for(user: Person) -> QuerySet[Unit]:
    """Those one answers for, and one's own, for which everybody may suggest."""
    if not is_signed_in(user):
        return Unit.objects.none()
    managed = managed_units(user)
    own = unit_of(user)
    rows = managed if own is None else managed | Unit.objects.filter(pk=own)
    return rows.distinct().select_related("municipality").order_by("municipality__name", "name")


def speaks_for(user: Person, unit: Unit) -> bool:
    """A need entered by others of the unit is a suggestion."""
    return bool(managed_units(user).filter(pk=unit.pk).exists())


def known_needs(user: Person) -> QuerySet[TrainingNeed]:
    rows = TrainingNeed.objects.select_related("unit", "course", "occasion__course")
    if not sees_all_needs(user):
        rows = rows.filter(unit__in=units_to_enter_for(user).order_by().values("pk"))
    return in_order(rows)


def without_course() -> QuerySet[TrainingNeed]:
    return TrainingNeed.objects.filter(state=NeedState.OPEN, course=None)


def in_order(rows: QuerySet[TrainingNeed]) -> QuerySet[TrainingNeed]:
    place = Case(
        When(state=NeedState.OPEN, course=None, then=Value(_WITHOUT_COURSE)),
        When(state=NeedState.OPEN, then=Value(_WAITING)),
        When(state=NeedState.PLANNED, then=Value(_PLANNED)),
        default=Value(_OVER),
        output_field=IntegerField(),
    )
    urgency = Case(
        *(When(urgency=value, then=Value(position)) for position, value in enumerate(NeedUrgency.values)),
        output_field=IntegerField(),
    )
    return rows.annotate(place=place, hurry=urgency).order_by("place", "hurry", "created_at", "pk")
