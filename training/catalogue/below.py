"""What stands below the catalogue's page is for those who may read that page."""

import functools
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.people import Person, is_signed_in
from handslag.access.reading import record_page_reading
from handslag.access.visibility import visible_to
from handslag.navigation.context import MenuItem
from handslag.navigation.routing import root_for
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage

type View = Callable[..., HttpResponse]
type Admits = Callable[[HttpRequest], bool]

_PAGE = "_training_catalogue_page"


def catalogue_page(request: HttpRequest) -> CatalogueIndexPage | None:
    """In the reader's language, where the reader may see it; asked once per request."""
    if not hasattr(request, _PAGE):
        setattr(request, _PAGE, _find(request))
    page: CatalogueIndexPage | None = getattr(request, _PAGE)
    return page


def way_here(request: HttpRequest, *further: tuple[str, str]) -> list[MenuItem]:
    """Crumbs: the catalogue, then what stands between it and the page (titles with addresses)."""
    page = catalogue_page(request)
    url = page.get_url(request) if page is not None else None
    first = [(page.title, url)] if page is not None and url else []
    return [MenuItem(title, address, is_current=False) for title, address in (*first, *further)]


def course_addresses(user: Person, courses: Iterable[int | None]) -> dict[int | None, str]:
    """Of those that the reader may see; a title that is not there may not be named."""
    wanted = {pk for pk in courses if pk is not None}
    rows = (
        visible_to(CoursePage.objects.filter(pk__in=wanted), user).select_related("locale") if wanted else []
    )
    return {row.pk: (row.url or "") if row.live else "" for row in rows}


def below_catalogue(admits: Admits = lambda request: True) -> Callable[[View], View]:
    """Strangers are stopped by LoginRequiredMiddleware. Raises Http404 for those who may not read the catalogue, or
    whom `admits` turns away: what they may not do is not there for them."""

    def guarding(view: View) -> View:
        @never_cache
        @require_http_methods(["GET", "HEAD", "POST"])
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not _may_read(request) or not admits(request):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return guarding


def _may_read(request: HttpRequest) -> bool:
    if not is_signed_in(request.user):
        return False
    if (page := catalogue_page(request)) is not None:
        if page.is_narrowed:
            record_page_reading(request.user, page)
        return True
    pages = CatalogueIndexPage.objects.live()
    return visible_to(pages, request.user).exists() or not pages.exists()


def _find(request: HttpRequest) -> CatalogueIndexPage | None:
    root = root_for(request)
    if root is None:
        return None
    above = [root.path[:end] for end in range(root.steplen, len(root.path) + 1, root.steplen)]
    rules = AccessRule.objects.filter(audience=Audience.RESTRICTED)
    narrowing = rules.filter(Q(page=OuterRef("pk")) | Q(page__path__in=above))
    pages = CatalogueIndexPage.objects.live().child_of(root).select_related("locale")
    found: CatalogueIndexPage | None = visible_to(
        pages.annotate(is_narrowed=Exists(narrowing)), request.user
    ).first()
    return found
