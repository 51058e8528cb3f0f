"""The list of readings and its files, for auditors and superusers; nobody else knows of it."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from handslag.access.models import ReadLogEntry
from handslag.access.people import has_role, is_break_glass
from handslag.access.read_log.filters import ReadLogFilters, chosen
from handslag.access.read_log.titles import titles_of
from handslag.navigation.entries import MenuEntry, named
from handslag.spreadsheets.large import large_csv_file, large_xlsx_file

PER_PAGE = 50
FILE = "lasning"


def audits(request: HttpRequest) -> bool:
    return has_role(request.user, "auditor") or is_break_glass(request.user)


entry = MenuEntry("read_log", gettext_lazy("Log of reading"), named("read_log"), order=800, shown_to=audits)


@never_cache
@require_safe
def read_log(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for everybody else."""
    form, rows = _asked(request)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    titles = titles_of(page.object_list, request.user)
    number = page.paginator.count
    context = {
        "form": form,
        "page": page,
        "lines": [
            {"entry": row, "reader": _reader(row), "title": titles.get((row.kind, row.object_id), "")}
            for row in page.object_list
        ],
        "result": ngettext("%(number)d reading", "%(number)d readings", number) % {"number": number},
        "query": _without_page(request),
    }
    return TemplateResponse(request, "handslag/access/read_log.html", context)


@never_cache
@require_safe
def as_csv(request: HttpRequest) -> HttpResponseBase:
    return large_csv_file(FILE, _headings(), _lines(_asked(request)[1]))


@never_cache
@require_safe
def as_xlsx(request: HttpRequest) -> HttpResponseBase:
    return large_xlsx_file(FILE, _headings(), _lines(_asked(request)[1]))


def _asked(request: HttpRequest) -> tuple[ReadLogFilters, QuerySet[ReadLogEntry]]:
    if not audits(request):
        raise Http404
    form = ReadLogFilters(request.GET)
    form.is_valid()
    return form, chosen(form.cleaned_data)


def _headings() -> list[str]:
    return [
        _("Read at"),
        _("Reader"),
        _("Kind"),
        pgettext("of a page or a request", "Number"),
        _("Emergency access"),
    ]


def _lines(rows: QuerySet[ReadLogEntry]) -> Iterator[list[Any]]:
    """All that the filters leave, however many; no titles, whoever asks: a file is passed on. The words are found now,
    the rows while the file is sent."""
    kinds = {kind.value: str(kind.label) for kind in ReadLogEntry.Kind}
    answers = {True: _("Yes"), False: _("No")}
    gone = _("an account that is gone")
    return (
        [
            timezone.localtime(row.read_at).strftime("%Y-%m-%d %H:%M:%S"),
            _address(row) or gone,
            kinds.get(row.kind, row.kind),
            row.object_id,
            answers[row.break_glass],
        ]
        for row in rows.iterator(chunk_size=2000)
    )


def _reader(row: ReadLogEntry) -> str:
    return _address(row) or _("an account that is gone")


def _address(row: ReadLogEntry) -> str:
    """Two people may share a name, no two an address."""
    if row.user is None:
        return ""
    return str(getattr(row.user, row.user.get_email_field_name()) or row.user.get_username())


def _without_page(request: HttpRequest) -> str:
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()
