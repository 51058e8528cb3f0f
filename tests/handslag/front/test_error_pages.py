"""Error pages: the right status and language, an id, and no more than that."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest
from django.template import TemplateDoesNotExist, loader
from django.test import RequestFactory
from django.utils import translation

from handslag.errors import views

SECRET = "hemligt skäl"


def request_for(language: str = "sv") -> HttpRequest:
    request = RequestFactory().get("/saknas/", headers={"Accept-Language": language})
    request.request_id = "abc123"  # type: ignore[attr-defined]  # the middleware's attribute
    return request


@pytest.mark.parametrize(
    ("respond", "status", "heading"),
    [
        (lambda request: views.bad_request(request, SuspiciousOperation(SECRET)), 400, "could not be read"),
        (
            lambda request: views.permission_denied(request, PermissionDenied(SECRET)),
            403,
            "You may not do this",
        ),
        (lambda request: views.page_not_found(request, Http404(SECRET)), 404, "could not be found"),
        (lambda request: views.csrf_failure(request, SECRET), 403, "The form could not be sent"),
        (views.server_error, 500, "Something went wrong"),
    ],
)
@pytest.mark.django_db
def test_error_page__status_words_and_id_but_no_detail(respond, status: int, heading: str) -> None:  # type: ignore[no-untyped-def]  # five signatures
    with translation.override("en"):
        response = respond(request_for("en"))
    page = response.content.decode()
    assert response.status_code == status
    assert heading in page
    assert "abc123" in page
    assert SECRET not in page
    assert '<html lang="en"' in page


def test_server_error__needs_no_database() -> None:
    """Without the django_db mark any query is an error."""
    response = views.server_error(request_for())
    assert b"handslag/css/tokens.css" in response.content


@pytest.mark.parametrize("language", ["sv", "en"])
def test_server_error__speaks_the_reader_s_language_whatever_was_active(language: str) -> None:
    with translation.override("ar"):
        page = views.server_error(request_for(language)).content.decode()
    assert f'<html lang="{language}" dir="ltr">' in page


def test_server_error__last_resort_when_templates_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> str:
        raise TemplateDoesNotExist("anything")

    monkeypatch.setattr(loader, "render_to_string", broken)
    response = views.server_error(request_for())
    assert response.status_code == 500
    assert "Något gick fel" in response.content.decode()


def test_error_page__without_id_or_host_names_nothing() -> None:
    request = RequestFactory().get("/", headers={"Host": "bad host"})
    page = views.bad_request(request, SuspiciousOperation()).content.decode()
    assert "<code" not in page
    assert "bad host" not in page
