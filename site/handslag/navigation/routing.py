"""Finding a page by its whole address at once; Wagtail walks level by level, two questions for each."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

_ROOT = "_handslag_root"


def root_for(request: HttpRequest) -> Page | None:
    """The start page of the site in the reader's language, else in the site's own; asked once per request."""
    if not hasattr(request, _ROOT):
        site = Site.find_for_request(request)
        _keep_root(request, site, () if site is None else _pages(_start_pages(site)))
    root: Page | None = getattr(request, _ROOT)
    return root


def page_at(request: HttpRequest, path: str) -> Page | None:
    """The published page with this address, found in one question together with the start page.

    None: there is none, or its type answers addresses in a way of its own, which is for Wagtail to walk.
    """
    parts = [part for part in path.split("/") if part]
    site = Site.find_for_request(request) if parts else None
    found: list[Page] = []
    if site is not None:
        here = Q(slug=parts[-1], url_path__endswith=f"/{'/'.join(parts)}/", live=True)
        found = _pages(_start_pages(site) | here)
        _keep_root(request, site, found)
    root = root_for(request)
    if root is None:
        return None
    address = root.url_path + "".join(f"{part}/" for part in parts)
    page = root if not parts else next((one for one in found if one.url_path == address), None)
    return page if page is not None and page.live and _is_found_by_address(page) else None


def _is_found_by_address(page: Page) -> bool:
    model = page.specific_class
    return model is not None and model.route is Page.route


def _start_pages(site: Site) -> Q:
    return Q(translation_key=site.root_page.translation_key, depth=site.root_page.depth)


def _pages(condition: Q) -> list[Page]:
    return list(Page.objects.filter(condition).select_related("locale").order_by("path"))


def _keep_root(request: HttpRequest, site: Site | None, found: Iterable[Page]) -> None:
    """Of the start pages in `found` the one in the reader's language."""
    if site is None:
        setattr(request, _ROOT, None)
        return
    start, language = site.root_page, get_language()
    in_language = (
        page
        for page in found
        if page.translation_key == start.translation_key
        and page.depth == start.depth
        and page.live
        and page.locale.language_code == language
    )
    setattr(request, _ROOT, next(in_language, start))
