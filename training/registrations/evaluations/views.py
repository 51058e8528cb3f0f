"""The evaluation of one who came. What was answered is never shown to that person, or to anybody, by itself."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from training.catalogue.addresses import way_here
from training.catalogue.doors import for_readers
from training.occasions.reading import in_readers_language
from training.registrations.evaluations.answering import NotAskedError, answer
from training.registrations.evaluations.forms import EvaluationForm
from training.registrations.rules import has_taken_part, own


@for_readers
def evaluate(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for those who have not taken part."""
    row = own(request.user).filter(has_taken_part(), occasion=pk).first()
    if row is None:
        raise Http404
    in_readers_language([row.occasion], request.user)
    form = EvaluationForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            answer(row, **form.cleaned_data)
        except NotAskedError:
            messages.info(
                request,
                _("You have answered already; an answer cannot be changed, for nobody knows whose it is."),
            )
        else:
            messages.success(request, _("Thank you. Your answer is kept without your name."))
        return redirect("registrations:mine")
    context = {"row": row, "form": form, **way_here(request)}
    return TemplateResponse(
        request, "training/registrations/evaluate.html", context, status=422 if form.errors else 200
    )
