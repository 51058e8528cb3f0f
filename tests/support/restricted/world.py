"""The demo municipality with a planted corner, loaded once for a module and rolled back after it.

Test modules name the fixtures they use (`demo, planted = world.demo, world.planted`): a conftest beside them would load
models before the settings are there.
"""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Site

from tests.support.restricted.planting import Planted, person, plant

ROLES = (
    "redaktor", "redaktor2", "granskare", "styrgrupp", "ledamot", "sekreterare", "samordnare", "forum", "dialog",
    "medarbetare", "granskning", "admin",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            call_command("load_demo", verbosity=0)
            yield
            transaction.set_rollback(True)
        connection.close()


@pytest.fixture(scope="module")
def planted(demo: None) -> Planted:
    home = Site.objects.get(is_default_site=True).root_page
    return plant(home.get_children().first())


def client_of(account: str | None) -> Client:
    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    if account:
        client.force_login(person(account), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
