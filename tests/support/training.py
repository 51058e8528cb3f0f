"""Courses, occasions and registrations of a test."""

import datetime
from typing import Any

from django.utils import timezone

from handslag import clock
from tests.support.bodies import published
from tests.support.factories import make_site, swedish
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.catalogue.kinds import CourseKind
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.kinds import HOLDS_A_PLACE, RegistrationState
from training.registrations.registration import Registration

DAY = datetime.date(2026, 3, 2)


def catalogue() -> CatalogueIndexPage:
    found = CatalogueIndexPage.objects.first()
    return found or published(
        make_site(), CatalogueIndexPage(title="Utbildning", slug="utbildning", locale=swedish())
    )


def course(title: str = "Grundkurs", kind: str = CourseKind.KNOWLEDGE, **fields: Any) -> CoursePage:
    return published(catalogue(), CoursePage(title=title, kind=kind, locale=swedish(), **fields))


def occasion(
    of: CoursePage | None = None,
    at: str = "",
    hours: int = 3,
    capacity: int = 20,
    state: str = OccasionState.OPEN,
    **fields: Any,
) -> Occasion:
    """`at`: "2026-03-02 09:00", local time; empty: in a fortnight, at the same hour as now."""
    begins = (
        timezone.make_aware(datetime.datetime.fromisoformat(at))
        if at
        else clock.now().replace(second=0, microsecond=0) + datetime.timedelta(days=14)
    )
    ends = begins + datetime.timedelta(hours=hours)
    if not fields.get("link"):
        fields.setdefault("place", "Kommunhuset")
    row = Occasion.objects.create(
        course=of or course(), capacity=capacity, state=state, starts_at=begins, ends_at=ends, **fields
    )
    OccasionDay.objects.create(occasion=row, starts_at=begins, ends_at=ends)
    return row


def registration(
    of: Occasion, person: Any, state: str = RegistrationState.ATTENDED, **fields: Any
) -> Registration:
    """Written past the rules, for figures of the past; a place that it holds is counted."""
    if state in HOLDS_A_PLACE:
        Occasion.objects.filter(pk=of.pk).update(taken=of.taken + 1)
        of.refresh_from_db()
    fields.setdefault("unit", getattr(person, "unit", None))
    return Registration.objects.create(occasion=of, person=person, state=state, **fields)
