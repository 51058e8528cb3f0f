"""The list as a file: exactly the entries that the reader sees, with their words and nothing counted."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from contacts.dialogue.meeting_link import with_meetings
from contacts.dialogue.reading_log import record_listing
from handslag.access.people import Person
from handslag.spreadsheets.writing import csv_file, xlsx_file

NAME = "dialoglogg"
WRITERS = {"csv": csv_file, "xlsx": xlsx_file}


def export_file(kind: str, entries: QuerySet[Any], user: Person) -> HttpResponse:
    """`kind` csv or xlsx. Raises Http404 for others."""
    if kind not in WRITERS:
        raise Http404
    rows = list(entries)
    record_listing(user, rows)
    with_meetings(rows, user)
    return WRITERS[kind](NAME, _table(rows))


def _table(entries: list[Any]) -> Iterator[list[str]]:
    yield [
        _("Date"),
        _("Title"),
        _("Organisations"),
        _("Kind of matter"),
        _("Meeting"),
        _("Themes"),
        _("What was agreed"),
        _("What is to be followed up"),
        _("Function that follows it up"),
        _("To be followed up by"),
        _("Followed up on"),
    ]
    for entry in entries:
        yield [
            entry.date.isoformat(),
            entry.title,
            ", ".join(entry.organisation_names),
            str(entry.get_kind_display()),
            str(entry.shown_meeting or ""),
            ", ".join(entry.theme_names),
            entry.agreed,
            entry.follow_up,
            str(entry.follow_up_owner or ""),
            str(entry.follow_up_due or ""),
            str(entry.done_on or ""),
        ]
