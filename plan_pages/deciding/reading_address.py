"""The private address of a body: the text that was sent out, without an account and without a trace of the reader."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from handslag.access.private_addresses import NO_MENUS, kept_private
from plan_pages.deciding.referral_pdf import pdf_answer
from plan_pages.documents import EditionDocument
from plan_pages.road.referral import addresses
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.standing import text_sent_out
from plan_pages.showing.preview import preview_context

type View = Callable[[HttpRequest, ReadingKey, EditionDocument], HttpResponse]


def _behind_a_key(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """Unknown, run out and withdrawn get one and the same answer."""

    @login_not_required
    @require_safe
    @functools.wraps(view)
    def guarded(request: HttpRequest, key: str) -> HttpResponse:
        found = addresses.find(key)
        if found is None:
            response: HttpResponse = _page(request, "no_such_address.html", {}, 404)
        elif (document := text_sent_out(found.body.round)) is None:
            response = _page(request, "taken_back.html", {"round": found.body.round}, 410)
        else:
            response = view(request, found, document)
            if request.method == "GET":
                addresses.count_reading(found)
        return kept_private(response)

    return guarded


@_behind_a_key
def read(request: HttpRequest, key: ReadingKey, document: EditionDocument) -> HttpResponse:
    """What was sent out, with what differs from the edition that was decided."""
    standing = key.body.round
    context = {
        **preview_context(document, standing.matter.series, with_changes=True),
        "round": standing,
        "body_name": key.body.name,
        "registry_number": standing.matter.registry_number,
        "expires_on": key.expires_on,
    }
    return _page(request, "text.html", context)


@_behind_a_key
def pdf(request: HttpRequest, key: ReadingKey, document: EditionDocument) -> HttpResponse:
    return pdf_answer(request, key.body.round, document)


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> TemplateResponse:
    return TemplateResponse(
        request, f"plan_pages/deciding/reading/{template}", {**NO_MENUS, **context}, status=status
    )
