"""What was learned elsewhere: everybody reads it, the forum and the coordinator write it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.forms.seen import fingerprint, save_as_seen
from training.catalogue.below import below_catalogue, way_here
from training.catalogue.keepers import may_keep
from training.experiences.experience import Experience
from training.experiences.forms import ExperienceForm
from training.experiences.kinds import ExperienceKind
from training.experiences.listing import experiences, yearly_table

ON_A_PAGE = 20
FIELDS = ("kind", "subject", "held_on", "organisation", "place", "participants", "learned", "changes")

writers = below_catalogue(lambda request: may_keep(request.user))


@below_catalogue()
def all_of_them(request: HttpRequest) -> HttpResponse:
    kind = request.GET.get("typ", "")
    rows = experiences()
    if kind in ExperienceKind.values:
        rows = rows.filter(kind=kind)
    context = {
        "listed": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "kinds": ExperienceKind.choices,
        "kind": kind,
        "table": yearly_table(),
        "may_keep": may_keep(request.user),
        "crumbs": way_here(request),
    }
    return TemplateResponse(request, "training/experiences/list.html", context)


@writers
def add(request: HttpRequest) -> HttpResponse:
    form = ExperienceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        _row, is_new = Experience.objects.get_or_create(
            token=said["token"], defaults={name: said[name] for name in FIELDS}
        )
        messages.success(
            request, _("It is entered.") if is_new else _("You have sent this already; it is kept once.")
        )
        return redirect("experiences:list")
    return _page(request, form, _("Enter an experience"))


@writers
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Experience, pk=pk)
    initial = {
        **{name: getattr(found, name) for name in FIELDS},
        "organisation": found.organisation_id,
        "seen": fingerprint(found, FIELDS),
    }
    form = ExperienceForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid() and save_as_seen(form, found, FIELDS):
        messages.success(request, _("The change is saved."))
        return redirect("experiences:list")
    return _page(request, form, _("Change the experience"), found)


@writers
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Experience, pk=pk)
    if request.method == "POST":
        found.delete()
        messages.success(request, _("It is taken away."))
        return redirect("experiences:list")
    context = {"found": found, "crumbs": _below(request)}
    return TemplateResponse(request, "training/experiences/remove.html", context)


def _page(request: HttpRequest, form: Any, title: str, found: Experience | None = None) -> HttpResponse:
    context = {"form": form, "heading": title, "found": found, "crumbs": _below(request)}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "training/experiences/edit.html", context, status=status)


def _below(request: HttpRequest) -> list[Any]:
    return way_here(request, (_("Experiences"), reverse("experiences:list")))
