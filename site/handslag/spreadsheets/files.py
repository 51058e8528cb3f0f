"""The file somebody chose as rows: CSV as Swedish spreadsheet programs write it, or the first sheet of a workbook."""

import csv
import io
import time
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from handslag.privacy.reading.limits import CannotBeReadError, Limits, TooLargeToReadError
from handslag.privacy.reading.office import read_spreadsheet
from handslag.spreadsheets.cells import as_meant
from handslag.spreadsheets.reading import Headings, TableRow, decoded, read_table, refuse_larger

MOST_BYTES = 1024 * 1024
WORKBOOK = b"PK\x03\x04"
FOREIGN = (b"%PDF", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class TableFile[Column]:
    """What files of one kind hold at most, and under which headings."""

    headings: Headings[Column]
    most_columns: int
    most_bytes: int = MOST_BYTES
    most_rows: int = 2000

    def as_text(self, content: bytes) -> str:
        """The file as CSV, its rows at their places; what the second step is given. Raises ValidationError."""
        refuse_larger(content, self.most_bytes)
        if content.startswith(WORKBOOK):
            return self._sheet(content)
        if content.startswith(FOREIGN):
            raise ValidationError(
                _("This is neither a CSV file nor an Excel workbook (xlsx); save it as one of them.")
            )
        return decoded(content)

    def rows(self, text: str) -> list[TableRow[Column]]:
        """Raises ValidationError with one sentence about the file as a whole."""
        return read_table(text, self.headings, self.most_rows)

    def _sheet(self, content: bytes) -> str:
        """Unpacked once within bounds before the workbook is opened: it may be built to exhaust us."""
        unreadable = _("The workbook cannot be read; save it again without a password and try anew.")
        try:
            read_spreadsheet(io.BytesIO(content), Limits.from_now(time.monotonic()))
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            most = {"max_row": self.most_rows + 2, "max_col": self.most_columns}
            rows = list(sheet.iter_rows(**most, values_only=True))
        except (CannotBeReadError, TooLargeToReadError, KeyError, IndexError, ValueError, OSError) as error:
            raise ValidationError(unreadable) from error
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=";").writerows([as_meant(cell) for cell in row] for row in rows)
        return out.getvalue()
