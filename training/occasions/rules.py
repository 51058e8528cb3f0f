"""Who arranges occasions, and which of them a person may know of."""

from django.db.models import Exists, F, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from handslag.access.people import Person, has_role, is_break_glass, is_signed_in
from handslag.access.reading import record_page_reading
from handslag.access.visibility import is_narrowed_at, seen_at, visible_to
from training.catalogue.course_page import CoursePage
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion

ORGANISERS = ("coordinator", "editor")


def may_organise(user: Person) -> bool:
    return has_role(user, *ORGANISERS) or is_break_glass(user)


def known_occasions(user: Person) -> QuerySet[Occasion]:
    """Of courses that the person may see and that are published; drafts for those who organise."""
    if not is_signed_in(user):
        return Occasion.objects.none()
    courses = visible_to(CoursePage.objects.filter(live=True), user)
    rows = Occasion.objects.filter(course__in=courses)
    return rows if may_organise(user) else rows.exclude(state=OccasionState.DRAFT)


def known_occasion(user: Person, pk: int) -> Occasion:
    """One of `known_occasions` below a catalogue that is published, asked by the path of its course, which is much less
    work. Raises Http404.

    The reading is written down where the course is kept to certain roles.
    """
    of_course = {"course_path": F("course__path"), "course_is_live": F("course__live")}
    found = get_object_or_404(Occasion.objects.annotate(**of_course), pk=pk)
    pages = Page.objects.filter(_catalogue_is_live(found.course_path)).annotate(
        is_narrowed=is_narrowed_at(found.course_path)
    )
    narrowed = seen_at(pages, user, found.course_path).values_list("is_narrowed", flat=True).first()
    is_there = found.course_is_live and (found.state != OccasionState.DRAFT or may_organise(user))
    if not (is_signed_in(user) and is_there) or narrowed is None:
        raise Http404
    if narrowed:
        record_page_reading(user, found.course)
    return found


def _catalogue_is_live(course_path: str) -> Exists:
    """Courses stand directly below their catalogue, and stay published where it is taken away."""
    return Exists(Page.objects.filter(path=course_path[: -Page.steplen], live=True))


def organised_occasions(user: Person) -> QuerySet[Occasion]:
    """For those who organise: also of courses that are not published, or nobody could call off what was announced."""
    if not may_organise(user):
        return Occasion.objects.none()
    return Occasion.objects.filter(course__in=visible_to(CoursePage.objects.all(), user))
