"""Pages to readers: one view decides for everything Wagtail serves.

Anonymous visitors get the same redirect to sign-in for what is hidden and for what does not exist; people with an
account get 404 for what they may not know of.
"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve

from handslag.access.people import is_signed_in
from handslag.access.reading import record_page_reading
from handslag.access.visibility import may_see
from handslag.navigation.routing import find_at_once


@login_not_required
def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's page view behind the decision point. Raises Http404 for signed-in readers only."""
    find_at_once(request, path)
    try:
        found = Page.route_for_request(request, path)
    except Http404:
        found = None
    if found is None or not may_see(request.user, found[0]):
        return refuse(request)
    record_page_reading(request.user, found[0])
    return wagtail_serve(request, path)


def refuse(request: HttpRequest) -> HttpResponse:
    """The one answer for "not for you" and "no such thing"."""
    if is_signed_in(request.user):
        raise Http404
    return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
