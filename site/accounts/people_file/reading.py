"""The file of people as rows: a CSV file, which every spreadsheet program can save."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.people_file.columns import NAMES, TITLES, Column
from handslag.spreadsheets.reading import Headings, TableRow, decoded, read_table, refuse_larger

MAX_BYTES = 256 * 1024
MAX_ROWS = 500
# Workbooks, PDF, old Office files: what people send instead of a CSV file.
FOREIGN = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
HEADINGS = Headings(NAMES, TITLES, Column.EMAIL)

type FileRow = TableRow[Column]


def read_file(content: bytes) -> list[FileRow]:
    """Raises ValidationError with one sentence about the file as a whole."""
    refuse_larger(content, MAX_BYTES)
    return read_text(decode(content))


def decode(content: bytes) -> str:
    if content.startswith(FOREIGN):
        raise ValidationError(
            _("This is not a CSV file; open it in your spreadsheet program and save it as CSV.")
        )
    return decoded(content)


def read_text(text: str) -> list[FileRow]:
    return read_table(text, HEADINGS, MAX_ROWS)
