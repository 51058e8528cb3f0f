"""Whether the mandate of a body holds on a day; its last day still counts (A1.1)."""

import datetime

from django.db.models import Q


def mandate_holds(day: datetime.date) -> Q:
    """Of a BodyPage."""
    return Q(mandate_until=None) | Q(mandate_until__gte=day)
