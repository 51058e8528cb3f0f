"""What training can show for a commitment (A7.3, B-0.4, B-3.1): courses as records, never people."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from contacts.bodies.counted import openly_countable
from handslag import clock
from handslag.evidence import Evidence, EvidenceLink, EvidenceSource
from handslag.places.sizes import LEAST
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import COUNTED_PER_UNIT, CourseKind, OrganiserLevel
from training.competence.covering import Figures, all_units, innermost
from training.competence.kinds import Coverage
from training.competence.learned import attended_registrations
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion

# A figure stands on records; the newest of them are enough to see that it does.
LINKS = 12
BOTH = "both"
UNITS = "units"


def measure_held(parameters: Mapping[str, Any], day: datetime.date) -> Evidence:
    """Occasions of the year whose days are over; `kind` of course, without it all kinds. No data for an unknown one."""
    kind = parameters.get("kind", "")
    if kind and kind not in CourseKind.values:
        return Evidence(None, day)
    held = _held(day)
    if kind:
        held = held.filter(course__kind=kind)
    return Evidence(held.count(), day, _links(held))


def measure_covered(parameters: Mapping[str, Any], day: datetime.date) -> Evidence:
    """The share of units, in percent, that have somebody trained in `kind`, or in both kinds; of those units that may
    be shown, and of units below each other the innermost, so that no group of people is counted twice."""
    kind = parameters.get("kind") or BOTH
    if kind != BOTH and kind not in COUNTED_PER_UNIT:
        return Evidence(None, day)
    rows = innermost(all_units(day))
    if not rows:
        return Evidence(None, day)
    covered = sum(_is_covered(figures, kind) for figures in rows)
    kinds = COUNTED_PER_UNIT if kind == BOTH else (kind,)
    courses = openly_countable(CoursePage.objects.filter(kind__in=kinds)).order_by("title")
    return Evidence(round(100 * covered / len(rows)), day, tuple(_pages(courses[:LINKS])))


def measure_county_wide(parameters: Mapping[str, Any], day: datetime.date) -> Evidence:
    """People who this year attended courses of the county, or with `counted` "units" how many units they came from.
    Nothing where they are one to four."""
    held = _held(day).filter(course__organiser_level=OrganiserLevel.COUNTY)
    attended = attended_registrations().filter(occasion__in=held.order_by())
    # Whose account is gone was there all the same.
    counts = attended.aggregate(
        known=Count("person", distinct=True),
        gone=Count("pk", filter=Q(person=None)),
        units=Count("unit", distinct=True),
    )
    people = counts["known"] + counts["gone"]
    if 0 < people < LEAST:
        return Evidence(None, day)
    counted = counts["units"] if parameters.get("counted") == UNITS else people
    return Evidence(counted, day, _links(held.filter(pk__in=attended.values("occasion"))))


def _held(day: datetime.date) -> QuerySet[Occasion]:
    """Announced, not cancelled, of courses that everybody may see, and over; the year is that of the last day."""
    over = min(clock.start_of(day + datetime.timedelta(days=1)), clock.now())
    open_ones = openly_countable(CoursePage.objects.all())
    rows = Occasion.objects.filter(
        state=OccasionState.OPEN,
        ends_at__gte=clock.start_of(day.replace(month=1, day=1)),
        ends_at__lte=over,
        course__in=open_ones,
    )
    return rows.select_related("course").order_by("-ends_at", "-pk")


def _is_covered(figures: Figures, kind: str) -> bool:
    return figures.coverage == Coverage.COVERED if kind == BOTH else figures.trained(kind) > 0


def _links(held: QuerySet[Occasion]) -> tuple[EvidenceLink, ...]:
    return tuple(
        EvidenceLink(_title(one), reverse("training:occasion", args=[one.pk])) for one in held[:LINKS]
    )


def _title(one: Occasion) -> str:
    day = timezone.localtime(one.ends_at).date() if one.ends_at else None
    return f"{one.course.title}, {date_format(day, 'j F Y')}" if day else one.course.title


def _pages(courses: Iterable[CoursePage]) -> list[EvidenceLink]:
    return [EvidenceLink(course.title, course.url or "") for course in courses]


SOURCES = (
    EvidenceSource(
        "trainings_held",
        gettext_lazy("trainings held this year"),
        measure_held,
        order=40,
        parameters=("kind",),
    ),
    EvidenceSource(
        "units_trained",
        gettext_lazy("units with trained people, in percent"),
        measure_covered,
        order=41,
        parameters=("kind",),
    ),
    EvidenceSource(
        "county_training",
        gettext_lazy("people at training of the whole county this year"),
        measure_county_wide,
        order=42,
        parameters=("counted",),
    ),
)
