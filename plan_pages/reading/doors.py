"""Who may read: one door before every view of the plan. Hidden and non-existent look the same."""

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from handslag.access.people import Person, is_signed_in
from handslag.access.serving import refuse
from handslag.access.visibility import visible_to
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History, history_of
from plan_pages.editions.numbers import EditionNumber
from plan_pages.editions.series import EditionSeries
from plan_pages.reading.whole import refuse_forged_history
from plan_pages.road.rules import may_see
from plan_pages.seal.broken import BrokenSealError

logger = logging.getLogger(__name__)

ADDRESS = "handlingsplan"

type View = Callable[..., HttpResponse]


def for_readers(view: View) -> View:
    """The view gets the plan's history after the request. Raises Http404 for what the signed-in may not know of.

    A page says how an edition stands among the others, so all of their heads must be the ones that were sealed.
    """
    return _guarded(view, refuse_forged_history)


def for_files(view: View) -> View:
    """As above, for one edition's file: it says nothing of others and proves itself."""
    return _guarded(view, lambda history: None)


def for_signed_in(view: View) -> View:
    """As `for_readers`, for what needs a person: strangers sign in first, also where the plan is open to them, and the
    view may be posted to. Raises Http404 for those who may not read the plan."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        series = visible_to(EditionSeries.objects.filter(address=ADDRESS), request.user).first()
        history = history_of(series) if series is not None else None
        if history is None or not history.editions:
            raise Http404
        return _read(view, refuse_forged_history, request, history, *args, **kwargs)

    return guarded


def for_history(view: View) -> View:
    """As for files: the story proves itself. Those who work with the plan come in before anything is decided, too."""
    return _guarded(view, lambda history: None, before_decision=may_see)


def _guarded(
    view: View,
    look: Callable[[History], None],
    before_decision: Callable[[Person], bool] = lambda user: False,
) -> View:
    @login_not_required
    @require_safe
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        series = visible_to(EditionSeries.objects.filter(address=ADDRESS), request.user).first()
        history = history_of(series) if series is not None else None
        if history is not None and (history.editions or before_decision(request.user)):
            response = _read(view, look, request, history, *args, **kwargs)
        elif is_signed_in(request.user) and (series is not None or not EditionSeries.objects.exists()):
            response = TemplateResponse(request, "plan_pages/reading/nothing_decided.html", status=404)
        else:
            return refuse(request)
        # What is in force changes at midnight and by a decision: browsers ask each time.
        patch_cache_control(response, no_cache=True, private=True)
        return response

    return guarded


def _read(
    view: View,
    look: Callable[[History], None],
    request: HttpRequest,
    history: History,
    *args: Any,
    **kwargs: Any,
) -> HttpResponse:
    try:
        look(history)
        response = view(request, history, *args, **kwargs)
        if isinstance(response, TemplateResponse):
            response.render()
    except BrokenSealError as broken:
        logger.exception(
            "Edition %s is not shown: %s does not match the seal.", broken.edition.pk, broken.place
        )
        response = TemplateResponse(
            request, "plan_pages/reading/broken_seal.html", {"edition": broken.edition}, status=503
        )
    return response


def edition_or_404(history: History, number: EditionNumber) -> Edition:
    edition = history.numbered(*number)
    if edition is None:
        raise Http404
    return edition
