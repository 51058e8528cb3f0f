"""Whether the mandate of a body holds on a day; its last day still counts (A1.1)."""

import datetime

from django.db.models import Q


def mandate_holds(day: datetime.date, body: str = "") -> Q:
    """`body`: the lookup that leads to the body ("body__")."""
    return Q(**{f"{body}mandate_until": None}) | Q(**{f"{body}mandate_until__gte": day})
