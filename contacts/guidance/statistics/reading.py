"""The year's requests as they stand in the database: what was purged is no longer counted."""

import datetime
import statistics
from dataclasses import dataclass

from django.db.models import Case, Count, Min, QuerySet, When
from django.utils import timezone

from contacts.guidance.kinds import OPEN
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.statistics.counting import MONTHS, NO_PLACE, Asked, Counts, count
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
    places = dict(Municipality.objects.values_list("pk", "name"))
    counts = count(asked_in(year), (*places, NO_PLACE), months_begun(year))
    return Year(year, counts, places, _median(_of(year)))


def months_begun(year: int) -> tuple[int, ...]:
    today = clock.today()
    return tuple(month for month in MONTHS if (year, month) <= (today.year, today.month))


def asked_in(year: int) -> list[Asked]:
    """Counted by the database. The months are told by where they begin: local time is not asked of each row."""
    begins = [When(created_at__lt=_first_of(year, month + 1), then=month) for month in range(1, 12)]
    waits = Case(When(answered_at=None, status__in=OPEN, then=True), default=False)
    named = _of(year).annotate(month=Case(*begins, default=12), waits=waits)
    rows = named.values_list("unit__municipality", "situation", "month", "waits").annotate(number=Count("pk"))
    return [Asked(place or NO_PLACE, *rest) for place, *rest in rows]


def _of(year: int) -> "QuerySet[GuidanceRequest]":
    within = {"created_at__gte": _first_of(year), "created_at__lt": _first_of(year + 1)}
    return GuidanceRequest.objects.filter(**within).order_by()


def _first_of(year: int, month: int = 1) -> datetime.datetime:
    return clock.start_of(datetime.date(year, month, 1))


def _median(rows: "QuerySet[GuidanceRequest]") -> float | None:
    """Of local days. Each pair is read as it stands: SQLite would ask back for the local day of each moment."""
    pairs = rows.exclude(answered_at=None).values_list("created_at", "answered_at")
    zone = timezone.get_current_timezone()
    days = [on.astimezone(zone).toordinal() - at.astimezone(zone).toordinal() for at, on in pairs if on]
    return statistics.median(days) if len(days) >= LEAST else None
