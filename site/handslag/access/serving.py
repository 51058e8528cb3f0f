"""Pages to readers: one view decides for everything Wagtail serves.

Anonymous visitors get the same redirect to sign-in for what is hidden and for what does not exist; people with an
account get 404 for what they may not know of.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from handslag.access.people import is_signed_in
from handslag.access.reading import record_page_reading
from handslag.access.restricted_kinds import roles_by_kind
from handslag.access.visibility import is_narrowed_at, may_see, seen_at
from handslag.navigation.routing import page_at


@login_not_required
def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's page view behind the decision point. Raises Http404 for signed-in readers only."""
    page = page_at(request, path)
    if page is None:
        return _serve_as_wagtail_finds_it(request, path)
    seen = _read_for(request, page)
    if seen is None or (seen.has_view_restrictions and not _passes_wagtails_own(request, seen)):
        return refuse(request)
    if seen.is_restricted or roles_by_kind(seen):
        record_page_reading(request.user, seen)
    # Where Wagtail looks before it walks.
    request._wagtail_route_for_request = RouteResult(seen)  # type: ignore[attr-defined]  # Wagtail's own memory
    return wagtail_serve(request, path)


def refuse(request: HttpRequest) -> HttpResponse:
    """The one answer for "not for you" and "no such thing"."""
    if is_signed_in(request.user):
        raise Http404
    return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))


def _serve_as_wagtail_finds_it(request: HttpRequest, path: str) -> HttpResponse:
    """For types with addresses of their own below the page's; what does not exist ends here too."""
    try:
        found = Page.route_for_request(request, path)
    except Http404:
        found = None
    if found is None or not may_see(request.user, found[0]) or not _passes_wagtails_own(request, found[0]):
        return refuse(request)
    record_page_reading(request.user, found[0])
    return wagtail_serve(request, path)


def _read_for(request: HttpRequest, page: Page) -> Any:
    """The page as its own type, if the reader may see it, with what else must be known of it, in one question.

    `is_restricted`: by a rule, so its reading is written down. `has_view_restrictions`: the site has some of
    Wagtail's own.
    """
    model: Any = page.specific_class
    pages = model._default_manager.select_related("locale", *getattr(model, "read_with", ()))
    return (
        seen_at(pages, request.user, page.path)
        .annotate(
            is_restricted=is_narrowed_at(page.path),
            has_view_restrictions=Exists(PageViewRestriction.objects.all()),
        )
        .first()
    )


def _passes_wagtails_own(request: HttpRequest, page: Page) -> bool:
    """The house makes no view restrictions; where somebody made one, it narrows what our rules admit. Wagtail would
    send to addresses that are not there."""
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())
