"""Which courses and occasions a choice of filters finds."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from handslag import clock
from training.catalogue.course_page import CoursePage
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.months import Month, bounds
from training.occasions.occasion import Occasion

# Announced and not over: what people can go to, and what they should know is cancelled.
SHOWN = (OccasionState.OPEN, OccasionState.CANCELLED)


def matching(courses: Mapping[int, CoursePage], chosen: Mapping[str, Any]) -> dict[int, CoursePage]:
    """Courses are some dozens: words are compared here, where Å and å are one letter in every database."""
    words = str(chosen.get("malgrupp", "")).casefold().split()
    return {
        pk: course
        for pk, course in courses.items()
        if chosen.get("typ") in {None, course.kind}
        and chosen.get("niva") in {None, course.organiser_level}
        and all(word in course.audience.casefold() for word in words)
    }


def ahead(courses: Iterable[int], chosen: Mapping[str, Any], month: Month | None) -> "QuerySet[Occasion]":
    """Occasions that are not over, the next one first."""
    found = Occasion.objects.filter(
        course__in=list(courses), state__in=SHOWN, ends_at__gt=clock.now()
    ).order_by("starts_at", "pk")
    if month is not None:
        found = found.filter(Exists(days_in(month).filter(occasion=OuterRef("pk"))))
    return found.filter(has_free_places()) if chosen.get("lediga") else found


def days_in(month: Month) -> "QuerySet[OccasionDay]":
    """Those that begin before the month ends and end after it began."""
    begins, ends = bounds(month)
    return OccasionDay.objects.filter(starts_at__lt=ends, ends_at__gt=begins)


def has_free_places() -> Q:
    """Somebody who registers now gets a place."""
    now = clock.now()
    return (
        Q(state=OccasionState.OPEN, taken__lt=F("capacity"), starts_at__gt=now)
        & (Q(deadline=None) | Q(deadline__gt=now))
        & (Q(opens_at=None) | Q(opens_at__lte=now))
    )


def without_dates(courses: Mapping[int, CoursePage]) -> list[CoursePage]:
    """Courses that can be asked for and have no occasion ahead, by name; what another one replaces is not offered."""
    offered = {pk: course for pk, course in courses.items() if course.replaced_by_id is None}
    planned = Occasion.objects.filter(
        course__in=list(offered), state=OccasionState.OPEN, ends_at__gt=clock.now()
    )
    with_dates = set(planned.order_by().values_list("course", flat=True).distinct())
    return sorted(
        (course for pk, course in offered.items() if pk not in with_dates),
        key=lambda course: (course.title.casefold(), course.pk),
    )
