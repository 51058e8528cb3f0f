"""How large units are: no figure is shown for those under five people (design, 4)."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count

LEAST = 5


def people_in(units: Iterable[Any]) -> dict[int, int]:
    """By unit: those with an account that is not shut. A host site's accounts may have no units."""
    model = get_user_model()
    if not any(field.name == "unit" for field in model._meta.get_fields()):
        return {}
    rows = model._default_manager.filter(is_active=True, unit__in=list(units))
    return dict(rows.order_by().values_list("unit").annotate(number=Count("pk")))
