"""Courses out of a file, for those who organise; and every list into one, as its page shows it to the reader."""

from collections.abc import Callable, Collection

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import Person
from handslag.spreadsheets.steps import Steps, read_in
from handslag.spreadsheets.writing import Cell, csv_file, xlsx_file
from training.catalogue.below import below_catalogue, way_here
from training.competence import tables
from training.competence.covering import figures_for
from training.competence.rules import sees_figures
from training.exchange import saving, writing
from training.exchange.columns import FILE, FileRow
from training.experiences import listing as experiences
from training.methods import listing as methods
from training.needs import listing as needs
from training.occasions.rules import may_organise


def _competence(request: HttpRequest) -> list[list[Cell]]:
    """Raises Http404 for those who see no unit's figures."""
    if not sees_figures(request.user):
        raise Http404
    return tables.lines(figures_for(request.user, clock.today()))


# The words of the address are the files' names.
EXPORTS: dict[str, Callable[[HttpRequest], list[list[Cell]]]] = {
    "katalog": lambda request: writing.catalogue(request.user),
    "tillfallen": lambda request: writing.occasions(request.user),
    "kompetens": _competence,
    "behov": lambda request: needs.lines(request.user),
    "metoder": lambda request: methods.lines(),
    "erfarenheter": lambda request: experiences.lines(),
}
FILES = {"csv": csv_file, "xlsx": xlsx_file}


@below_catalogue()
def export(request: HttpRequest, what: str, ending: str) -> HttpResponse:
    """Raises Http404 for what there is no list of, or none for this reader."""
    if what not in EXPORTS or ending not in FILES:
        raise Http404
    name = f"{what}-{clock.today().isoformat()}"
    return FILES[ending](name, EXPORTS[what](request))


@below_catalogue(lambda request: may_organise(request.user))
def import_file(request: HttpRequest) -> HttpResponse:
    return read_in(request, STEPS)


def _carry_out(user: Person, rows: list[FileRow], skip: Collection[int]) -> str:
    saved = saving.carry_out(user, rows, skip)
    return _(
        "The file is read in. New courses: %(new)d. Changed: %(changed)d. New occasions: %(occasions)d. "
        "Rows left out: %(skipped)d. Nothing is published yet."
    ) % {
        "new": saved.new,
        "changed": saved.changed,
        "occasions": saved.occasions,
        "skipped": len(skip),
    }


STEPS = Steps(
    table=FILE,
    plan=saving.plan,
    carry_out=_carry_out,
    template="training/exchange/import.html",
    context=lambda request: {"crumbs": way_here(request)},
    here="training_import:file",
    afterwards="training_import:file",
)
