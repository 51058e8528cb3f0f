"""Too many attempts: the answer in the look of the site."""

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from handslag.errors.texts import ErrorText

STATUS = 429
LIMITED = {"too_many_login_attempts", "rate_limited"}
TOO_MANY = ErrorText(
    _("Too many attempts"),
    _("This has been tried so many times that we have closed it for a while, to keep accounts safe."),
    _("Wait five minutes and try again."),
)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """allauth asks the URLconf for it as `handler429`."""
    context = {"status": STATUS, "error": TOO_MANY, "request_id": getattr(request, "request_id", "")}
    return HttpResponse(render_to_string("handslag/errors/error.html", context, request), status=STATUS)


def status_of(form: BaseForm) -> int:
    """429 where a limit refused the form; what the person typed stays on the page."""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return STATUS if codes & LIMITED else 200
