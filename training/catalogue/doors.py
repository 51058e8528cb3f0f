"""Who reads what stands below the catalogue: people with an account, and of those whoever may read its page."""

import functools
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.access.people import is_signed_in
from handslag.access.reading import record_page_reading
from training.catalogue.addresses import as_seen, catalogue_page, published
from training.catalogue.languages import first_language

type View = Callable[..., HttpResponse]


def may_read(request: HttpRequest) -> bool:
    """A rule that narrows the page narrows all that stands below it; no rule opens it to strangers."""
    if not is_signed_in(request.user):
        return False
    pages, first = published(request), first_language()
    # Occasions hang on courses in the first language; where it has no catalogue, any does.
    of_first = [page for page in pages if page.locale.language_code == first] or pages
    if not any(as_seen(request, page) for page in of_first):
        return False
    own = [page for page in pages if page.locale.language_code == get_language()]
    narrowed = {
        page.pk
        for one in {*of_first, *own}
        if (page := as_seen(request, one)) is not None and page.is_narrowed
    }
    # Which of them is the reader's is asked only where it matters.
    if narrowed and (page := catalogue_page(request)) is not None and page.pk in narrowed:
        record_page_reading(request.user, page)
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
