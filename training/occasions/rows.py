"""Occasions as lists show them, read in a fixed number of queries."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from handslag import clock
from training.catalogue.course_page import CoursePage
from training.occasions.day import OccasionDay
from training.occasions.occasion import Occasion
from training.occasions.standing import Standing, standing


@dataclass(frozen=True)
class OccasionRow:
    """`course` in the reader's language."""

    occasion: Occasion
    course: CoursePage
    url: str
    standing: Standing
    days: list["DayRow"]


@dataclass(frozen=True)
class DayRow:
    starts_at: datetime.datetime
    ends_at: datetime.datetime


@dataclass(frozen=True)
class CourseRow:
    """A course without an occasion ahead."""

    course: CoursePage
    url: str


def with_days(occasions: "QuerySet[Occasion]") -> "QuerySet[Occasion]":
    return occasions.prefetch_related("days")


def with_first_day(occasions: "QuerySet[Occasion]") -> "QuerySet[Occasion]":
    """For `first_day_rows`: without a question for the days."""
    first = OccasionDay.objects.filter(occasion=OuterRef("pk")).order_by("starts_at", "pk")
    return occasions.annotate(first_day_ends_at=Subquery(first.values("ends_at")[:1]))


def first_day_rows(occasions: Iterable[Any], courses: Mapping[int, CoursePage]) -> list[OccasionRow]:
    """With the first day alone."""
    return [_row(one, courses, [DayRow(one.starts_at, one.first_day_ends_at)]) for one in occasions]


def occasion_rows(occasions: Iterable[Occasion], courses: Mapping[int, CoursePage]) -> list[OccasionRow]:
    """Of those that were read by `with_days`; `courses` by the number of the occasion's course."""
    return [_row(one, courses, one.days.all()) for one in occasions]


def day_row(day: OccasionDay, courses: Mapping[int, CoursePage]) -> OccasionRow:
    """The occasion with this day alone, for a calendar."""
    return _row(day.occasion, courses, [day])


def _row(
    occasion: Occasion, courses: Mapping[int, CoursePage], days: Iterable[OccasionDay | DayRow]
) -> OccasionRow:
    return OccasionRow(
        occasion,
        courses[occasion.course_id],
        reverse("training:occasion", args=[occasion.pk]),
        standing(occasion, clock.now()),
        [DayRow(day.starts_at, day.ends_at) for day in days],
    )


def course_rows(courses: Iterable[CoursePage], request: HttpRequest) -> list[CourseRow]:
    return [CourseRow(course, course.get_url(request) or "") for course in courses]
