"""The file of the directory as rows."""

from contacts.exchange.columns import HEADINGS, Column
from handslag.spreadsheets.files import TableFile
from handslag.spreadsheets.reading import TableRow

FILE = TableFile(HEADINGS)

type FileRow = TableRow[Column]
