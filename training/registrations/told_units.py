"""Which units' registrations are told at all, whoever reads: so far back, and those that stand."""

import datetime

from django.db.models import QuerySet

from handslag import clock
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration

BACK = datetime.timedelta(days=365)


def told() -> QuerySet[Registration]:
    rows = Registration.objects.filter(unit__isnull=False, occasion__starts_at__gte=clock.now() - BACK)
    return rows.exclude(state=RegistrationState.CANCELLED).order_by()


def told_units() -> frozenset[int]:
    """By the unit in which people were when they registered; nobody need be in it any more."""
    return frozenset(told().values_list("unit", flat=True).distinct())
