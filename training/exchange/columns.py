"""The columns of the file and the names they go by, in both languages whatever the reader's."""

from enum import StrEnum

from django.utils.functional import Promise, lazy
from django.utils.translation import get_language

from handslag.spreadsheets.files import TableFile
from handslag.spreadsheets.reading import Headings, TableRow


class Column(StrEnum):
    """Those of the course, then those of one of its occasions."""

    TITLE = "course"
    KIND = "kind"
    LEVEL = "level"
    ORGANISER = "organiser"
    SUMMARY = "summary"
    AUDIENCE = "audience"
    PRIOR_KNOWLEDGE = "prior_knowledge"
    AIMS = "aims"
    METHOD = "method"
    VALID_MONTHS = "valid_months"
    DATE = "date"
    FROM = "from"
    TO = "to"
    PLACE = "place"
    CAPACITY = "capacity"


OF_OCCASION = (Column.DATE, Column.FROM, Column.TO, Column.PLACE, Column.CAPACITY)
NEEDED_FOR_OCCASION = (Column.DATE, Column.FROM, Column.TO, Column.CAPACITY)
# What the export writes stands first.
SWEDISH: dict[Column, tuple[str, ...]] = {
    Column.TITLE: ("utbildning", "kurs", "titel"),
    Column.KIND: ("slag", "typ"),
    Column.LEVEL: ("nivå", "arrangörens nivå"),
    Column.ORGANISER: ("arrangör",),
    Column.SUMMARY: ("i en mening", "kort"),
    Column.AUDIENCE: ("målgrupp",),
    Column.PRIOR_KNOWLEDGE: ("förkunskaper",),
    Column.AIMS: ("mål", "syfte"),
    Column.METHOD: ("arbetssätt", "metod"),
    Column.VALID_MONTHS: ("gäller månader", "uppdateras efter månader"),
    Column.DATE: ("datum", "dag"),
    Column.FROM: ("från", "börjar"),
    Column.TO: ("till", "slutar"),
    Column.PLACE: ("plats", "lokal"),
    Column.CAPACITY: ("antal platser", "platser"),
}
ENGLISH: dict[Column, str] = {column: column.value.replace("_", " ") for column in Column}
NAMES: dict[str, Column] = {
    **{english: column for column, english in ENGLISH.items()},
    **{name: column for column, names in SWEDISH.items() for name in names},
}


def heading(column: Column) -> str:
    """As the export writes it, so that what a page says is what a file may say."""
    return SWEDISH[column][0] if get_language() == "sv" else ENGLISH[column]


TITLES: dict[Column, str | Promise] = {column: lazy(heading, str)(column) for column in Column}
FILE = TableFile(Headings(NAMES, TITLES, Column.TITLE), most_columns=len(Column) * 2)

type FileRow = TableRow[Column]
