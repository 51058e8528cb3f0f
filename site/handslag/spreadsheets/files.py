"""The file somebody chose as rows: CSV as Swedish spreadsheet programs write it, or the first sheet of a workbook."""

import csv
import io
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from handslag.privacy.reading.limits import CannotBeReadError, Limits, TooLargeToReadError
from handslag.privacy.reading.office import read_spreadsheet
from handslag.spreadsheets.cells import as_meant
from handslag.spreadsheets.large import MOST_ROWS
from handslag.spreadsheets.reading import Headings, TableRow, decoded, read_table, refuse_larger

MOST_BYTES = 1024 * 1024
WORKBOOK = b"PK\x03\x04"
FOREIGN = (b"%PDF", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class TableFile[Column]:
    """What files of one kind hold at most, and under which headings."""

    headings: Headings[Column]
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
        limits = Limits.from_now(time.monotonic())
        try:
            deque(read_spreadsheet(io.BytesIO(content), limits), maxlen=0)
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            rows = list(self._filled_rows(book.worksheets[0], limits))
        except (CannotBeReadError, TooLargeToReadError, KeyError, IndexError, ValueError, OSError) as error:
            raise ValidationError(unreadable) from error
        out = io.StringIO(newline="")
        writer, before = csv.writer(out, delimiter=";"), 0
        for number, row in rows:
            out.write("\r\n" * (number - before - 1))
            writer.writerow(row)
            before = number
        return out.getvalue()

    def _filled_rows(self, sheet: Any, limits: Limits) -> Iterator[tuple[int, list[str]]]:
        """With their numbers, each as wide as it is filled; one more than a file may have, so that it is told."""
        # What the file says of its own size is not believed.
        sheet.reset_dimensions()
        found = 0
        for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, values_only=True), start=1):
            limits.take(len(cells))
            row = [as_meant(cell) for cell in cells]
            while row and not row[-1].strip():
                row.pop()
            if row:
                yield number, row
                found += 1
            if found > self.most_rows + 1:
                return
