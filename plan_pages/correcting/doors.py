"""One door before the pages of the short roads: who has no part in them finds nothing there."""

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.access.visibility import visible_to
from plan_pages.correcting.roles import WATCHERS
from plan_pages.correcting.rules import holds
from plan_pages.editions.history import history_of
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.seal.broken import BrokenSealError
from plan_pages.seal.heads import refuse_forged

logger = logging.getLogger(__name__)

type View = Callable[..., HttpResponse]


def for_those_who_work(*roles: str) -> Callable[[View], View]:
    """The view gets the plan's history after the request. Raises Http404 for other roles, and where it is hidden."""

    def decorate(view: View) -> View:
        @never_cache
        @require_http_methods(["GET", "HEAD", "POST"])
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            series = visible_to(plans(), request.user).first()
            if series is None or not holds(request.user, (*roles, *WATCHERS)):
                raise Http404
            try:
                history = history_of(series)
                refuse_forged(history.editions, history.decisions)
                response = view(request, history, *args, **kwargs)
                if isinstance(response, TemplateResponse):
                    response.render()
            except BrokenSealError as broken:
                logger.exception("Edition %s: %s does not match the seal.", broken.edition.pk, broken.place)
                return TemplateResponse(request, "plan_pages/reading/broken_seal.html", status=503)
            return response

        return guarded

    return decorate


def plans() -> Any:
    return EditionSeries.objects.filter(address=ActionPlanPage.series_address)


def sentences_of(refusal: ValidationError | PermissionDenied) -> str:
    """For a message at the top of the page."""
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
