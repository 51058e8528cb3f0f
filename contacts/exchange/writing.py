"""The directory as rows of a file that can be read in again: an organisation, then its functions. No persons."""

from collections.abc import Iterator

from contacts.exchange.columns import TITLES, Column
from contacts.functions.function import Function
from contacts.organisations.kinds import OrganisationKind
from contacts.organisations.organisation import Organisation
from handslag.spreadsheets.choices import title_for
from handslag.spreadsheets.lists import joined


def rows() -> Iterator[list[str]]:
    yield [str(TITLES[column]) for column in Column]
    organisations = Organisation.objects.current().select_related("municipality", "parent")
    functions: dict[int, list[Function]] = {}
    for function in Function.objects.current():
        functions.setdefault(function.organisation_id, []).append(function)
    for one in organisations.prefetch_related("former_names"):
        place = {
            Column.ORGANISATION: one.name,
            Column.MUNICIPALITY: one.municipality.name if one.municipality else "",
        }
        yield _line(place | _of_organisation(one))
        for function in functions.get(one.pk, []):
            yield _line(place | _of_function(function))


def _of_organisation(one: Organisation) -> dict[Column, str]:
    return {
        Column.KIND: title_for(OrganisationKind(one.kind)),
        Column.PARENT: one.parent.name if one.parent else "",
        Column.FORMER_NAMES: joined(former.name for former in one.former_names.all()),
        Column.LEVELS: ", ".join(title_for(level) for level in one.levels),
        Column.EMAIL: one.email,
        Column.PHONE: one.phone,
        Column.WEBSITE: one.website,
        Column.ADDRESS: one.address,
        Column.WHAT_FOR: one.what_for,
    }


def _of_function(function: Function) -> dict[Column, str]:
    return {
        Column.FUNCTION: function.name,
        Column.TASKS: function.tasks,
        Column.FUNCTION_EMAIL: function.email,
        Column.FUNCTION_PHONE: function.phone,
    }


def _line(cells: dict[Column, str]) -> list[str]:
    return [cells.get(column, "") for column in Column]
