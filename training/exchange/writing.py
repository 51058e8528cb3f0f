"""The catalogue and its occasions as rows of a file: what the pages show to that reader. No persons.

The catalogue can be read in again; figures of people are the lists' own (`competence.tables`).
"""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from handslag.access.people import Person
from handslag.access.visibility import visible_to
from handslag.spreadsheets.choices import title_for
from handslag.spreadsheets.writing import Cell
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import CourseKind, OrganiserLevel
from training.exchange.columns import OF_OCCASION, TITLES, Column
from training.exchange.texts import plain
from training.occasions.rules import known_occasions

OF_COURSE = tuple(column for column in Column if column not in OF_OCCASION)


def catalogue(user: Person) -> list[list[Cell]]:
    """Published courses in the site's first language, with the headings that reading in knows."""
    courses = visible_to(CoursePage.objects.filter(live=True, locale=Locale.get_default()), user)
    return [
        [str(TITLES[column]) for column in OF_COURSE],
        *(_course(one) for one in courses.select_related("organiser").order_by("title")),
    ]


def occasions(user: Person) -> list[list[Cell]]:
    """In numbers: who has a place stands in no file."""
    head: list[Cell] = [
        _("Course"),
        _("Kind"),
        _("Begins"),
        _("Ends"),
        _("Place"),
        _("Number of places"),
        _("Places taken"),
        _("Places left"),
        _("State"),
    ]
    rows = known_occasions(user).select_related("course").order_by("starts_at", "pk")
    lines: list[list[Cell]] = [
        [
            one.course.title,
            title_for(CourseKind(one.course.kind)),
            _written(one.starts_at),
            _written(one.ends_at),
            one.place,
            one.capacity,
            one.taken,
            one.free,
            str(one.get_state_display()),
        ]
        for one in rows
    ]
    return [head, *lines]


def _course(one: CoursePage) -> list[Cell]:
    return [
        one.title,
        title_for(CourseKind(one.kind)),
        title_for(OrganiserLevel(one.organiser_level)),
        one.organiser.name if one.organiser else "",
        one.summary,
        one.audience,
        one.prior_knowledge,
        plain(one.aims),
        plain(one.method),
        one.valid_months if one.valid_months is not None else "",
    ]


def _written(moment: datetime.datetime | None) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""
