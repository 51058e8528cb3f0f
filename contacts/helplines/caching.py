"""Answers that are asked for again each time and sent again only when they changed.

A line is hidden at once when it is no longer verified, so no cache may answer by itself: it asks, by ETag.
"""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag

from handslag.access.copies import same_for_all

type View = Callable[..., HttpResponse]


def asked_each_time(*, public: bool) -> Callable[[View], View]:
    """`public`: the same for everyone, so shared caches may keep one copy of it (and ask)."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = view(request, *args, **kwargs)
            patch_cache_control(response, no_cache=True, **{"public" if public else "private": True})
            if request.method not in ("GET", "HEAD") or response.status_code != 200:
                return response
            set_response_etag(response)
            answer = get_conditional_response(request, etag=response["ETag"], response=response) or response
            if answer is not response:
                for header in ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers"):
                    if header in response:
                        answer[header] = response[header]
            return same_for_all(answer) if public else answer

        return answering

    return decorate
