"""The open mailbox must not exist on a server that others reach."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import NoReverseMatch, reverse

LOOPBACK = {"127.0.0.1", "localhost", "::1", "[::1]", "testserver"}


def connect() -> None:
    register(mailbox_is_the_demos, Tags.security)


def mailbox_is_the_demos(**kwargs: Any) -> list[CheckMessage]:
    try:
        reverse("demo_mailbox")
    except NoReverseMatch:
        return []
    hosts = {*settings.ALLOWED_HOSTS, urlsplit(settings.BASE_URL).hostname or ""}
    strangers = sorted(
        host for host in hosts if host not in LOOPBACK and not host.endswith((".test", ".localhost"))
    )
    if not strangers:
        return []
    return [
        Error(
            f"/demo/post/ shows all mail to anyone, and the site answers to {strangers[0]}.",
            hint="Set DEMO=false and DEBUG=false, or let ALLOWED_HOSTS name this machine only.",
            id="home.E001",
        )
    ]
