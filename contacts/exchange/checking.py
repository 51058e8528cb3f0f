"""Each row is looked at before anything is saved; an error names its row and its column."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from contacts.exchange.checked import CheckedRow, Plan
from contacts.exchange.columns import FUNCTION_FIELDS, ORGANISATION_FIELDS, Column
from contacts.exchange.known import Known, Place
from contacts.exchange.meant import Meant, SeveralError
from contacts.exchange.outcome import say_outcome
from contacts.exchange.parts import Parts
from contacts.exchange.reading import FileRow
from contacts.functions.function import Function
from contacts.organisations.kinds import OrganisationKind, PreventionLevel
from contacts.organisations.naming import key_of
from contacts.organisations.organisation import FormerName, Organisation
from handslag.spreadsheets.checked import Plan as FilePlan
from handslag.spreadsheets.choices import choice_for, split
from handslag.spreadsheets.described import Described
from handslag.spreadsheets.lists import names_in
from handslag.spreadsheets.quoting import quoted


class FileChecker:
    def __init__(self, known: Known) -> None:
        self.known = known
        # What the rows say of each organisation, and where a function stands.
        self.described: Described[Place] = Described()
        self.functions: dict[tuple[Place, str], int] = {}

    def check(self, rows: list[FileRow], skip: Collection[int] = ()) -> Plan:
        """Organisations first: a function may stand above the row that describes where it belongs."""
        self.meant = Meant(self.known, rows)
        checked = [(row, self._organisation(row)) for row in rows if row.number not in skip]
        parts = Parts(self.known, [found for _row, found in checked])
        for row, found in checked:
            self._belongs(row, found)
            if parts.leads_back(found):
                found.wrong(
                    Column.PARENT,
                    _("“%(name)s” is itself a part of this one.") % {"name": quoted(found.parent)},
                )
            self._function(row, found)
            if not found.errors:
                say_outcome(found, self.known)
        return FilePlan([found for _row, found in checked])

    def _organisation(self, row: FileRow) -> CheckedRow:
        name, place = row.get(Column.ORGANISATION), None
        title = " / ".join(filter(None, (name, row.get(Column.FUNCTION))))
        found = CheckedRow(number=row.number, title=title, place=(key_of(name), None))
        found.stop_personal(row.cells)
        found.stop_broken(row.cells)
        if not name:
            found.wrong(Column.ORGANISATION, _("the name is missing."))
        if cell := row.get(Column.MUNICIPALITY):
            place = self.known.municipality(cell)
            if place is None:
                found.wrong(
                    Column.MUNICIPALITY,
                    _("there is no municipality “%(cell)s” here.") % {"cell": quoted(cell)},
                )
            else:
                found.place = (key_of(name), place.pk)
                found.organisation["municipality"] = place
        else:
            self._of_name(name, found)
        self._fields(row, found, Organisation, ORGANISATION_FIELDS, found.organisation)
        self._kind_and_levels(row, found)
        found.former_names = names_in(row.get(Column.FORMER_NAMES))
        for former in found.former_names:
            if len(former) > (FormerName._meta.get_field("name").max_length or 0):
                found.wrong(Column.FORMER_NAMES, _("the text is too long."))
        found.parent = row.get(Column.PARENT)
        self._agrees(found)
        return found

    def _of_name(self, name: str, found: CheckedRow) -> None:
        try:
            found.place = self.meant.by(name)
        except SeveralError as several:
            found.wrong(
                Column.MUNICIPALITY,
                _(
                    "there are several of that name: %(places)s. Write here which one it is; an empty cell in a "
                    "file with this column means the one without municipality."
                )
                % {"places": several},
            )

    def _fields(
        self,
        row: FileRow,
        found: CheckedRow,
        model: type[Any],
        fields: dict[Column, str],
        into: dict[str, Any],
    ) -> None:
        for column, name in fields.items():
            if cell := row.get(column):
                found.take(column, cell, model, name, into)

    def _kind_and_levels(self, row: FileRow, found: CheckedRow) -> None:
        if cell := row.get(Column.KIND):
            if kind := choice_for(cell, OrganisationKind):
                found.organisation["kind"] = kind.value
            else:
                found.wrong(Column.KIND, _("there is no kind “%(cell)s”.") % {"cell": quoted(cell)})
        levels = split(row.get(Column.LEVELS))
        chosen = {word: choice_for(word, PreventionLevel) for word in levels}
        for word, level in chosen.items():
            if level is None:
                found.wrong(Column.LEVELS, _("there is no level “%(word)s”.") % {"word": quoted(word)})
        if levels:
            found.organisation |= {f"works_{level}": level in chosen.values() for level in PreventionLevel}

    def _agrees(self, found: CheckedRow) -> None:
        """Several rows may describe one organisation, in the same words."""
        said = {
            key: value for key, value in found.organisation.items() if key not in ("name", "municipality")
        }
        row = self.described.contradicted_by(found.place, found.number, said) if found.place[0] else None
        if row is not None:
            found.wrong(
                Column.ORGANISATION, _("row %(row)d says something else of the organisation.") % {"row": row}
            )

    def _belongs(self, row: FileRow, found: CheckedRow) -> None:
        is_known = found.place in self.known.organisations or found.has_error(Column.MUNICIPALITY)
        has_name = row.get(Column.ORGANISATION)
        has_kind = self.described.says(found.place, "kind") or row.get(Column.KIND)
        if has_name and not is_known and not has_kind:
            found.wrong(
                Column.KIND,
                _("the organisation is not in the directory; a new one needs its kind."),
            )
        if found.parent and not self._has(found.parent):
            found.wrong(
                Column.PARENT,
                _("“%(name)s” is neither in the directory nor in the file.") % {"name": quoted(found.parent)},
            )
        if found.parent and key_of(found.parent) == found.place[0]:
            found.wrong(Column.PARENT, _("an organisation is no part of itself."))

    def _has(self, name: str) -> bool:
        in_file = any(key == key_of(name) for key, _municipality in self.described)
        return in_file or self.known.named(name) is not None

    def _function(self, row: FileRow, found: CheckedRow) -> None:
        name = row.get(Column.FUNCTION)
        if not name:
            for column in (Column.TASKS, Column.FUNCTION_EMAIL, Column.FUNCTION_PHONE):
                if row.get(column):
                    found.wrong(Column.FUNCTION, _("the name of the function is missing."))
                    return
            return
        known = self.known.function(found.place, name)
        before = self.functions.setdefault(
            (found.place, known.name_key if known else key_of(name)), row.number
        )
        if before != row.number:
            found.wrong(Column.FUNCTION, _("the same function stands in row %(row)d.") % {"row": before})
        found.function = {}
        self._fields(row, found, Function, FUNCTION_FIELDS, found.function)
