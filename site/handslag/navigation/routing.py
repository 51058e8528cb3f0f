"""Finding a page by its whole address at once; Wagtail walks level by level, two questions for each."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

_ROOT = "_handslag_root"


def root_for(request: HttpRequest) -> Page | None:
    """The start page of the site in the reader's language, else in the site's own; asked once per request."""
    if not hasattr(request, _ROOT):
        setattr(request, _ROOT, _find_root(request))
    root: Page | None = getattr(request, _ROOT)
    return root


def find_at_once(request: HttpRequest, path: str) -> None:
    """Leave the page at `path` where Wagtail looks for it; what is not found so simply is left to Wagtail."""
    root: Any = root_for(request)
    if root is None or hasattr(request, "_wagtail_route_for_request"):
        return
    parts = "".join(f"{part}/" for part in path.split("/") if part)
    page = (
        Page.objects.filter(url_path=root.url_path + parts, live=True).select_related("locale").first()
        if parts
        else root
    )
    model = page.specific_class if page is not None else None
    if page is None or not page.live or model is None or model.route is not Page.route:
        return
    specific = model.objects.select_related("locale").get(pk=page.pk)
    request._wagtail_route_for_request = RouteResult(specific)  # type: ignore[attr-defined]  # Wagtail's own memory


def _find_root(request: HttpRequest) -> Page | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    roots = Page.objects.filter(translation_key=site.root_page.translation_key, depth=site.root_page.depth)
    in_language = (
        roots.filter(locale__language_code=get_language(), live=True).select_related("locale").first()
    )
    return in_language or site.root_page
