"""The columns of the file and the names they go by, in both languages whatever the reader's."""

from enum import StrEnum

from handslag.spreadsheets.files import TableFile
from handslag.spreadsheets.named import named
from handslag.spreadsheets.reading import TableRow


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
HEADINGS = named(SWEDISH, Column.TITLE)
TITLES = HEADINGS.titles
FILE = TableFile(HEADINGS)

type FileRow = TableRow[Column]
