"""A browser in which somebody with these roles is logged in."""

from typing import Any

from django.test import Client

from tests.support.factories import UserFactory


def client_of(*roles: str, **fields: Any) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=list(roles), **fields))
    return client
