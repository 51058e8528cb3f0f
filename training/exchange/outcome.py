"""What would become of a row: in a word, and what it would write where."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from handslag.spreadsheets.changes import changes
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import CourseKind, OrganiserLevel
from training.exchange.checked import CheckedRow
from training.exchange.columns import TITLES, Column
from training.exchange.known import PLAIN_FIELDS, RICH_FIELDS, Known, said_of
from training.exchange.texts import plain


def say_outcome(found: CheckedRow, known: Known) -> None:
    course = known.course(found.key)
    there = known.occasion(found.key, found.occasion["days"]) if found.occasion else None
    after = _course_words(found.course if course is None else differs(course, found.course))
    before = _course_words({name: getattr(course, name) for name in found.course}) if course else {}
    if found.occasion and there is None:
        after |= _occasion_words(found.occasion)
    found.changes = changes(TITLES, before, after)
    found.outcome = _outcome(found, course, there)


def _outcome(found: CheckedRow, course: CoursePage | None, there: dict[str, Any] | None) -> str:
    if course is None:
        return _("new course, as a draft")
    if found.occasion and there is None:
        return _("new occasion, as a draft")
    outcome = _("changed, as a draft") if differs(course, found.course) else ""
    if there and any(there[name] != value for name, value in (found.occasion or {}).items()):
        is_there = _("the occasion is there already; change it on its own page")
        return f"{outcome}; {is_there}" if outcome else is_there
    return outcome or _("unchanged")


def differs(course: CoursePage, said: dict[str, Any]) -> dict[str, Any]:
    """What the file says otherwise than the course; the title found it, and its letters are not changed by a file."""
    return {
        name: value
        for name, value in said.items()
        if name != "title"
        and said_of(course, name) != (plain(value) if name in RICH_FIELDS.values() else value)
    }


def _course_words(said: dict[str, Any]) -> dict[Column, str]:
    words = {column: str(said[name]) for column, name in PLAIN_FIELDS.items() if said.get(name) is not None}
    words |= {column: plain(said[name]) for column, name in RICH_FIELDS.items() if name in said}
    if kind := said.get("kind"):
        words[Column.KIND] = str(CourseKind(kind).label)
    if level := said.get("organiser_level"):
        words[Column.LEVEL] = str(OrganiserLevel(level).label)
    if organiser := said.get("organiser"):
        words[Column.ORGANISER] = organiser.name
    return words


def _occasion_words(said: dict[str, Any]) -> dict[Column, str]:
    days = [(timezone.localtime(begins), timezone.localtime(ends)) for begins, ends in said["days"]]
    return {
        Column.DATE: ", ".join(f"{begins:%Y-%m-%d}" for begins, _ends in days),
        Column.FROM: f"{days[0][0]:%H:%M}",
        Column.TO: f"{days[0][1]:%H:%M}",
        Column.PLACE: said.get("place", ""),
        Column.CAPACITY: str(said["capacity"]),
    }
