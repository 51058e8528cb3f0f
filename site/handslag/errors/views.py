"""Error pages in the look of the site, without detail; the id leads to the line in the log."""

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import translation

from handslag.errors import texts

TEMPLATE = "handslag/errors/error.html"

# When even the error page cannot be drawn (a template or the list of static files is broken).
LAST_RESORT = """<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>Fel</title></head>
<body><main><h1>Något gick fel hos oss</h1><p>Försök igen om en stund.</p>
<p lang="en">Something went wrong with us. Try again in a while.</p></main></body></html>
"""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400. The host name itself may be what is wrong, so nothing is asked about the request."""
    return _without_context(request, 400, texts.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403. The message of the exception is not shown: it may tell what is there."""
    return _with_context(request, 403, texts.FORBIDDEN)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, the same for what does not exist and for what the reader may not know of."""
    return _with_context(request, 404, texts.NOT_FOUND)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a valid token; comes from a middleware, before menus can be asked for."""
    return _without_context(request, 403, texts.FORM_EXPIRED)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, with no database, session or context processor: whatever broke may break again, even here."""
    try:
        return _without_context(request, 500, texts.SERVER_ERROR)
    except Exception:
        return HttpResponse(LAST_RESORT, status=500)


def _with_context(request: HttpRequest, status: int, text: texts.ErrorText) -> HttpResponse:
    html = loader.render_to_string(TEMPLATE, _context(request, status, text), request)
    return HttpResponse(html, status=status)


def _without_context(request: HttpRequest, status: int, text: texts.ErrorText) -> HttpResponse:
    """The language is asked for anew: the middleware that sets it may not have been reached."""
    language = translation.get_language_from_request(request, check_path=True)
    with translation.override(language):
        html = loader.render_to_string(TEMPLATE, _context(request, status, text))
    return HttpResponse(html, status=status)


def _context(request: HttpRequest, status: int, text: texts.ErrorText) -> dict[str, object]:
    return {"status": status, "error": text, "request_id": getattr(request, "request_id", "")}
