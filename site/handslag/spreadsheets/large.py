"""Tables of any length as files: however many rows there are, the process holds a few of them at a time."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched, chain

from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook

from handslag.spreadsheets.cells import harmless
from handslag.spreadsheets.writing import XLSX, Cell, headers_of, text_cell

# What a sheet can hold; the rest goes on a next one.
MOST_ROWS = 1_048_576
AT_A_TIME = 1_000


def large_csv_file(
    name: str, headings: Sequence[Cell], rows: Iterable[Sequence[Cell]]
) -> StreamingHttpResponse:
    """Sent while it is read, so that the first lines do not wait for the last."""
    return StreamingHttpResponse(
        _csv(chain([headings], rows)),
        content_type="text/csv; charset=utf-8",
        headers=headers_of(name, "csv"),
    )


def large_xlsx_file(name: str, headings: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> FileResponse:
    """Written to the disk first: what a workbook begins with is known at its end."""
    book = Workbook(write_only=True)
    sheet = None
    for number, row in enumerate(rows):
        if sheet is None or number % (MOST_ROWS - 1) == 0:
            sheet = book.create_sheet()
            sheet.append([text_cell(sheet, cell) for cell in headings])
        sheet.append([text_cell(sheet, cell) for cell in row])
    if sheet is None:
        sheet = book.create_sheet()
        sheet.append([text_cell(sheet, cell) for cell in headings])
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    book.save(file)
    file.seek(0)
    return FileResponse(file, content_type=XLSX, headers=headers_of(name, "xlsx"))


def _csv(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    encoding = "utf-8-sig"
    for some in batched(rows, AT_A_TIME, strict=False):
        text = io.StringIO()
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
            [cell if isinstance(cell, int | float) else harmless(str(cell)) for cell in row] for row in some
        )
        yield text.getvalue().encode(encoding)
        encoding = "utf-8"
