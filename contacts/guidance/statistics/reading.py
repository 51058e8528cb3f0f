"""The year's requests as they stand in the database: what was purged is no longer counted."""

import datetime
import statistics
from dataclasses import dataclass

from django.db.models import Min, QuerySet
from django.utils import timezone

from contacts.guidance.kinds import OPEN
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.statistics.counting import NO_PLACE, Asked, Counts, count
from handslag import clock
from handslag.places.models import Municipality
from handslag.places.sizes import LEAST


@dataclass(frozen=True)
class Year:
    """`median_days`: from the question to the first answer, in days; None where fewer than LEAST were answered."""

    year: int
    counts: Counts
    places: dict[int, str]
    median_days: float | None


def years() -> list[int]:
    """From this one back to that of the oldest request."""
    this = clock.today().year
    oldest = GuidanceRequest.objects.aggregate(at=Min("created_at"))["at"]
    return list(range(this, min(this, timezone.localtime(oldest).year if oldest else this) - 1, -1))


def read_year(year: int) -> Year:
    rows = _of(year)
    places = dict(Municipality.objects.values_list("pk", "name"))
    asked = [
        Asked(
            place or NO_PLACE,
            situation,
            timezone.localtime(created).month,
            waits=answered is None and status in OPEN,
        )
        for place, situation, created, answered, status in rows.values_list(
            "unit__municipality", "situation", "created_at", "answered_at", "status"
        )
    ]
    return Year(year, count(asked, (*places, NO_PLACE)), places, _median(rows))


def _of(year: int) -> "QuerySet[GuidanceRequest]":
    first = timezone.make_aware(datetime.datetime(year, 1, 1))  # noqa: DTZ001 -- made aware here
    after = timezone.make_aware(datetime.datetime(year + 1, 1, 1))  # noqa: DTZ001 -- as above
    return GuidanceRequest.objects.filter(created_at__gte=first, created_at__lt=after).order_by()


def _median(rows: "QuerySet[GuidanceRequest]") -> float | None:
    times = rows.exclude(answered_at=None).values_list("created_at", "answered_at")
    days = [
        (timezone.localtime(answered).date() - timezone.localtime(created).date()).days
        for created, answered in times
        if answered is not None
    ]
    return statistics.median(days) if len(days) >= LEAST else None
