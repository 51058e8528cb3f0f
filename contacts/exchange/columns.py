"""The columns of the file and the names they go by, in both languages whatever the reader's."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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


TITLES: dict[Column, str | Promise] = {
    Column.ORGANISATION: _("organisation"),
    Column.MUNICIPALITY: _("municipality"),
    Column.KIND: _("kind"),
    Column.PARENT: _("part of"),
    Column.FORMER_NAMES: _("former names"),
    Column.LEVELS: _("levels"),
    Column.EMAIL: _("e-mail"),
    Column.PHONE: _("phone"),
    Column.WEBSITE: _("website"),
    Column.ADDRESS: _("address"),
    Column.WHAT_FOR: _("what to ask them about"),
    Column.FUNCTION: _("function"),
    Column.TASKS: _("what it answers for"),
    Column.FUNCTION_EMAIL: _("e-mail of the function"),
    Column.FUNCTION_PHONE: _("phone of the function"),
}
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
ENGLISH: dict[Column, str] = {column: column.value.replace("_", " ") for column in Column}
NAMES: dict[str, Column] = {
    **{english: column for column, english in ENGLISH.items()},
    **{name: column for column, names in SWEDISH.items() for name in names},
}
# Not scanned on the rows either: they belong to organisations and functions.
REACHED_BY = {Column.EMAIL, Column.PHONE, Column.FUNCTION_EMAIL, Column.FUNCTION_PHONE}
