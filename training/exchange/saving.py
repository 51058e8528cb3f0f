"""The whole file or nothing, except the rows that somebody said to leave out."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from handslag.spreadsheets.history import record
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.exchange.checked import CheckedRow, Plan
from training.exchange.checking import FileChecker
from training.exchange.columns import FileRow
from training.exchange.known import Known
from training.exchange.outcome import differs
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.saving import keep


@dataclass
class Saved:
    new: int = 0
    changed: int = 0
    occasions: int = 0


def plan(user: Any, rows: list[FileRow], skip: Collection[int] = ()) -> Plan:
    return FileChecker(Known(user)).check([row for row in rows if row.number not in skip])


def carry_out(user: Any, rows: list[FileRow], skip: Collection[int] = ()) -> Saved:
    """Checks again and saves in one transaction. Raises ValidationError and saves nothing where a row is wrong.

    Nothing is published: courses become drafts, or drafts of what is published, and occasions are not announced.
    """
    with transaction.atomic():
        _hold()
        known = Known(user)
        checker = FileChecker(known)
        checked = checker.check([row for row in rows if row.number not in skip])
        if checked.errors:
            raise ValidationError([str(error) for error in checked.errors])
        saved = Saved()
        for key, said in _courses(checked.rows).items():
            _save_course(known, user, key, said, saved)
        for row in checked.rows:
            _save_occasion(known, row, saved)
        if known.index is not None:
            record(known.index, user, saved.new + saved.occasions, saved.changed, len(skip))
        return saved


def _hold() -> None:
    """One file after the other: the second finds what the first one made, also where it is the same file."""
    pages = CatalogueIndexPage.objects.select_for_update(of=("self",)).order_by("pk")
    list(pages.values_list("pk"))


def _courses(rows: Collection[CheckedRow]) -> dict[str, dict[str, Any]]:
    """What all rows together say of each course; the title as its first row writes it."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found[row.key] = {**row.course, **found.get(row.key, {})}
    return found


def _save_course(known: Known, user: Any, key: str, said: dict[str, Any], saved: Saved) -> None:
    course = known.course(key)
    if course is not None:
        # A text that says the same keeps its links and its bold words.
        if others := differs(course, said):
            for name, value in others.items():
                setattr(course, name, value)
            course.save_revision(user=user, log_action=True)
            saved.changed += 1
        return
    if known.index is None:
        raise ValidationError(_("There is no catalogue to put the courses in; create its page first."))
    page = _add(known.index, {"live": False, "locale": known.index.locale, "owner": user, **said})
    page.save_revision(user=user, log_action=True)
    known.courses[key] = page
    saved.new += 1


def _add(index: CatalogueIndexPage, fields: dict[str, Any]) -> CoursePage:
    """A title may give an address that is taken by what stands beside the courses."""
    page = CoursePage(**fields)
    try:
        with transaction.atomic():
            index.add_child(instance=page)
    except ValidationError as error:
        if "slug" not in error.message_dict:
            raise
        page = CoursePage(**fields, slug=f"{page.slug}-utbildning")
        index.refresh_from_db()
        index.add_child(instance=page)
    return page


def _save_occasion(known: Known, row: CheckedRow, saved: Saved) -> None:
    if row.occasion is None or known.occasion(row.key, row.occasion["days"]) is not None:
        return
    said = dict(row.occasion)
    occasion = Occasion(course=known.courses[row.key], state=OccasionState.DRAFT)
    occasion.days = [OccasionDay(starts_at=begins, ends_at=ends) for begins, ends in said.pop("days")]
    for name, value in said.items():
        setattr(occasion, name, value)
    keep(occasion)
    saved.occasions += 1
