"""What ends on a day (archived, abolished) is there until the day before: one rule, for whatever day is asked about."""

import datetime

from django.db.models import Q

from handslag import clock


def lasts(field: str, day: datetime.date | None = None) -> Q:
    """`field`: holds the day that ends it, or nothing. `day` None: today."""
    return Q(**{field: None}) | Q(**{f"{field}__gt": day or clock.today()})


def has_ended(on: datetime.date | None) -> bool:
    """The same of one that was read, today."""
    return on is not None and on <= clock.today()
