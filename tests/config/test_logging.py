"""Log lines: JSON, an id that leads from the error page to the line, nothing that somebody typed."""

import json
import logging
import sys
from collections.abc import Iterator

import pytest
from django.test import Client

from accounts.models import User
from config.logging import JsonFormatter
from handslag.logs.request_id import RequestIdFilter

SECRET = "Nils skrev detta"


def line_for(record: logging.LogRecord) -> dict[str, str]:
    RequestIdFilter().filter(record)
    found: dict[str, str] = json.loads(JsonFormatter().format(record))
    return found


def record(message: str, *args: object, exc_info: object = None) -> logging.LogRecord:
    return logging.LogRecord("test", logging.ERROR, __file__, 1, message, args, exc_info)  # type: ignore[arg-type]  # as logging passes it


@pytest.mark.parametrize(
    ("message", "arguments", "expected"),
    [
        ("Sent to %s", ("nils@kommun.test",), "Sent to …@…"),
        ("Not Found: /sok/?q=Nils+Nilsson", (), "Not Found: /sok/?…"),
        ("Saved page 12", (), "Saved page 12"),
        (f"Forbidden: /samverkan/gast/{'a1-_' * 10}xyz/3/", (), "Forbidden: /samverkan/gast/…/3/"),
        (f"Forbidden: /samverkan/kalender/{'a1-_' * 10}xyz.ics", (), "Forbidden: /samverkan/kalender/….ics"),
    ],
)
def test_log_line__holds_no_address_and_no_query(
    message: str, arguments: tuple[object, ...], expected: str
) -> None:
    assert line_for(record(message, *arguments))["message"] == expected


def test_log_line__says_where_it_failed_and_not_what_was_typed() -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        line = line_for(record("Failed", exc_info=sys.exc_info()))
    assert "ValueError" in line["exc_info"]
    assert "test_logging.py" in line["exc_info"]
    assert SECRET not in json.dumps(line, ensure_ascii=False)


@pytest.fixture
def lines() -> Iterator[list[dict[str, str]]]:
    """What the request's logger wrote."""
    found: list[dict[str, str]] = []

    class Collect(logging.Handler):
        def emit(self, given: logging.LogRecord) -> None:
            found.append(line_for(given))

    handler = Collect()
    logging.getLogger("django.request").addHandler(handler)
    yield found
    logging.getLogger("django.request").removeHandler(handler)


@pytest.mark.django_db
def test_log_line__carries_the_id_of_the_error_page(client: Client, lines: list[dict[str, str]]) -> None:
    client.force_login(User.objects.create_user("mona@kommun.test", "lösenord"))
    response = client.get("/finns-inte/?q=hemligt")
    request_id = response.headers["X-Request-ID"]
    assert response.status_code == 404
    assert request_id in response.content.decode()
    assert [(line["request_id"], line["message"]) for line in lines] == [
        (request_id, "Not Found: /finns-inte/")
    ]


@pytest.mark.django_db
def test_request_id__is_our_own_and_not_the_callers(client: Client) -> None:
    response = client.get("/halsa/", headers={"X-Request-ID": "angripare"})
    assert response.headers["X-Request-ID"] != "angripare"
