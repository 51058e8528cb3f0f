"""Who reads what an address says of one occasion."""

import functools
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from training.occasions.occasion import Occasion
from training.occasions.rules import known_occasion


def for_readers_of_occasion(
    view: Callable[[HttpRequest, Occasion], HttpResponse],
) -> Callable[[HttpRequest, int], HttpResponse]:
    """The rules of its course are those of the catalogue above it too: one question for both. The view gets the
    occasion; whoever may not know of it gets Http404. Strangers are stopped by LoginRequiredMiddleware."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @functools.wraps(view)
    def guarded(request: HttpRequest, pk: int) -> HttpResponse:
        return view(request, known_occasion(request.user, pk))

    return guarded
