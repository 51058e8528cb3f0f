"""The directory into a file and out of one; for the coordinator."""

from collections.abc import Collection

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from contacts.directory.address import way_here
from contacts.directory.doors import for_keepers
from contacts.exchange import saving, writing
from contacts.exchange.reading import FILE, FileRow
from handslag import clock
from handslag.access.people import Person
from handslag.spreadsheets.steps import Steps, read_in
from handslag.spreadsheets.writing import csv_file, xlsx_file


@for_keepers
def import_file(request: HttpRequest) -> HttpResponse:
    return read_in(request, STEPS)


def _carry_out(user: Person, rows: list[FileRow], skip: Collection[int]) -> str:
    saved = saving.carry_out(user, rows, skip)
    return _("The file is read in: %(new)d new, %(changed)d changed, %(skipped)d left out.") % {
        "new": saved.new,
        "changed": saved.changed,
        "skipped": len(skip),
    }


STEPS = Steps(
    table=FILE,
    plan=lambda user, rows: saving.plan(rows),
    carry_out=_carry_out,
    template="contacts/exchange/import.html",
    context=way_here,
    here="contacts:import",
    afterwards="contacts:list",
)


@for_keepers
def export_csv(request: HttpRequest) -> HttpResponse:
    return csv_file(_name(), writing.rows())


@for_keepers
def export_xlsx(request: HttpRequest) -> HttpResponse:
    return xlsx_file(_name(), writing.rows())


def _name() -> str:
    return f"kontakter-{clock.today().isoformat()}"
