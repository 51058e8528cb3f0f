"""Courses out of a file, for those who organise; and every list into one, as its page shows it to the reader."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.spreadsheets.writing import Cell, csv_file, xlsx_file
from training.catalogue.below import below_catalogue, way_here
from training.competence import tables
from training.competence.rules import sees_figures
from training.competence.views import figures_for
from training.exchange import writing
from training.exchange.columns import TITLES, FileRow
from training.exchange.forms import FileForm, TextForm
from training.exchange.saving import carry_out, plan
from training.experiences import listing as experiences
from training.methods import listing as methods
from training.needs import listing as needs
from training.occasions.rules import may_organise


def _competence(request: HttpRequest) -> list[list[Cell]]:
    """Raises Http404 for those who see no unit's figures."""
    if not sees_figures(request.user):
        raise Http404
    return tables.lines(figures_for(request))


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
        return redirect("training_import:file")
    if not form.is_valid():
        messages.error(request, _("The file is no longer here; choose it once more. Nothing was saved."))
        return redirect("training_import:file")
    skip = set(form.cleaned_data["skip"])
    try:
        saved = carry_out(request.user, form.rows, skip)
    except ValidationError as refusal:
        return _preview(request, form.rows, form.cleaned_data["text"], skip, refusal.messages)
    messages.success(
        request,
        _(
            "The file is read in: %(new)d new courses, %(changed)d changed, %(occasions)d new occasions, "
            "%(skipped)d rows left out. Nothing is published yet."
        )
        % {
            "new": saved.new,
            "changed": saved.changed,
            "occasions": saved.occasions,
            "skipped": len(skip),
        },
    )
    return redirect("training_import:file")


def _preview(
    request: HttpRequest,
    rows: list[FileRow],
    text: str,
    skip: set[int] | frozenset[int] = frozenset(),
    refusal: list[str] | None = None,
) -> HttpResponse:
    """What was left out stays ticked, and is looked at again without it: others may lean on it."""
    whole = plan(request.user, rows)
    told = {str(error) for error in whole.errors}
    leaning = [sentence for sentence in refusal or [] if sentence not in told]
    return _show(request, plan=whole, text=text, skip=skip, leaning=leaning)


def _show(request: HttpRequest, **context: Any) -> HttpResponse:
    columns = [str(title) for title in TITLES.values()]
    form = context.get("form")
    status = 422 if form is not None and form.is_bound else 200
    context |= {"columns": columns, "crumbs": way_here(request)}
    return TemplateResponse(request, "training/exchange/import.html", context, status=status)
