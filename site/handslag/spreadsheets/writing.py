"""A table as a file to download: what somebody wrote never runs as a formula in the reader's program."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from handslag.spreadsheets.cells import harmless

type Cell = str | int | float | Promise

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_file(name: str, rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """Semicolons and a byte order mark: as spreadsheet programs in Sweden read it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [cell if isinstance(cell, int | float) else harmless(str(cell)) for cell in row] for row in rows
    )
    return _answer(name, "csv", "text/csv; charset=utf-8", text.getvalue().encode("utf-8-sig"))


def xlsx_file(name: str, rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([text_cell(sheet, cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return _answer(name, "xlsx", XLSX, file.getvalue())


def text_cell(sheet: Any, value: Cell) -> Any:
    """Figures as they are; all else as text, also where it begins with "=", without the control characters that
    XML 1.0 cannot hold."""
    if isinstance(value, int | float):
        return value
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", str(value)))
    cell.data_type = "s"
    return cell


def headers_of(name: str, ending: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{name}.{ending}"',
        "Cache-Control": "private, no-store",
    }


def _answer(name: str, ending: str, content_type: str, content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type=content_type, headers=headers_of(name, ending))
