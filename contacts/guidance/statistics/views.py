"""The statistics page, for the forum, the coordinator and the auditor; and its files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from contacts.guidance.rules import sees_statistics
from contacts.guidance.statistics.reading import Year, read_year, years
from contacts.guidance.statistics.tables import Cell, tables_of, waiting_of
from handslag import clock
from handslag.places.sizes import LEAST
from handslag.spreadsheets.writing import csv_file, xlsx_file


@never_cache
@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for everybody else."""
    year = _year(request)
    context = {
        "year": year,
        "years": years(),
        "tables": tables_of(year),
        "waiting": waiting_of(year),
        "least": LEAST,
    }
    return TemplateResponse(request, "contacts/guidance/statistics.html", context)


@never_cache
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    return csv_file(f"vagledning-{year.year}", _lines(year))


@never_cache
@require_safe
def as_xlsx(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    return xlsx_file(f"vagledning-{year.year}", _lines(year))


def _year(request: HttpRequest) -> Year:
    if not sees_statistics(request.user):
        raise Http404
    chosen = request.GET.get("ar", "")
    known = {str(year): year for year in years()}
    return read_year(known.get(chosen, clock.today().year))


def _lines(year: Year) -> list[list[Cell]]:
    """Table after table, an empty line between."""
    lines: list[list[Cell]] = [[_("Requests for guidance"), year.year]]
    lines.append([_("A dash is fewer than %(least)d, or hides such a figure.") % {"least": LEAST}])
    for table in tables_of(year):
        lines += [[], [table.caption], [str(header["title"]) for header in table.headers], *table.plain_rows]
    median: Cell = "–" if year.median_days is None else f"{year.median_days:g}"
    return [
        *lines,
        [],
        [_("Median reply time in days, of those answered"), median],
        [_("Wait for a first answer"), waiting_of(year)],
    ]
