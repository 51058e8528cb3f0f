"""The register of methods: everybody reads it, the coordinator and the forum keep it."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.forms.seen import fingerprint, save_as_seen
from training.catalogue.below import below_catalogue, way_here
from training.catalogue.keepers import may_keep
from training.catalogue.months import add_months
from training.methods.forms import SAME_NAME, MethodForm, ReviewForm
from training.methods.method import Method, MethodReview
from training.methods.rules import review_months, standings

METHOD_FIELDS = ("name", "description", "owner", "replaced_by")
REVIEW_FIELDS = ("evidence", "sources", "decision", "decided_on", "next_review_on")

keepers = below_catalogue(lambda request: may_keep(request.user))


@below_catalogue()
def all_of_them(request: HttpRequest) -> HttpResponse:
    found = standings()
    context = {
        "standings": found,
        "due": sum(one.is_due for one in found),
        "may_keep": may_keep(request.user),
        "crumbs": way_here(request),
    }
    return TemplateResponse(request, "training/methods/list.html", context)


@below_catalogue()
def one(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Method, pk=pk)
    standing = standings(Method.objects.filter(pk=pk))[0]
    context = {"standing": standing, "may_keep": may_keep(request.user), "crumbs": _below(request)}
    return TemplateResponse(request, "training/methods/method.html", context)


@keepers
def add(request: HttpRequest) -> HttpResponse:
    return _edit(request, None)


@keepers
def change(request: HttpRequest, pk: int) -> HttpResponse:
    return _edit(request, get_object_or_404(Method, pk=pk))


@keepers
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """A new review is added; the earlier ones stay."""
    method, today = get_object_or_404(Method, pk=pk), clock.today()
    initial = {"decided_on": today, "next_review_on": add_months(today, review_months())}
    form = ReviewForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        _row, is_new = MethodReview.objects.get_or_create(
            token=said["token"], defaults={"method": method, **{name: said[name] for name in REVIEW_FIELDS}}
        )
        done = _("The review is kept.") if is_new else _("You have sent this already; it is kept once.")
        messages.success(request, done)
        return redirect("methods:method", pk)
    title = _("Review %(name)s") % {"name": method.name}
    return _form(request, form, title, _("Keep the review"), method)


def _edit(request: HttpRequest, method: Method | None) -> HttpResponse:
    initial: dict[str, Any] = {}
    if method is not None:
        initial = {name: getattr(method, name) for name in METHOD_FIELDS}
        initial["seen"] = fingerprint(method, METHOD_FIELDS)
    form = MethodForm(method, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        kept = _keep(form, method)
        if kept is not None:
            messages.success(request, _("The method is saved."))
            return redirect("methods:method", kept.pk)
    title = _("Change %(name)s") % {"name": method.name} if method else _("Enter a method")
    return _form(request, form, title, _("Save"), method)


def _keep(form: MethodForm, method: Method | None) -> Method | None:
    """None where the form says why not."""
    try:
        with transaction.atomic():
            if method is None:
                return Method.objects.create(**{name: form.cleaned_data[name] for name in METHOD_FIELDS})
            return method if save_as_seen(form, method, METHOD_FIELDS) else None
    except IntegrityError:
        # Somebody entered it in the same moment; the form was looked at before.
        form.add_error("name", SAME_NAME)
    return None


def _form(request: HttpRequest, form: Any, title: str, label: str, method: Method | None) -> HttpResponse:
    further = [(method.name, reverse("methods:method", args=[method.pk]))] if method else []
    context = {"form": form, "heading": title, "label": label, "crumbs": _below(request, *further)}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "training/methods/edit.html", context, status=status)


def _below(request: HttpRequest, *further: tuple[str, str]) -> list[Any]:
    return way_here(request, (_("Methods"), reverse("methods:list")), *further)
