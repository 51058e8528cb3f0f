"""Reading a file in: first what it would do, then, from the same text and checked anew, doing it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from handslag.access.people import Person
from handslag.spreadsheets.checked import Plan
from handslag.spreadsheets.files import TableFile
from handslag.spreadsheets.forms import FileForm, TextForm
from handslag.spreadsheets.reading import TableRow

type Rows = list[TableRow[Any]]


@dataclass(frozen=True)
class Steps:
    """`plan` looks at the rows; `carry_out` checks anew, saves without the rows to skip and answers with one sentence.
    It raises ValidationError and saves nothing where a row is wrong. `here` and `afterwards` are names of addresses."""

    table: TableFile[Any]
    plan: Callable[[Person, Rows], Plan[Any]]
    carry_out: Callable[[Person, Rows, Collection[int]], str]
    template: str
    context: Callable[[HttpRequest], dict[str, Any]]
    here: str
    afterwards: str


def read_in(request: HttpRequest, steps: Steps) -> HttpResponse:
    if request.method != "POST":
        return _show(request, steps, form=FileForm(steps.table))
    if "text" in request.POST:
        return _carry_out(request, steps)
    form = FileForm(steps.table, request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, steps, status=422, form=form)
    return _show(request, steps, plan=steps.plan(request.user, form.rows), text=form.text)


def _carry_out(request: HttpRequest, steps: Steps) -> HttpResponse:
    try:
        form = TextForm(steps.table, request.POST)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(steps.here)
    if not form.is_valid():
        messages.error(request, _("The file is no longer here; choose it once more. Nothing was saved."))
        return redirect(steps.here)
    skip = set(form.cleaned_data["skip"])
    try:
        done = steps.carry_out(request.user, form.rows, skip)
    except ValidationError as refusal:
        return _refused(request, steps, form, skip, refusal.messages)
    messages.success(request, done)
    return redirect(steps.afterwards)


def _refused(
    request: HttpRequest, steps: Steps, form: TextForm, skip: set[int], refusal: list[str]
) -> HttpResponse:
    """What was left out stays ticked; what leaving it out gave is told beside what is wrong with the whole."""
    whole = steps.plan(request.user, form.rows)
    told = {str(error) for error in whole.errors}
    leaning = [sentence for sentence in refusal if sentence not in told]
    text = form.cleaned_data["text"]
    return _show(request, steps, status=422, plan=whole, text=text, skip=skip, leaning=leaning)


def _show(request: HttpRequest, steps: Steps, status: int = 200, **context: Any) -> HttpResponse:
    context |= {
        "columns": [str(title) for title in steps.table.headings.titles.values()],
        "is_refused": status != 200,
        **steps.context(request),
    }
    return TemplateResponse(request, steps.template, context, status=status)
