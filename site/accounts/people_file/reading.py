"""From the bytes of a file to rows of named cells: Excel in Sweden writes semicolons, in Latin-1 or UTF-8."""

import csv
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.people_file.columns import NAMES, TITLES, Column

MAX_BYTES = 256 * 1024
MAX_ROWS = 500
DELIMITERS = ";,\t"
# Workbooks, PDF, old Office files: what people send instead of a CSV file.
FOREIGN = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class FileRow:
    """`number` is the row in the spreadsheet, the headings being row 1."""

    number: int
    cells: dict[Column, str]

    def get(self, column: Column) -> str:
        return self.cells.get(column, "")


def read_file(content: bytes) -> list[FileRow]:
    """Raises ValidationError with one sentence about the file as a whole."""
    if len(content) > MAX_BYTES:
        raise ValidationError(
            _("The file is larger than %(size)d kB; divide it into smaller files.")
            % {"size": MAX_BYTES // 1024}
        )
    return read_text(decode(content))


def decode(content: bytes) -> str:
    if content.startswith(FOREIGN):
        raise ValidationError(
            _("This is not a CSV file; open it in your spreadsheet program and save it as CSV.")
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
        break
    raise ValidationError(_("The file cannot be read as text; save it as CSV and try again."))


def read_text(text: str) -> list[FileRow]:
    # Excel writes this line for itself.
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise ValidationError(_("The file is not whole: a quotation mark is missing somewhere.")) from error
    filled = [
        (number, line) for number, line in enumerate(lines, start=1) if any(cell.strip() for cell in line)
    ]
    if not filled:
        raise ValidationError(_("The file is empty."))
    columns = _columns(filled[0][1])
    rows = [_row(number, line, columns) for number, line in filled[1:]]
    if not rows:
        raise ValidationError(_("The file has headings but no rows."))
    if len(rows) > MAX_ROWS:
        raise ValidationError(
            _("The file has more than %(rows)d rows; divide it into smaller files.") % {"rows": MAX_ROWS}
        )
    return rows


def _delimiter(text: str) -> str:
    """Whichever divides the headings most often."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=first.count)


def _columns(headings: list[str]) -> list[Column]:
    columns: list[Column] = []
    for heading in headings:
        # A spreadsheet may end its rows with empty cells.
        if not heading.strip() and not any(cell.strip() for cell in headings[len(columns) :]):
            break
        column = NAMES.get(heading.strip().casefold())
        if column is None:
            raise ValidationError(
                _("The first row has the heading “%(heading)s”; the columns are %(columns)s.")
                % {"heading": heading.strip()[:40], "columns": _all_titles()}
            )
        if column in columns:
            raise ValidationError(
                _("The heading “%(heading)s” stands twice in the first row.")
                % {"heading": heading.strip()[:40]}
            )
        columns.append(column)
    if Column.EMAIL not in columns:
        raise ValidationError(
            _("The first row must have headings, one of them %(heading)s.")
            % {"heading": TITLES[Column.EMAIL]}
        )
    return columns


def _row(number: int, line: list[str], columns: list[Column]) -> FileRow:
    if any(cell.strip() for cell in line[len(columns) :]):
        raise ValidationError(
            _("Row %(number)d has more cells than there are headings; check the separators.")
            % {"number": number}
        )
    return FileRow(number, {column: cell.strip() for column, cell in zip(columns, line, strict=False)})


def _all_titles() -> str:
    return ", ".join(str(title) for title in TITLES.values())
