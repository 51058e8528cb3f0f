"""The site calls no other host while people use its admin: no update check, no avatars, no embeds."""

import socket
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from tests.support.factories import make_site

pytestmark = pytest.mark.django_db

PATHS = [
    "/",
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/documents/",
    "/admin/users/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/account/",
    "/admin/sprite/",
    "/admin/jsi18n/",
]
LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Databases may be spoken to; everything else fails at once and loudly."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"The site called {address}")
        connect(self, address)

    def guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        if not str(host).startswith(LOOPBACK):
            raise AssertionError(f"The site asked for the address of {host}")
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.mark.usefixtures("only_loopback")
@pytest.mark.parametrize("path", PATHS)
def test_page__makes_the_server_call_nobody(client: Client, path: str) -> None:
    make_site()
    client.force_login(get_user_model().objects.create_superuser("asta@kommun.test", name="Asta Admin"))
    response = client.get(path)
    assert response.status_code == 200
    assert b"gravatar" not in response.content


@pytest.mark.usefixtures("only_loopback")
def test_guard__stops_a_call_to_another_host() -> None:
    with pytest.raises(AssertionError, match=r"handslag\.test"):
        socket.create_connection(("handslag.test", 80))


def test_settings__switch_off_what_would_call() -> None:
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAILEMBEDS_FINDERS == []
    assert "wagtail.embeds" not in settings.INSTALLED_APPS
