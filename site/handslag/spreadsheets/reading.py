"""From the bytes of a file to rows of named cells: Excel in Sweden writes semicolons, in Latin-1 or UTF-8."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from handslag.spreadsheets.cells import as_meant
from handslag.spreadsheets.quoting import quoted

DELIMITERS = ";,\t"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class TableRow[Column]:
    """`number` is the row in the spreadsheet, the headings being row 1."""

    number: int
    cells: dict[Column, str]

    def get(self, column: Column) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True)
class Headings[Column]:
    """`names`: what a column may be called, in small letters; `titles`: what we call it; `required` stands always."""

    names: Mapping[str, Column]
    titles: Mapping[Column, str | Promise]
    required: Column


def refuse_larger(content: bytes, most_bytes: int) -> None:
    if len(content) > most_bytes:
        raise ValidationError(
            _("The file is larger than %(size)d kB; divide it into smaller files.")
            % {"size": most_bytes // 1024}
        )


def decoded(content: bytes) -> str:
    """Raises ValidationError where it is no text."""
    encodings = ["utf-16"] if content.startswith(_UTF_16) else ["utf-8-sig", "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
        break
    raise ValidationError(_("The file cannot be read as text; save it as CSV and try again."))


def read_table[Column](text: str, headings: Headings[Column], most_rows: int) -> list[TableRow[Column]]:
    """Raises ValidationError with one sentence about the file as a whole."""
    # Excel writes this line for itself.
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise ValidationError(_("The file is not whole: a quotation mark is missing somewhere.")) from error
    filled = [(number, line) for number, line in enumerate(lines, start=1) if any(map(str.strip, line))]
    if not filled:
        raise ValidationError(_("The file is empty."))
    columns = _columns(filled[0][1], headings)
    if len(filled) == 1:
        raise ValidationError(_("The file has headings but no rows."))
    if len(filled) > most_rows + 1:
        raise ValidationError(
            _("The file has more than %(rows)d rows; divide it into smaller files.") % {"rows": most_rows}
        )
    return [_row(number, line, columns) for number, line in filled[1:]]


def _delimiter(text: str) -> str:
    """Whichever divides the headings most often."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=first.count)


def _columns[Column](written: list[str], headings: Headings[Column]) -> list[Column]:
    columns: list[Column] = []
    # A spreadsheet may end its rows with empty cells.
    while written and not written[-1].strip():
        written = written[:-1]
    for heading in written:
        column = headings.names.get(heading.strip().casefold())
        if column is None:
            titles = ", ".join(str(title) for title in headings.titles.values())
            raise ValidationError(
                _("The first row has the heading “%(heading)s”; the columns are %(columns)s.")
                % {"heading": quoted(heading), "columns": titles}
            )
        if column in columns:
            raise ValidationError(
                _("The heading “%(heading)s” stands twice in the first row.") % {"heading": quoted(heading)}
            )
        columns.append(column)
    if headings.required not in columns:
        raise ValidationError(
            _("The first row must have headings, one of them %(heading)s.")
            % {"heading": headings.titles[headings.required]}
        )
    return columns


def _row[Column](number: int, line: list[str], columns: list[Column]) -> TableRow[Column]:
    if any(cell.strip() for cell in line[len(columns) :]):
        raise ValidationError(
            _("Row %(number)d has more cells than there are headings; check the separators.")
            % {"number": number}
        )
    # A workbook's row ends with its last filled cell.
    cells = [*line[: len(columns)], *[""] * (len(columns) - len(line))]
    return TableRow(number, {column: as_meant(cell) for column, cell in zip(columns, cells, strict=True)})
