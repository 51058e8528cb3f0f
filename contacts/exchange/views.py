"""The directory into a file and out of one; for the coordinator."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from contacts.directory.address import way_here
from contacts.directory.doors import for_keepers
from contacts.exchange import writing
from contacts.exchange.columns import TITLES
from contacts.exchange.forms import FileForm, TextForm
from contacts.exchange.reading import FileRow
from contacts.exchange.saving import carry_out, plan
from handslag import clock
from handslag.spreadsheets.writing import csv_file, xlsx_file


@for_keepers
def import_file(request: HttpRequest) -> HttpResponse:
    """First what the file would do, then, from the same text and checked anew, doing it."""
    if request.method != "POST":
        return _show(request, form=FileForm())
    if "text" in request.POST:
        return _carry_out(request)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, form=form)
    return _preview(request, form.rows, form.text)


def _carry_out(request: HttpRequest) -> HttpResponse:
    try:
        form = TextForm(request.POST)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("contacts:import")
    if not form.is_valid():
        messages.error(request, _("The file is no longer here; choose it once more. Nothing was saved."))
        return redirect("contacts:import")
    skip = set(form.cleaned_data["skip"])
    try:
        saved = carry_out(form.rows, skip)
    except ValidationError:
        return _preview(request, form.rows, form.cleaned_data["text"], skip)
    messages.success(
        request,
        _("The file is read in: %(new)d new, %(changed)d changed, %(skipped)d left out.")
        % {"new": saved.new, "changed": saved.changed, "skipped": len(skip)},
    )
    return redirect("contacts:list")


def _preview(
    request: HttpRequest, rows: list[FileRow], text: str, skip: set[int] | frozenset[int] = frozenset()
) -> HttpResponse:
    """What was left out stays ticked, and is looked at again without it: others may lean on it."""
    whole, rest = plan(rows), plan(rows, skip)
    leaning = [error for error in rest.errors if skip]
    return _show(request, plan=whole, text=text, skip=skip, leaning=leaning)


def _show(request: HttpRequest, **context: Any) -> HttpResponse:
    columns = [str(title) for title in TITLES.values()]
    context |= {"columns": columns, **way_here(request)}
    return TemplateResponse(request, "contacts/exchange/import.html", context)


@for_keepers
def export_csv(request: HttpRequest) -> HttpResponse:
    return csv_file(_name(), writing.rows())


@for_keepers
def export_xlsx(request: HttpRequest) -> HttpResponse:
    return xlsx_file(_name(), writing.rows())


def _name() -> str:
    return f"kontakter-{clock.today().isoformat()}"
