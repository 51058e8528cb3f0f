"""Who comes in: one door before every page of a matter. Hidden and non-existent look the same."""

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from plan_pages.road.matter import Matter
from plan_pages.road.rules import may, may_see
from plan_pages.road.table import Action
from plan_pages.seal.broken import BrokenSealError

logger = logging.getLogger(__name__)

type View = Callable[..., HttpResponse]


def for_the_road(view: View) -> View:
    """For those who follow matters. Raises Http404 for everybody else."""

    def look(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return _guarded(functools.wraps(view)(look))


def for_a_matter(view: View) -> View:
    """The view gets the matter; an invited reviewer sees the one they were invited to. Raises Http404."""

    def look(request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        found = with_its_rows(pk)
        if not may(request.user, Action.SEE, found):
            raise Http404
        return view(request, found, *args, **kwargs)

    return _guarded(functools.wraps(view)(look))


def with_its_rows(pk: int) -> Matter:
    """Raises Http404."""
    related = ("series__page", "edition__series", "revision", "submitted_by")
    return get_object_or_404(Matter.objects.select_related(*related), pk=pk)


def _guarded(view: View) -> View:
    """What was decided is shown as it was sealed or not at all; what is on its way is in no cache."""

    @never_cache
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except BrokenSealError as broken:
            logger.exception(
                "Edition %s is not shown: %s does not match the seal.", broken.edition.pk, broken.place
            )
            return TemplateResponse(
                request, "plan_pages/reading/broken_seal.html", {"edition": broken.edition}, status=503
            )

    return guarded
