"""Each row is looked at before anything is saved; an error names its row and its column."""

import datetime

from django.utils.translation import gettext as _

from contacts.organisations.naming import key_of
from handslag.spreadsheets import checked
from handslag.spreadsheets.choices import choice_for
from handslag.spreadsheets.described import Described
from handslag.spreadsheets.quoting import quoted
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import CourseKind, OrganiserLevel
from training.exchange.checked import CheckedRow, Plan
from training.exchange.columns import NEEDED_FOR_OCCASION, OF_OCCASION, Column, FileRow
from training.exchange.known import PLAIN_FIELDS, RICH_FIELDS, Known
from training.exchange.moments import days_of, moment, time_of
from training.exchange.outcome import say_outcome
from training.exchange.texts import rich
from training.occasions.calendar_day import Span
from training.occasions.occasion import Occasion

MOST_PLACES = 5000


class FileChecker:
    def __init__(self, known: Known) -> None:
        self.known = known
        # What the rows say of each course, and when its occasions begin.
        self.described: Described[str] = Described()
        self.begun: dict[tuple[str, datetime.datetime], int] = {}

    def check(self, rows: list[FileRow]) -> Plan:
        """Courses first: an occasion may stand above the row that describes its course."""
        looked_at = [(row, self._course(row)) for row in rows]
        for row, found in looked_at:
            self._is_complete(row, found)
            self._occasion(row, found)
            if not found.errors:
                say_outcome(found, self.known)
        return checked.Plan([found for _row, found in looked_at])

    def _course(self, row: FileRow) -> CheckedRow:
        title = row.get(Column.TITLE)
        shown = " / ".join(filter(None, (title, row.get(Column.DATE))))
        found = CheckedRow(number=row.number, title=shown, key=key_of(title))
        found.stop_personal(row.cells)
        found.stop_broken(row.cells, days=[Column.DATE])
        if not title:
            found.wrong(Column.TITLE, _("the title is missing."))
        for column, name in PLAIN_FIELDS.items():
            if cell := row.get(column):
                found.take(column, cell, CoursePage, name, found.course)
        for column, name in RICH_FIELDS.items():
            if cell := row.get(column):
                found.course[name] = rich(cell)
        self._choices(row, found)
        self._organiser(row, found)
        self._agrees(found)
        return found

    def _choices(self, row: FileRow, found: CheckedRow) -> None:
        if cell := row.get(Column.KIND):
            if kind := choice_for(cell, CourseKind):
                found.course["kind"] = kind.value
            else:
                found.wrong(Column.KIND, _("there is no kind “%(cell)s”.") % {"cell": quoted(cell)})
        if cell := row.get(Column.LEVEL):
            if level := choice_for(cell, OrganiserLevel):
                found.course["organiser_level"] = level.value
            else:
                found.wrong(Column.LEVEL, _("there is no level “%(word)s”.") % {"word": quoted(cell)})

    def _organiser(self, row: FileRow, found: CheckedRow) -> None:
        if cell := row.get(Column.ORGANISER):
            organiser = self.known.organisers.get(key_of(cell))
            if organiser is None:
                found.wrong(
                    Column.ORGANISER, _("“%(name)s” is not in the directory.") % {"name": quoted(cell)}
                )
            else:
                found.course["organiser"] = organiser

    def _agrees(self, found: CheckedRow) -> None:
        """Several rows may describe one course, in the same words."""
        said = {name: value for name, value in found.course.items() if name != "title"}
        row = self.described.contradicted_by(found.key, found.number, said) if found.key else None
        if row is not None:
            found.wrong(Column.TITLE, _("row %(row)d says something else of the course.") % {"row": row})

    def _is_complete(self, row: FileRow, found: CheckedRow) -> None:
        if not found.key:
            return
        if self.known.is_locked(found.key):
            found.wrong(Column.TITLE, _("the course is locked or under review; it cannot be changed now."))
        has_kind = self.described.says(found.key, "kind") or row.get(Column.KIND)
        if found.key not in self.known.courses and not has_kind:
            found.wrong(Column.KIND, _("the course is not in the catalogue; a new one needs its kind."))

    def _occasion(self, row: FileRow, found: CheckedRow) -> None:
        if not any(row.get(column) for column in OF_OCCASION):
            return
        for column in NEEDED_FOR_OCCASION:
            if not row.get(column):
                found.wrong(column, _("is missing; an occasion needs day, times and number of places."))
        capacity = _number(row.get(Column.CAPACITY), MOST_PLACES)
        if row.get(Column.CAPACITY) and capacity is None:
            found.wrong(Column.CAPACITY, _("write a number from 1 to %(most)d.") % {"most": MOST_PLACES})
        days = self._days(row, found)
        if days:
            before = self.begun.setdefault((found.key, days[0][0]), found.number)
            if before != found.number:
                found.wrong(Column.DATE, _("the same occasion stands in row %(row)d.") % {"row": before})
        found.occasion = {"days": days, "capacity": capacity}
        if cell := row.get(Column.PLACE):
            found.take(Column.PLACE, cell, Occasion, "place", found.occasion)

    def _days(self, row: FileRow, found: CheckedRow) -> list[Span]:
        """With the same times on each; none where the row does not say them rightly."""
        if not all(row.get(column) for column in (Column.DATE, Column.FROM, Column.TO)):
            return []
        try:
            days = days_of(row.get(Column.DATE))
        except ValueError as error:
            found.wrong(Column.DATE, str(error))
            return []
        begin, end = (self._moments(row, found, column, days) for column in (Column.FROM, Column.TO))
        spans = list(zip(begin, end, strict=False))
        if any(ends <= begins for begins, ends in spans):
            found.wrong(Column.TO, _("the day ends before it begins."))
        return spans

    def _moments(
        self, row: FileRow, found: CheckedRow, column: Column, days: list[datetime.date]
    ) -> list[datetime.datetime]:
        try:
            time = time_of(row.get(column))
            return [moment(day, time).astimezone(datetime.UTC) for day in days]
        except ValueError as error:
            found.wrong(column, str(error))
            return []


def _number(cell: str, most: int) -> int | None:
    cell = cell.strip()
    return int(cell) if cell.isdecimal() and len(cell) < 8 and 1 <= int(cell) <= most else None
