"""One occasion as a file, and one's own calendar behind a private address."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.access.private_addresses import kept_private
from handslag.forms.numbers import number_in
from training.catalogue.addresses import way_here
from training.catalogue.doors import for_readers
from training.occasions import feeds
from training.occasions.calendar_file import CONTENT_TYPE, occasions_as_calendar
from training.occasions.doors import for_readers_of_occasion
from training.occasions.joining import joinable
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion


@for_readers_of_occasion
def occasion_file(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """Raises Http404 also for a draft: calendars keep what they get."""
    if occasion.state == OccasionState.DRAFT:
        raise Http404
    known_link = joinable(request.user, [occasion])
    content = occasions_as_calendar(occasion.course.title, [occasion], joinable=known_link)
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="utbildning-{occasion.pk}.ics"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@login_not_required
@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """Unknown, renewed and withdrawn get one and the same answer, and so does what the person may not see any more."""
    person = feeds.person_of(key)
    name = request.GET.get("vad", feeds.EVERYTHING.name)
    if person is None or name not in feeds.feed_contents:
        text = _("The address leads nowhere")
        response: HttpResponse = HttpResponseNotFound(text, "text/plain; charset=utf-8")
    else:
        content = feeds.feed_contents.get(name)
        with translation.override(settings.LANGUAGE_CODE):
            title = str(content.title)
        occasions = list(feeds.occasions_of(person, content))
        known_links = joinable(person, occasions) if content.is_own else ()
        found = occasions_as_calendar(title, occasions, joinable=known_links)
        response = HttpResponse(found, content_type=CONTENT_TYPE)
    return kept_private(response)


@for_readers
def own_calendar(request: HttpRequest) -> HttpResponse:
    """The page that gives and withdraws the address; only the answer to "give" ever shows it."""
    if request.method != "POST":
        return _page(request)
    instead_of = number_in(request.POST.get("instead_of", ""))
    try:
        if request.POST.get("way") == "give":
            return _page(request, secret=feeds.give(request.user, instead_of))
        feeds.withdraw(request.user, instead_of)
        messages.success(request, _("The address leads nowhere any more."))
    except feeds.FeedMovedOnError:
        messages.error(request, _("Your address was changed since you opened the page; look again."))
    return redirect(request.path)


def address_of(secret: str, name: str) -> str:
    """Whatever host and language the request named: what is handed out leads to us."""
    with translation.override(settings.LANGUAGE_CODE):
        path = reverse("training:feed", args=[secret])
    query = "" if name == feeds.EVERYTHING.name else f"?vad={name}"
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}{query}"


def _page(request: HttpRequest, secret: str = "") -> TemplateResponse:
    context: dict[str, Any] = {"key": feeds.standing_key(request.user), **way_here(request)}
    if secret:
        context["addresses"] = [
            {"name": content.name, "title": content.title, "address": address_of(secret, content.name)}
            for content in feeds.feed_contents
        ]
    else:
        context["contents"] = [content.title for content in feeds.feed_contents]
    return TemplateResponse(request, "training/occasions/own_calendar.html", context)
