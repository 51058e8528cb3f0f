"""The catalogue's page: its rules hold for all that stands below its address."""

from typing import Any

from django.db.models import Exists
from django.http import HttpRequest
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.visibility import rules_above, seen_at
from handslag.navigation.context import MenuItem
from handslag.navigation.frame import frame_of
from handslag.navigation.routing import root_for
from training.catalogue.index_page import CatalogueIndexPage

# As the frame of an answer knows it.
LINKED = "training catalogue"
_PAGE = "_training_catalogue_page"
_PUBLISHED = "_training_catalogues"
_SEEN = "_training_catalogues_seen"


def catalogue_page(request: HttpRequest) -> Page | None:
    """In the reader's language, where the reader may see it; read with the frame, asked once per request."""
    if not hasattr(request, _PAGE):
        setattr(request, _PAGE, _find(request))
    page: Page | None = getattr(request, _PAGE)
    return page


def has_catalogue(request: HttpRequest) -> bool:
    """In some language: what stands below its address may be read in any."""
    return bool(frame_of(request).linked(LINKED))


def catalogue_url(request: HttpRequest) -> str:
    """ "" where there is no catalogue to read in the reader's language."""
    page = catalogue_page(request)
    return (page.get_url(request) or "") if page is not None else ""


def way_here(request: HttpRequest, *below: MenuItem) -> dict[str, Any]:
    """For templates: `crumbs`, and `catalogue_url`."""
    page, url = catalogue_page(request), catalogue_url(request)
    if page is None or not url:
        return {"crumbs": [], "catalogue_url": ""}
    return {"crumbs": [MenuItem(page.title, url, is_current=False), *below], "catalogue_url": url}


def published(request: HttpRequest) -> list[CatalogueIndexPage]:
    """In whatever language; who may see them is another question. Asked once per request."""
    if not hasattr(request, _PUBLISHED):
        pages = CatalogueIndexPage.objects.live().select_related("locale").order_by("path")
        setattr(request, _PUBLISHED, list(pages))
    pages_of: list[CatalogueIndexPage] = getattr(request, _PUBLISHED)
    return pages_of


def as_seen(request: HttpRequest, page: CatalogueIndexPage) -> CatalogueIndexPage | None:
    """None where the reader may not see it. By its path at hand, which is much less work to ask.

    `is_narrowed` on it says whether readings of it are logged (only certain roles may see it).
    """
    if not hasattr(request, _SEEN):
        setattr(request, _SEEN, {})
    known: dict[int, CatalogueIndexPage | None] = getattr(request, _SEEN)
    if page.pk not in known:
        narrowing = Exists(rules_above(page.path).filter(audience=Audience.RESTRICTED))
        pages = CatalogueIndexPage.objects.live().annotate(is_narrowed=narrowing)
        known[page.pk] = seen_at(pages, request.user, page.path).first()
    return known[page.pk]


def _find(request: HttpRequest) -> Page | None:
    root = root_for(request)
    if root is None:
        return None
    found = (
        page
        for page in frame_of(request).linked(LINKED)
        if page.depth == root.depth + 1 and page.path.startswith(root.path)
    )
    return next(found, None)
