"""People with roles, and mail. Models are asked for by name: this file is read before the settings are made."""

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from tests.support.mail import MailSink
from tests.support.once import once

if TYPE_CHECKING:
    from accounts.user import User
    from handslag.places.models import Unit

PASSWORD = "tre-ord-i-rad-2026"

type MakePerson = Callable[..., User]
type SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """Limits are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


def set_up_roles() -> None:
    call_command("setup_roles", verbosity=0, stdout=io.StringIO())


# Modules without a test of real transactions use it.
roles_once = once(set_up_roles)


@pytest.fixture
def person(request: pytest.FixtureRequest, db: None) -> MakePerson:
    if "roles_once" not in request.fixturenames:
        set_up_roles()
    user_model: Any = apps.get_model("accounts", "User")

    def make(account: str, *roles: str, superuser: bool = False) -> "User":
        user: User = user_model.objects.create_user(
            f"{account}@kommun.test", PASSWORD, name=account.capitalize(), is_superuser=superuser
        )
        user.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=["staff", *roles]))
        return user

    return make


@pytest.fixture
def coordinator(person: MakePerson) -> "User":
    return person("samordnare", "coordinator")


@pytest.fixture
def administrator(person: MakePerson) -> "User":
    return person("administrator", superuser=True)


@pytest.fixture
def school(db: None) -> "Unit":
    municipality = apps.get_model("handslag", "Municipality").objects.create(name="Lindboda", code="9902")
    unit: Unit = apps.get_model("handslag", "Unit").objects.create(
        municipality=municipality, name="Norra skolan"
    )
    return unit


@pytest.fixture
def mail_server(mail_sink: MailSink) -> MailSink:
    """Turns one address away, as servers do with people who have left."""
    mail_sink.refuse("refused@kommun.test")
    return mail_sink


@pytest.fixture
def signed_in() -> SignIn:
    """A browser in which that person is signed in, by the form and not past it."""

    def sign_in(user: "User") -> Client:
        client = Client()
        response = client.post("/konto/login/", {"login": user.email, "password": PASSWORD})
        assert response.status_code == 302, response.content.decode()
        return client

    return sign_in
