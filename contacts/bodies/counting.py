"""Counting meetings: only held ones count; planned ones that lie ahead are a forecast and no more (A2.4).

A safety walk (A2.2) is no meeting of the body, and is in none of its figures."""

import datetime
import functools
import operator
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Left, Length
from django.utils import timezone
from wagtail.models import Page

from contacts.bodies.counted import countable, on_open_way
from contacts.bodies.kinds import MeetingKind, MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.record import is_record

# So far back a figure over all bodies looks first; whoever has met since is done.
LATELY = datetime.timedelta(days=366)
BODY_PATH = Left("path", Length("path") - Page.steplen)


class Body(Protocol):
    """What is asked of a BodyPage."""

    pk: Any
    path: Any

    @property
    def meetings_wanted(self) -> int: ...

    def has_ended(self, day: datetime.date) -> bool: ...


@dataclass(frozen=True)
class Forecast:
    """`ahead`: planned and not yet past. What was planned and never said to be held counts nowhere. `is_over`: the
    body's mandate has ended."""

    year: int
    wanted: int
    held: int = 0
    cancelled: int = 0
    ahead: int = 0
    is_over: bool = False

    @property
    def expected(self) -> int:
        return self.held + self.ahead

    @property
    def missing(self) -> int:
        """So many more must be planned; a body whose mandate has ended meets no more."""
        return 0 if self.is_over else max(0, self.wanted - self.expected)


@dataclass(frozen=True)
class Tally:
    """`last` is when a meeting was last held, `next` when one is planned."""

    forecast: Forecast
    last: datetime.datetime | None = None
    next: datetime.datetime | None = None


def counted_meetings() -> QuerySet[MeetingPage]:
    """For a figure about one body, which those see who see the body."""
    return countable(MeetingPage.objects.filter(is_record()))


def openly_counted_meetings() -> QuerySet[MeetingPage]:
    """For a figure across bodies: not those of a body that only some may see, by whatever rule above it. The bodies,
    which are few, are asked and not each of their meetings."""
    of_bodies = ContentType.objects.filter(app_label="contacts", model="bodypage")
    bodies = Page.objects.filter(on_open_way(), content_type__in=of_bodies).values("path")
    return counted_meetings().alias(of_body=BODY_PATH).filter(of_body__in=bodies)


def without_walks(meetings: QuerySet[MeetingPage]) -> QuerySet[MeetingPage]:
    """What the body itself met for: a walk makes up for no meeting of it (A2.4)."""
    return meetings.filter(kind=MeetingKind.MEETING)


def held_in(body: Body, year: int) -> int:
    """Local days: a meeting at 00:30 on New Year's Day is of the new year."""
    meetings = without_walks(counted_meetings()).filter(state=MeetingState.HELD, starts_at__year=year)
    return int(_below(meetings, body).count())


def forecast(body: Body, year: int, today: datetime.date) -> Forecast:
    rows = _counts(_below(without_walks(counted_meetings()), body), year, today)
    return _tally(body, year, today, rows.get(body.path, {})).forecast


def tallies(bodies: Iterable[Body], today: datetime.date) -> dict[int, Tally]:
    """By the body's key; two questions at most however many they are."""
    meetings, bodies, year = without_walks(counted_meetings()), list(bodies), today.year
    by_path = _counts(meetings, year, today)
    silent = [body for body in bodies if not by_path.get(body.path, {}).get("last")]
    earlier = meetings.filter(state=MeetingState.HELD, starts_at__lt=_lately(year, today))
    for path, last in _last_before(earlier, silent).items():
        by_path.setdefault(path, {})["last"] = last
    return {body.pk: _tally(body, year, today, by_path.get(body.path, {})) for body in bodies}


def morning_of(day: datetime.date) -> datetime.datetime:
    """A day as a moment, which an index on moments finds."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def _below(meetings: QuerySet[MeetingPage], body: Body) -> QuerySet[MeetingPage]:
    """A range of paths is found in an index, their beginning is not on every database."""
    return meetings.filter(path__range=Page._get_children_path_interval(body.path))


def _counts(meetings: QuerySet[MeetingPage], year: int, today: datetime.date) -> dict[str, dict[str, Any]]:
    """By the body's path, from what was lately and what lies ahead."""
    held, planned = Q(state=MeetingState.HELD), Q(state=MeetingState.PLANNED, starts_at__date__gte=today)
    in_year = Q(starts_at__year=year)
    rows = (
        _by_body(meetings.filter(starts_at__gte=_lately(year, today)))
        .annotate(
            held=Count("pk", filter=held & in_year),
            cancelled=Count("pk", filter=Q(state=MeetingState.CANCELLED) & in_year),
            ahead=Count("pk", filter=planned & in_year),
            last=Max("starts_at", filter=held),
            next=Min("starts_at", filter=planned),
        )
        .order_by()
    )
    return {row.pop("of_body"): row for row in rows}


def _lately(year: int, today: datetime.date) -> datetime.datetime:
    return morning_of(min(datetime.date(year, 1, 1), today - LATELY))


def _last_before(earlier: QuerySet[MeetingPage], silent: list[Body]) -> dict[str, datetime.datetime]:
    """Of the few that have not met for long, which have few meetings: not asked of ten years of all the others'."""
    if not silent:
        return {}
    below = (Q(path__range=Page._get_children_path_interval(body.path)) for body in silent)
    rows = _by_body(earlier.filter(functools.reduce(operator.or_, below)))
    return dict(rows.annotate(last=Max("starts_at")).order_by().values_list("of_body", "last"))


def _by_body(meetings: QuerySet[MeetingPage]) -> QuerySet[MeetingPage, dict[str, Any]]:
    return meetings.annotate(of_body=BODY_PATH).order_by().values("of_body")


def _tally(body: Body, year: int, today: datetime.date, row: dict[str, Any]) -> Tally:
    counts = {name: row.get(name, 0) for name in ("held", "cancelled", "ahead")}
    seen = Forecast(year, body.meetings_wanted, **counts, is_over=body.has_ended(today))
    return Tally(seen, row.get("last"), row.get("next"))
