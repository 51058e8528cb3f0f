"""The catalogue's page: its rules hold for all that stands below its address."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.visibility import visible_to
from handslag.navigation.context import MenuItem
from handslag.navigation.frame import frame_of
from handslag.navigation.routing import root_for
from training.catalogue.index_page import CatalogueIndexPage

# Among the pages that the frame of every answer names; read with them, in one question.
LINKED = "training"
_PAGE = "_training_catalogue_page"


def catalogue_page(request: HttpRequest) -> CatalogueIndexPage | None:
    """In the reader's language, where the reader may see it; asked once per request.

    `is_narrowed` on it says whether readings of it are logged (only certain roles may see it).
    """
    if not hasattr(request, _PAGE):
        setattr(request, _PAGE, _find(request))
    page: CatalogueIndexPage | None = getattr(request, _PAGE)
    return page


def has_catalogue(request: HttpRequest) -> bool:
    """In some language: what stands below its address may be read in any."""
    return bool(frame_of(request).linked(LINKED))


def catalogue_url(request: HttpRequest) -> str:
    """ "" where there is no catalogue to read in the reader's language."""
    page = _linked(request)
    return (page.get_url(request) or "") if page is not None else ""


def way_here(request: HttpRequest, *below: MenuItem) -> dict[str, Any]:
    """For templates: `crumbs`, and `catalogue_url`."""
    page, url = _linked(request), catalogue_url(request)
    if page is None or not url:
        return {"crumbs": [], "catalogue_url": ""}
    return {"crumbs": [MenuItem(page.title, url, is_current=False), *below], "catalogue_url": url}


def _linked(request: HttpRequest) -> Page | None:
    root = root_for(request)
    if root is None:
        return None
    depth, path = root.depth + 1, root.path
    pages = frame_of(request).linked(LINKED)
    return next((page for page in pages if page.depth == depth and page.path.startswith(path)), None)


def _find(request: HttpRequest) -> CatalogueIndexPage | None:
    root = root_for(request)
    if root is None:
        return None
    above = [root.path[:end] for end in range(root.steplen, len(root.path) + 1, root.steplen)]
    rules = AccessRule.objects.filter(audience=Audience.RESTRICTED)
    narrowing = rules.filter(Q(page=OuterRef("pk")) | Q(page__path__in=above))
    pages = CatalogueIndexPage.objects.live().child_of(root).select_related("locale")
    pages = pages.annotate(is_narrowed=Exists(narrowing))
    found: CatalogueIndexPage | None = visible_to(pages, request.user).first()
    return found
