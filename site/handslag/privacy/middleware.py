"""What the last fence stopped, and no form had asked about, is answered with a sentence and not a fault."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.utils.translation import gettext_lazy as _

from handslag.errors.texts import ErrorText

from .messages import CODE, is_personal_data

REFUSED = ErrorText(
    _("Nothing was saved"),
    _("The text holds what looks like a personal identity number."),
    _("Go back, take the number out and save again; what you wrote is still in the form."),
)


class PersonalDataMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ValidationError) or not is_personal_data(exception):
            return None
        if request.headers.get("X-Requested-With") == "XMLHttpRequest" or not request.accepts("text/html"):
            message = " ".join(exception.messages)
            answer = {"success": False, "error_code": CODE, "error_message": message}
            return JsonResponse(answer, status=400)
        context = {"status": 400, "error": REFUSED, "request_id": getattr(request, "request_id", "")}
        html = loader.render_to_string("handslag/errors/error.html", context, request)
        return HttpResponse(html, status=400)
