"""Occasions as a reader reads them: by the name of the course in the reader's language."""

from collections.abc import Iterable

from handslag.access.people import Person
from training.catalogue.languages import as_read_in
from training.occasions.occasion import Occasion


def in_readers_language(occasions: Iterable[Occasion], user: Person) -> None:
    """Sets `read_course` on occasions that were read with their course; one question at most, none in the site's first
    language. What calendars are given stays in the first: an event has one name."""
    found = list(occasions)
    courses = as_read_in([one.course for one in found], user)
    for one in found:
        one.read_course = courses[one.course_id]
