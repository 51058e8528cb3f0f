"""What something else rests on cannot be deleted: the admin's views know no such refusal and would answer with a fault.

Nothing is said of what rests on it, because the person may not know of that (decision 0004).
"""

from collections.abc import Callable

from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.utils.translation import gettext_lazy as _

from handslag.errors.texts import ErrorText

STAYS = ErrorText(
    _("Nothing was deleted"),
    _("Something else rests on it, for example a decided plan or a person's account."),
    _("Go back and leave it, or ask the administrator what needs it."),
)


class ProtectedRowsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, (ProtectedError, RestrictedError)):
            return None
        if request.headers.get("X-Requested-With") == "XMLHttpRequest" or not request.accepts("text/html"):
            message = f"{STAYS.text} {STAYS.advice}"
            return JsonResponse({"success": False, "error_message": message}, status=409)
        context = {"status": 409, "error": STAYS, "request_id": getattr(request, "request_id", "")}
        html = loader.render_to_string("handslag/errors/error.html", context, request)
        return HttpResponse(html, status=409)
