"""The catalogue's page: its rules hold for all that stands below its address."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from handslag.navigation.context import MenuItem
from handslag.navigation.frame import frame_of
from handslag.navigation.routing import root_for
from training.catalogue.index_page import CatalogueIndexPage

# As the frame of an answer knows it.
LINKED = "training catalogue"
_PAGE = "_training_catalogue_page"


def catalogue_page(request: HttpRequest) -> Page | None:
    """In the reader's language, where the reader may see it; read with the frame, asked once per request."""
    if not hasattr(request, _PAGE):
        setattr(request, _PAGE, _find(request))
    page: Page | None = getattr(request, _PAGE)
    return page


def seen_catalogues(request: HttpRequest) -> list[Page]:
    """In all languages, those that the reader may see."""
    return frame_of(request).linked(LINKED)


def has_catalogue(request: HttpRequest) -> bool:
    """In some language: what stands below its address may be read in any."""
    return bool(seen_catalogues(request))


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


def is_published_in(language: str) -> bool:
    """Whoever may see it."""
    return CatalogueIndexPage.objects.live().filter(locale__language_code=language).exists()


def _find(request: HttpRequest) -> Page | None:
    root = root_for(request)
    if root is None:
        return None
    found = (
        page
        for page in seen_catalogues(request)
        if page.depth == root.depth + 1 and page.path.startswith(root.path)
    )
    return next(found, None)
