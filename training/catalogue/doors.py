"""Who reads what stands below the catalogue: people with an account, and of those whoever may read its page."""

import functools
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.access.people import is_signed_in
from handslag.access.reading import record_pages_shown
from training.catalogue.addresses import catalogue_page, is_published_in, seen_catalogues
from training.catalogue.languages import first_language

type View = Callable[..., HttpResponse]


def may_read(request: HttpRequest) -> bool:
    """A rule that narrows the page narrows all that stands below it; no rule opens it to strangers."""
    if not is_signed_in(request.user):
        return False
    seen, first = seen_catalogues(request), first_language()
    # Occasions hang on courses in the first language; where it has no catalogue, any does.
    if not seen or (all(page.locale.language_code != first for page in seen) and is_published_in(first)):
        return False
    if (page := catalogue_page(request)) is not None:
        record_pages_shown(request.user, [page.pk])
    return True


def for_readers(view: View) -> View:
    """Strangers are stopped by LoginRequiredMiddleware. Raises Http404 for those who may not read the catalogue."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_read(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
