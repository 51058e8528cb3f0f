"""The file of the directory as rows."""

from contacts.exchange.columns import NAMES, TITLES, Column
from handslag.spreadsheets.files import TableFile
from handslag.spreadsheets.reading import Headings, TableRow

FILE = TableFile(Headings(NAMES, TITLES, Column.ORGANISATION), most_columns=len(Column) * 2)

type FileRow = TableRow[Column]
