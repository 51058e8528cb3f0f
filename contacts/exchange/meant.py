"""Which organisation a row means that says no municipality."""

from django.utils.translation import gettext as _

from contacts.exchange.columns import Column
from contacts.exchange.known import Known, Place
from contacts.exchange.reading import FileRow
from contacts.organisations.naming import key_of
from contacts.organisations.organisation import Organisation


class SeveralError(Exception):
    """Several bear the name; in words where they are."""

    def __init__(self, rows: list[Organisation]) -> None:
        super().__init__(", ".join(str(row.municipality or _("without municipality")) for row in rows))


class Meant:
    """An empty cell says "in no municipality" where the file tells such apart: it has the column, and the directory
    holds one without, or another row names one of the same name with its municipality. Elsewhere it says nothing, and
    the only one of the name is meant. Rows that are left out count too: without them the others mean the same."""

    def __init__(self, known: Known, rows: list[FileRow]) -> None:
        self._known = known
        self._has_column = any(Column.MUNICIPALITY in row.cells for row in rows)
        self._told_apart = {
            key_of(row.get(Column.ORGANISATION)) for row in rows if row.get(Column.MUNICIPALITY)
        }

    def by(self, name: str) -> Place:
        """Raises SeveralError."""
        nowhere = (key_of(name), None)
        is_said = self._has_column and nowhere in self._known.organisations
        if is_said or nowhere[0] in self._told_apart:
            return nowhere
        bearers = self._known.of_name(name)
        if len(bearers) > 1:
            raise SeveralError(bearers)
        return (nowhere[0], bearers[0].municipality_id) if bearers else nowhere
