"""Counting meetings: only held ones count; planned ones that lie ahead are a forecast and no more (A2.4)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page

from contacts.bodies.counted import countable
from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage


class Body(Protocol):
    """What is asked of a BodyPage."""

    pk: Any
    path: Any

    @property
    def meetings_wanted(self) -> int: ...


@dataclass(frozen=True)
class Forecast:
    """`ahead`: planned and not yet past. What was planned and never said to be held counts nowhere."""

    year: int
    wanted: int
    held: int = 0
    cancelled: int = 0
    ahead: int = 0

    @property
    def expected(self) -> int:
        return self.held + self.ahead

    @property
    def missing(self) -> int:
        """So many more must be planned."""
        return max(0, self.wanted - self.expected)


@dataclass(frozen=True)
class Tally:
    """`last` is when a meeting was last held, `next` when one is planned."""

    forecast: Forecast
    last: datetime.datetime | None = None
    next: datetime.datetime | None = None


def counted_meetings() -> QuerySet[MeetingPage]:
    """For a figure about one body, which those see who see the body."""
    return countable(MeetingPage.objects.all())


def openly_counted_meetings() -> QuerySet[MeetingPage]:
    """For a figure across bodies: not those of a body that only some may see."""
    return countable(MeetingPage.objects.all(), levels=2)


def held_in(body: Body, year: int) -> int:
    """Local days: a meeting at 00:30 on New Year's Day is of the new year."""
    meetings = counted_meetings().filter(state=MeetingState.HELD, starts_at__year=year)
    return int(_below(meetings, body).count())


def forecast(body: Body, year: int, today: datetime.date) -> Forecast:
    return _told(_below(counted_meetings(), body), [body], year, today)[body.pk].forecast


def tallies(bodies: Iterable[Body], today: datetime.date) -> dict[int, Tally]:
    """By the body's key; one question however many they are."""
    return _told(counted_meetings(), list(bodies), today.year, today)


def _below(meetings: QuerySet[MeetingPage], body: Body) -> QuerySet[MeetingPage]:
    """A range of paths is found in an index, their beginning is not on every database."""
    return meetings.filter(path__range=Page._get_children_path_interval(body.path))


def _told(
    meetings: QuerySet[MeetingPage], bodies: list[Body], year: int, today: datetime.date
) -> dict[int, Tally]:
    held, planned = Q(state=MeetingState.HELD), Q(state=MeetingState.PLANNED, starts_at__date__gte=today)
    in_year = Q(starts_at__year=year)
    rows = (
        meetings.annotate(of_body=Left("path", Length("path") - Page.steplen))
        .order_by()
        .values("of_body")
        .annotate(
            held=Count("pk", filter=held & in_year),
            cancelled=Count("pk", filter=Q(state=MeetingState.CANCELLED) & in_year),
            ahead=Count("pk", filter=planned & in_year),
            last=Max("starts_at", filter=held),
            next=Min("starts_at", filter=planned),
        )
    )
    by_path: dict[str, dict[str, Any]] = {row.pop("of_body"): row for row in rows}
    return {body.pk: _tally(body, year, by_path.get(body.path, {})) for body in bodies}


def _tally(body: Body, year: int, row: dict[str, Any]) -> Tally:
    counts = {name: row.get(name, 0) for name in ("held", "cancelled", "ahead")}
    return Tally(Forecast(year, body.meetings_wanted, **counts), row.get("last"), row.get("next"))
