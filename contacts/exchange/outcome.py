"""What would become of a row: in a word, and what it would write where."""

from typing import Any

from django.utils.translation import gettext as _

from contacts.exchange.checked import CheckedRow
from contacts.exchange.columns import FUNCTION_FIELDS, ORGANISATION_FIELDS, TITLES, Column
from contacts.exchange.known import Known
from contacts.functions.function import Function
from contacts.organisations.kinds import OrganisationKind, PreventionLevel
from contacts.organisations.naming import key_of
from contacts.organisations.organisation import Organisation
from handslag.spreadsheets.changes import changes
from handslag.spreadsheets.lists import joined


def say_outcome(found: CheckedRow, known: Known) -> None:
    organisation = known.organisations.get(found.place)
    if organisation is not None and organisation.is_archived:
        found.outcome = _("is archived; nothing is changed")
        return
    function = known.function(found.place, found.function["name"]) if found.function else None
    is_abolished = function is not None and function.is_abolished
    before, after = _of_organisation(organisation, found)
    if found.function and not is_abolished:
        after |= _function_words(found.function if function is None else as_said(function, found.function))
        before |= _function_words(
            {name: getattr(function, name) for name in found.function} if function else {}
        )
    found.changes = changes(TITLES, before, after)
    if organisation is None:
        found.outcome = _("new")
    elif found.function and function is None:
        found.outcome = _("new function")
    elif is_abolished:
        found.outcome = _("the function is abolished; nothing is changed in it")
    else:
        found.outcome = _("changed") if found.changes else _("unchanged")


def as_said(function: Function, said: dict[str, Any]) -> dict[str, Any]:
    """A row that names it by a former name does not rename it."""
    named = key_of(said.get("name", "")) == function.name_key
    return {key: value for key, value in said.items() if key != "name" or named}


def _of_organisation(
    organisation: Organisation | None, found: CheckedRow
) -> tuple[dict[Column, str], dict[Column, str]]:
    """Before and after. A row that names it by a former name does not rename it, nor does one in other letters."""
    after = _organisation_words(found.organisation)
    if organisation is None:
        new_names = found.former_names
        after[Column.PARENT] = found.parent
        before = {}
    else:
        names = {organisation.name_key, *(row.name_key for row in organisation.former_names.all())}
        new_names = [name for name in found.former_names if key_of(name) not in names]
        before = _organisation_words({name: getattr(organisation, name) for name in found.organisation})
        after.pop(Column.ORGANISATION, None)
        parent = organisation.parent
        if found.parent and (parent is None or key_of(found.parent) != parent.name_key):
            before[Column.PARENT], after[Column.PARENT] = parent.name if parent else "", found.parent
    return before, after | {Column.FORMER_NAMES: joined(new_names)}


def _organisation_words(said: dict[str, Any]) -> dict[Column, str]:
    words = {column: said[name] for column, name in ORGANISATION_FIELDS.items() if name in said}
    if "kind" in said:
        words[Column.KIND] = str(OrganisationKind(said["kind"]).label)
    if municipality := said.get("municipality"):
        words[Column.MUNICIPALITY] = municipality.name
    levels = [str(level.label) for level in PreventionLevel if said.get(f"works_{level}")]
    return words | {Column.LEVELS: ", ".join(levels)}


def _function_words(said: dict[str, Any]) -> dict[Column, str]:
    return {column: said[name] for column, name in FUNCTION_FIELDS.items() if name in said}
