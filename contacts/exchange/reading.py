"""From the bytes of a file to rows of named cells: CSV as Swedish spreadsheet programs write it, or a workbook."""

import csv
import io
import time
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from contacts.exchange.cells import as_meant
from contacts.exchange.columns import NAMES, TITLES, Column
from handslag.privacy.reading.limits import CannotBeReadError, Limits, TooLargeToReadError
from handslag.privacy.reading.office import read_spreadsheet

MAX_BYTES = 1024 * 1024
MAX_ROWS = 2000
DELIMITERS = ";,\t"
WORKBOOK = b"PK\x03\x04"
FOREIGN = (b"%PDF", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class FileRow:
    """`number` is the row in the spreadsheet, the headings being row 1."""

    number: int
    cells: dict[Column, str]

    def get(self, column: Column) -> str:
        return self.cells.get(column, "")


def as_text(content: bytes) -> str:
    """The file as CSV, its rows at their places; what the second step is given. Raises ValidationError."""
    if len(content) > MAX_BYTES:
        raise ValidationError(
            _("The file is larger than %(size)d kB; divide it into smaller files.")
            % {"size": MAX_BYTES // 1024}
        )
    if content.startswith(WORKBOOK):
        return _sheet(content)
    if content.startswith(FOREIGN):
        raise ValidationError(
            _("This is neither a CSV file nor an Excel workbook (xlsx); save it as one of them.")
        )
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ValidationError(_("The file cannot be read as text; save it as CSV and try again."))


def _sheet(content: bytes) -> str:
    """The first sheet. Unpacked once within bounds before the workbook is opened: it may be built to exhaust us."""
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
    # Excel writes this line for itself.
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ValidationError(_("The file is not whole: a quotation mark is missing somewhere.")) from error
    filled = [(number, line) for number, line in enumerate(lines, start=1) if any(map(str.strip, line))]
    if not filled:
        raise ValidationError(_("The file is empty."))
    columns = _columns(filled[0][1])
    if len(filled) == 1:
        raise ValidationError(_("The file has headings but no rows."))
    if len(filled) > MAX_ROWS + 1:
        raise ValidationError(
            _("The file has more than %(rows)d rows; divide it into smaller files.") % {"rows": MAX_ROWS}
        )
    return [_row(number, line, columns) for number, line in filled[1:]]


def _columns(headings: list[str]) -> list[Column]:
    columns: list[Column] = []
    while headings and not headings[-1].strip():
        headings = headings[:-1]
    for heading in headings:
        column = NAMES.get(heading.strip().casefold())
        if column is None:
            raise ValidationError(
                _("The first row has the heading “%(heading)s”; the columns are %(columns)s.")
                % {
                    "heading": heading.strip()[:40],
                    "columns": ", ".join(str(title) for title in TITLES.values()),
                }
            )
        if column in columns:
            raise ValidationError(
                _("The heading “%(heading)s” stands twice in the first row.")
                % {"heading": heading.strip()[:40]}
            )
        columns.append(column)
    if Column.ORGANISATION not in columns:
        raise ValidationError(
            _("The first row must have headings, one of them %(heading)s.")
            % {"heading": TITLES[Column.ORGANISATION]}
        )
    return columns


def _row(number: int, line: list[str], columns: list[Column]) -> FileRow:
    if any(cell.strip() for cell in line[len(columns) :]):
        raise ValidationError(
            _("Row %(number)d has more cells than there are headings; check the separators.")
            % {"number": number}
        )
    return FileRow(number, {column: as_meant(cell) for column, cell in zip(columns, line, strict=False)})
