"""Who was trained, in what, and until when it holds: attended occasions, and what was had elsewhere and confirmed."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from handslag import clock
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import COUNTED_PER_UNIT, CourseKind
from training.catalogue.months import last_of_month
from training.competence.earlier import EarlierTraining
from training.competence.kinds import EarlierState
from training.competence.validity import earlier_months, earliest_still_valid, soon_days, valid_until
from training.registrations.registration import Registration
from training.registrations.rules import has_taken_part


@dataclass(frozen=True)
class Learned:
    """One thing that a person learned. `until` None: it need not be refreshed. `record`: of what was had
    elsewhere, which has no course."""

    title: str
    kind: str
    on: datetime.date
    until: datetime.date | None
    course: int | None = None
    record: int | None = None
    counts: bool = True
    state: str = ""

    @property
    def kind_title(self) -> str:
        return str(CourseKind(self.kind).label)


@dataclass(frozen=True)
class Refresh:
    """A kind in which what the person learned soon holds no longer, or has ceased to."""

    kind: str
    until: datetime.date

    @property
    def kind_title(self) -> str:
        return str(CourseKind(self.kind).label)


class Validity:
    """Which registrations hold on `day`. The courses' lengths are read once: there are few different ones."""

    def __init__(self, day: datetime.date) -> None:
        self.day = day
        lengths = set(CoursePage.objects.order_by().values_list("valid_months", flat=True).distinct())
        holds = Q(occasion__course__valid_months=None)
        for months in sorted(months for months in lengths if months is not None):
            since = clock.start_of(earliest_still_valid(day, months))
            holds |= Q(occasion__course__valid_months=months, occasion__ends_at__gte=since)
        self.condition = holds & Q(occasion__ends_at__lt=clock.start_of(day + datetime.timedelta(days=1)))

    def people(self, kind: str) -> Q:
        """A condition on accounts: trained in this kind, and it holds."""
        attended = attended_registrations().filter(self.condition, occasion__course__kind=kind)
        earlier = EarlierTraining.objects.filter(
            kind=kind,
            state=EarlierState.CONFIRMED,
            # Of the month it counts that it has begun; when in it the training was, nobody knows.
            held_in__gte=earliest_still_valid(self.day, earlier_months()).replace(day=1),
            held_in__lte=self.day,
        )
        return Q(pk__in=attended.filter(person__isnull=False).values("person")) | Q(
            pk__in=earlier.values("person")
        )


def attended_registrations() -> QuerySet[Registration]:
    """Of occasions that took place to their end, as for the certificate; in no order."""
    return Registration.objects.filter(has_taken_part()).order_by()


def learned_by(person: Any) -> list[Learned]:
    """The latest first; what is not confirmed stands there too and says so."""
    rows = attended_registrations().filter(person=person.pk).select_related("occasion__course")
    found = [_from_course(row) for row in rows]
    found += [_from_elsewhere(row) for row in EarlierTraining.objects.filter(person=person.pk)]
    return sorted(found, key=lambda one: one.on, reverse=True)


def to_refresh(learned: Iterable[Learned], day: datetime.date) -> list[Refresh]:
    """Of the kinds that are counted (B-3.1): what holds longest decides."""
    soon = day + datetime.timedelta(days=soon_days())
    best: dict[str, datetime.date] = {}
    for one in learned:
        if one.counts and one.kind in COUNTED_PER_UNIT and one.on <= day:
            until = one.until or datetime.date.max
            best[one.kind] = max(best.get(one.kind, until), until)
    return [Refresh(kind, until) for kind, until in sorted(best.items()) if until <= soon]


def _from_course(row: Registration) -> Learned:
    course, ends_at = row.occasion.course, row.occasion.ends_at
    on = timezone.localtime(ends_at).date() if ends_at else clock.today()
    return Learned(course.title, course.kind, on, valid_until(on, course.valid_months), course.pk)


def _from_elsewhere(row: EarlierTraining) -> Learned:
    counts = row.state == EarlierState.CONFIRMED
    until = valid_until(last_of_month(row.held_in), earlier_months())
    return Learned(
        row.title, row.kind, row.held_in, until, None, row.pk, counts, str(row.get_state_display())
    )
