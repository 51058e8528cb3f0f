"""Tables as files: what somebody wrote never runs as a formula in the reader's spreadsheet program."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.functional import Promise
from openpyxl import Workbook

type Cell = str | int | float | Promise

# With these a cell is read as a formula; an apostrophe before makes it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_file(name: str, rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """Semicolons and a byte order mark: as spreadsheet programs in Sweden read it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [harmless(cell) for cell in row] for row in rows
    )
    return _answer(name, "csv", "text/csv; charset=utf-8", text.getvalue().encode("utf-8-sig"))


def xlsx_file(name: str, rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([harmless(cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return _answer(name, "xlsx", XLSX, file.getvalue())


def harmless(cell: Cell) -> str | int | float:
    if isinstance(cell, int | float):
        return cell
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _answer(name: str, ending: str, content_type: str, content: bytes) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
