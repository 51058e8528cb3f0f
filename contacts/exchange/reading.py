"""The file of the directory as rows: CSV as Swedish spreadsheet programs write it, or the first sheet of a workbook."""

import csv
import io
import time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from contacts.exchange.columns import NAMES, TITLES, Column
from handslag.privacy.reading.limits import CannotBeReadError, Limits, TooLargeToReadError
from handslag.privacy.reading.office import read_spreadsheet
from handslag.spreadsheets.cells import as_meant
from handslag.spreadsheets.reading import Headings, TableRow, decoded, read_table, refuse_larger

MAX_BYTES = 1024 * 1024
MAX_ROWS = 2000
WORKBOOK = b"PK\x03\x04"
FOREIGN = (b"%PDF", b"\xd0\xcf\x11\xe0")
HEADINGS = Headings(NAMES, TITLES, Column.ORGANISATION)

type FileRow = TableRow[Column]


def as_text(content: bytes) -> str:
    """The file as CSV, its rows at their places; what the second step is given. Raises ValidationError."""
    refuse_larger(content, MAX_BYTES)
    if content.startswith(WORKBOOK):
        return _sheet(content)
    if content.startswith(FOREIGN):
        raise ValidationError(
            _("This is neither a CSV file nor an Excel workbook (xlsx); save it as one of them.")
        )
    return decoded(content)


def _sheet(content: bytes) -> str:
    """Unpacked once within bounds before the workbook is opened: it may be built to exhaust us."""
    unreadable = _("The workbook cannot be read; save it again without a password and try anew.")
    try:
        read_spreadsheet(io.BytesIO(content), Limits.from_now(time.monotonic()))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = list(sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=len(Column) * 2, values_only=True))
    except (CannotBeReadError, TooLargeToReadError, KeyError, IndexError, ValueError, OSError) as error:
        raise ValidationError(unreadable) from error
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([as_meant(cell) for cell in row] for row in rows)
    return out.getvalue()


def read_rows(text: str) -> list[FileRow]:
    """Raises ValidationError with one sentence about the file as a whole."""
    return read_table(text, HEADINGS, MAX_ROWS)
