"""The columns of the file and the names they go by, in both languages whatever the reader's."""

from enum import StrEnum

from handslag.spreadsheets.named import named


class Column(StrEnum):
    """Those of the organisation, then those of one of its functions; persons are in no file."""

    ORGANISATION = "organisation"
    MUNICIPALITY = "municipality"
    KIND = "kind"
    PARENT = "parent"
    FORMER_NAMES = "former_names"
    LEVELS = "levels"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    ADDRESS = "address"
    WHAT_FOR = "what_for"
    FUNCTION = "function"
    TASKS = "tasks"
    FUNCTION_EMAIL = "function_email"
    FUNCTION_PHONE = "function_phone"


# What the export writes stands first.
SWEDISH: dict[Column, tuple[str, ...]] = {
    Column.ORGANISATION: ("organisation", "namn"),
    Column.MUNICIPALITY: ("kommun",),
    Column.KIND: ("slag", "typ"),
    Column.PARENT: ("del av", "tillhör"),
    Column.FORMER_NAMES: ("tidigare namn",),
    Column.LEVELS: ("nivåer", "nivå"),
    Column.EMAIL: ("e-post", "epost"),
    Column.PHONE: ("telefon",),
    Column.WEBSITE: ("webbplats",),
    Column.ADDRESS: ("adress",),
    Column.WHAT_FOR: ("vad de kan svara på",),
    Column.FUNCTION: ("funktion",),
    Column.TASKS: ("ansvarar för",),
    Column.FUNCTION_EMAIL: ("funktionens e-post",),
    Column.FUNCTION_PHONE: ("funktionens telefon",),
}
HEADINGS = named(SWEDISH, Column.ORGANISATION)
TITLES = HEADINGS.titles
# The fields that are written as the cell says.
ORGANISATION_FIELDS = {
    Column.ORGANISATION: "name",
    Column.EMAIL: "email",
    Column.PHONE: "phone",
    Column.WEBSITE: "website",
    Column.ADDRESS: "address",
    Column.WHAT_FOR: "what_for",
}
FUNCTION_FIELDS = {
    Column.FUNCTION: "name",
    Column.TASKS: "tasks",
    Column.FUNCTION_EMAIL: "email",
    Column.FUNCTION_PHONE: "phone",
}
