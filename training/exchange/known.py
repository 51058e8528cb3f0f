"""What is in the catalogue, read once for a whole file, and found by title."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Locale

from contacts.organisations.naming import key_of
from contacts.organisations.organisation import FormerName, Organisation
from handslag.access.people import Person
from handslag.access.visibility import visible_to
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.exchange.columns import Column
from training.exchange.texts import plain
from training.occasions.calendar_day import Span
from training.occasions.occasion import Occasion
from training.occasions.saving import spans_of

PLAIN_FIELDS = {
    Column.TITLE: "title",
    Column.SUMMARY: "summary",
    Column.AUDIENCE: "audience",
    Column.PRIOR_KNOWLEDGE: "prior_knowledge",
    Column.VALID_MONTHS: "valid_months",
}
RICH_FIELDS = {Column.AIMS: "aims", Column.METHOD: "method"}


class Known:
    """Courses in the site's first language that this person may see, with what was last written of them, published or
    not. Two of one title: the first."""

    def __init__(self, user: Person) -> None:
        self.user = user
        locale = Locale.get_default()
        self.index = (
            visible_to(CatalogueIndexPage.objects.filter(locale=locale), user).order_by("path").first()
        )
        courses = visible_to(CoursePage.objects.filter(locale=locale), user).order_by("-path")
        self.courses: dict[str, CoursePage] = {key_of(course.title): course for course in courses}
        self.latest: dict[str, CoursePage] = {}
        self.organisers: dict[str, Organisation] = {}
        for former in FormerName.objects.select_related("organisation"):
            self.organisers[former.name_key] = former.organisation
        for row in Organisation.objects.current().order_by("-pk"):
            self.organisers[row.name_key] = row
        self.occasions = {(one.course_id, one.starts_at): told_of(one) for one in _occasions()}

    def course(self, key: str) -> CoursePage | None:
        """As it was last written; only those that a file names are read so."""
        if key not in self.courses:
            return None
        if key not in self.latest:
            self.latest[key] = self.courses[key].get_latest_revision_as_object()
        return self.latest[key]

    def is_locked(self, key: str) -> bool:
        """Somebody keeps it locked, or it is in a review."""
        course = self.courses.get(key)
        lock = course.get_lock() if course is not None else None
        return lock is not None and lock.for_user(self.user)

    def occasion(self, key: str, days: list[Span]) -> dict[str, Any] | None:
        """What is kept of the one that begins as these days do."""
        course = self.courses.get(key)
        return self.occasions.get((course.pk, days[0][0])) if course is not None else None


def _occasions() -> QuerySet[Occasion]:
    return Occasion.objects.exclude(starts_at=None).prefetch_related("days")


def told_of(occasion: Occasion) -> dict[str, Any]:
    """What a row can say of an occasion."""
    return {"days": spans_of(occasion), "capacity": occasion.capacity, "place": occasion.place}


def said_of(course: CoursePage, field: str) -> object:
    """For comparing with a cell: texts as somebody reads them."""
    value = getattr(course, field)
    return plain(value) if field in RICH_FIELDS.values() else value
