"""The story on a page and as two files. Made anew for every request: a redaction needs no second place to go to."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from plan_pages.chronicle.json_file import history_as_json, language_of
from plan_pages.chronicle.knowing import knowledge_of
from plan_pages.chronicle.page import page_context
from plan_pages.chronicle.pdf_file import history_as_pdf
from plan_pages.chronicle.shape import json_schema
from plan_pages.chronicle.story import Story, story_of
from plan_pages.editions.history import History
from plan_pages.reading.doors import for_history

logger = logging.getLogger(__name__)


@for_history
def history_page(request: HttpRequest, history: History) -> HttpResponse:
    context = page_context(_story(request, history), request.user, request.GET.get("page", ""))
    return TemplateResponse(request, "plan_pages/chronicle/history.html", context)


@for_history
def as_json(request: HttpRequest, history: History) -> HttpResponse:
    content = history_as_json(_story(request, history))
    return _file(HttpResponse(content, content_type="application/json; charset=utf-8"), history, "json")


@for_history
def as_pdf(request: HttpRequest, history: History) -> HttpResponse:
    with override(language_of(history)):
        address = request.build_absolute_uri(reverse("plan:in_force"))
    content = history_as_pdf(_story(request, history), address)
    return _file(HttpResponse(content, content_type="application/pdf"), history, "pdf")


@login_not_required
@require_safe
def schema(request: HttpRequest, version: int) -> HttpResponse:
    """Public: it says how the file is built and nothing of what is in one. Raises Http404 for other versions."""
    try:
        return JsonResponse(json_schema(version), json_dumps_params={"ensure_ascii": False, "indent": 2})
    except KeyError:
        raise Http404 from None


def _story(request: HttpRequest, history: History) -> Story:
    """Who reads names leaves a line in the log."""
    knowledge = knowledge_of(request.user)
    if knowledge.names:
        logger.info("Account %s read who took part in series %d.", request.user.pk, history.series.pk)
    return story_of(history, knowledge)


def _file(response: HttpResponse, history: History, ending: str) -> HttpResponse:
    response["Content-Disposition"] = f'inline; filename="{history.series.address}-historia.{ending}"'
    return response
