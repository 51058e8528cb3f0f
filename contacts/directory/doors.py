"""Who reads the directory: people with an account, and of those whoever may read its page."""

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from contacts.directory.address import directory_page
from contacts.directory.rules import may_keep
from contacts.directory.seeing import reads_directory
from handslag.access.people import is_signed_in
from handslag.access.reading import record_page_reading

type View = Callable[..., HttpResponse]


def may_read(request: HttpRequest) -> bool:
    """A rule that narrows the page narrows all that stands below it; no rule opens it to strangers."""
    if not is_signed_in(request.user):
        return False
    page = directory_page(request)
    if page is None or page.locale.language_code != settings.LANGUAGE_CODE:
        return reads_directory(request.user)
    if page.is_narrowed:
        record_page_reading(request.user, page)
    return True


def for_readers(view: View) -> View:
    """Strangers are stopped by LoginRequiredMiddleware. Raises Http404 for those who may not read the directory."""
    return _guarded(view, may_read, ["GET", "HEAD"])


def for_keepers(view: View) -> View:
    """Raises Http404 for others: what they may not do is not there for them."""
    return _guarded(
        view, lambda request: may_keep(request.user) and may_read(request), ["GET", "HEAD", "POST"]
    )


def _guarded(view: View, admits: Callable[[HttpRequest], bool], methods: list[str]) -> View:
    @never_cache
    @require_http_methods(methods)
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not admits(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
