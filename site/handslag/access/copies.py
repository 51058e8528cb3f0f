"""What browsers and proxies may keep of an answer: of a page nothing that is not asked for again, of an open feed one
copy for everybody.

What a page says may end at midnight (a number nobody has checked since) or be closed at once.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

_SAME = "_handslag_same_for_all"


def same_for_all[R: HttpResponseBase](response: R) -> R:
    """Neither who asks nor the language they would like changes it: the address says all."""
    setattr(response, _SAME, True)
    return response


class CopiesMiddleware:
    """Outside those that say a page varies by cookie and language, because they looked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if getattr(response, _SAME, False) and not response.cookies:
            del response["Vary"]
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_page and not response.has_header("Cache-Control"):
            patch_cache_control(response, no_cache=True, private=True)
        return response
