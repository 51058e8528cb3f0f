"""An edition as a file: PDF for people and archives, JSON for programs and for proving the seal without us."""

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from plan_pages.documents.json_schema import json_schema
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.editions.numbers import EditionNumber
from plan_pages.exporting.json_file import edition_as_json
from plan_pages.exporting.pdf_file import edition_as_pdf
from plan_pages.reading.doors import edition_or_404, for_files
from plan_pages.showing.kept import seconds_to_midnight


@for_files
def pdf(request: HttpRequest, history: History, number: EditionNumber) -> HttpResponse:
    edition = edition_or_404(history, number)
    address = request.build_absolute_uri(reverse("plan:in_force"))
    response = HttpResponse(_kept_pdf(edition, address), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{_file_name(edition)}.pdf"'
    return response


@for_files
def as_json(request: HttpRequest, history: History, number: EditionNumber) -> HttpResponse:
    edition = edition_or_404(history, number)
    response = HttpResponse(edition_as_json(edition), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{_file_name(edition)}.json"'
    return response


@login_not_required
@require_safe
def schema(request: HttpRequest, version: int) -> HttpResponse:
    """Public: it says how documents are built and nothing of what is in one."""
    try:
        return JsonResponse(json_schema(version), json_dumps_params={"ensure_ascii": False, "indent": 2})
    except KeyError:
        raise Http404 from None


def _kept_pdf(edition: Edition, address: str) -> bytes:
    key = f"plan:pdf:{edition.digest}:{edition.series.redactions}:{address}"
    found: bytes | None = cache.get(key)
    if found is None:
        found = edition_as_pdf(edition, address)
        cache.set(key, found, seconds_to_midnight())
    return found


def _file_name(edition: Edition) -> str:
    return f"{edition.series.address}-{edition.number}"
