"""The style guide, and a whole page with a form to try."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handslag.styleguide.examples import groups
from handslag.styleguide.examples.filling_in import SampleForm
from handslag.styleguide.tokens import colours, contrasts


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state; anyone signed in may look."""
    context = {"groups": groups(), "colours": colours(), "contrasts": contrasts()}
    return render(request, "handslag/styleguide/styleguide.html", context)


def sample_form(request: HttpRequest) -> HttpResponse:
    """How a form behaves when it is sent with faults and without. Nothing is saved."""
    form = SampleForm(request.POST or None, request.FILES or None, use_required_attribute=False)
    context = {"form": form, "accepted": request.method == "POST" and form.is_valid()}
    return render(request, "handslag/styleguide/sample_form.html", context)
