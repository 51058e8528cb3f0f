"""In which unit people are: the account model of another site may not know of units."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, QuerySet

from handslag.places.models import Unit


def accounts_have_units() -> bool:
    try:
        field = get_user_model()._meta.get_field("unit")
    except FieldDoesNotExist:
        return False
    return field.related_model is Unit


def active_people() -> QuerySet[Any]:
    """Accounts that are open, in no order."""
    return get_user_model()._default_manager.filter(is_active=True).order_by()


def people_by_unit() -> dict[int, int]:
    """How many are directly in each; those without a unit, nowhere."""
    if not accounts_have_units():
        return {}
    rows = active_people().filter(unit__isnull=False)
    return dict(rows.values_list("unit").annotate(number=Count("pk")))


def unit_of(person: Any) -> int | None:
    return getattr(person, "unit_id", None) if accounts_have_units() else None
