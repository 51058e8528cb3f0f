"""Pages below the catalogue that only some may open, and how they name courses."""

import functools
from collections.abc import Callable, Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from handslag.access.people import Person
from handslag.access.visibility import visible_to
from handslag.navigation.context import MenuItem
from training.catalogue.addresses import way_here as way_to_catalogue
from training.catalogue.course_page import CoursePage
from training.catalogue.doors import View, for_readers

type Admits = Callable[[HttpRequest], bool]


def below_catalogue(admits: Admits = lambda request: True) -> Callable[[View], View]:
    """Raises Http404 for those who may not read the catalogue, or whom `admits` turns away: what they may not do is not
    there for them."""

    def guarding(view: View) -> View:
        @for_readers
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not admits(request):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return guarding


def way_here(request: HttpRequest, *further: tuple[str, str]) -> list[MenuItem]:
    """Crumbs: the catalogue, then what stands between it and the page (titles with addresses)."""
    below = [MenuItem(title, url, is_current=False) for title, url in further]
    crumbs: list[MenuItem] = way_to_catalogue(request, *below)["crumbs"]
    return crumbs


def course_addresses(user: Person, courses: Iterable[int | None]) -> dict[int | None, str]:
    """Of those that the reader may see, published or not; a title that is not there may not be named."""
    wanted = {pk for pk in courses if pk is not None}
    if not wanted:
        return {}
    rows = visible_to(CoursePage.objects.filter(pk__in=wanted), user).select_related("locale")
    return {row.pk: (row.url or "") if row.live else "" for row in rows}
