"""The columns of the file and the names they go by."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Column(StrEnum):
    EMAIL = "email"
    NAME = "name"
    ROLES = "roles"
    BUNDLE = "bundle"
    MUNICIPALITY = "municipality"
    UNIT = "unit"


TITLES: dict[Column, str | Promise] = {
    Column.EMAIL: _("e-mail"),
    Column.NAME: _("name"),
    Column.ROLES: _("roles"),
    Column.BUNDLE: _("set of roles"),
    Column.MUNICIPALITY: _("municipality"),
    Column.UNIT: _("unit"),
}
# Both languages whatever the reader's: a file is made once and used by several.
NAMES: dict[str, Column] = {
    **dict.fromkeys(("e-post", "epost", "e-postadress", "mejl", "mail", "email", "e-mail"), Column.EMAIL),
    **dict.fromkeys(("namn", "name"), Column.NAME),
    **dict.fromkeys(("roller", "roll", "roles", "role"), Column.ROLES),
    **dict.fromkeys(("paket", "rollpaket", "bundle"), Column.BUNDLE),
    **dict.fromkeys(("kommun", "municipality"), Column.MUNICIPALITY),
    **dict.fromkeys(("enhet", "verksamhet", "unit"), Column.UNIT),
}
