"""Who reads what an address says of one occasion."""

import functools
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.access.people import Person
from handslag.access.reading import record_page_reading
from training.occasions.occasion import Occasion
from training.occasions.rules import known_occasion, organised_occasions

type View = Callable[[HttpRequest, Occasion], HttpResponse]
type Guarded = Callable[[HttpRequest, int], HttpResponse]


def for_readers_of_occasion(view: View) -> Guarded:
    """The rules of its course are those of the catalogue above it too: one question for both. The view gets the
    occasion; whoever may not know of it gets Http404. Strangers are stopped by LoginRequiredMiddleware."""
    return _guarded(view, known_occasion)


def for_organisers_of_occasion(view: View) -> Guarded:
    """As `for_readers_of_occasion`, for those who arrange it: also of a course that is not published."""
    return _guarded(view, _organised_occasion)


def _guarded(view: View, find: Callable[[Person, int], Occasion]) -> Guarded:
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @functools.wraps(view)
    def guarded(request: HttpRequest, pk: int) -> HttpResponse:
        return view(request, find(request.user, pk))

    return guarded


def _organised_occasion(user: Person, pk: int) -> Occasion:
    """The reading is written down where the course is kept to certain roles. Raises Http404."""
    rows = organised_occasions(user).select_related("course", "contact_function")
    found = get_object_or_404(rows, pk=pk)
    record_page_reading(user, found.course)
    return found
