"""The list as a file: exactly the entries that the reader sees, with their words and nothing counted."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.reading_log import record_listing
from handslag.access.people import Person

NAME = "dialoglogg"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet would take for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_file(kind: str, entries: QuerySet[Any], user: Person) -> HttpResponse:
    """`kind` csv or xlsx. Raises Http404 for others."""
    if kind not in {"csv", "xlsx"}:
        raise Http404
    rows = list(entries)
    record_listing(user, rows)
    made = _csv(rows) if kind == "csv" else _xlsx(rows)
    content_type = "text/csv; charset=utf-8" if kind == "csv" else XLSX
    response = HttpResponse(made, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{NAME}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _table(entries: list[DialogueEntryPage]) -> Iterator[list[str]]:
    yield [
        _("Date"),
        _("Title"),
        _("Organisations"),
        _("Kind of matter"),
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
            ", ".join(entry.theme_names),
            entry.agreed,
            entry.follow_up,
            str(entry.follow_up_owner or ""),
            str(entry.follow_up_due or ""),
            str(entry.done_on or ""),
        ]


def _csv(entries: list[DialogueEntryPage]) -> bytes:
    """Semicolons and a byte order mark: what a Swedish spreadsheet opens as it is."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    for row in _table(entries):
        writer.writerow([f"'{text}" if text.startswith(FORMULA) else text for text in row])
    return file.getvalue().encode("utf-8-sig")


def _xlsx(entries: list[DialogueEntryPage]) -> bytes:
    """Every cell is text, also one that begins with "="."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Dialogue log")[:31])
    for row in _table(entries):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
