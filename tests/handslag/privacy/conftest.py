"""A small page tree and a client that may edit it. Models are asked for by name: no settings yet."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client

from .synthetic import NUMBER


@pytest.fixture
def number() -> str:
    return NUMBER


@pytest.fixture
def superuser(db: None) -> Any:
    return get_user_model().objects.create_superuser(email="admin@handslag.test", password="handslag-demo")


@pytest.fixture
def browser(superuser: Any) -> Client:
    client = Client()
    client.force_login(superuser)
    return client


@pytest.fixture
def guide(db: None) -> Any:
    """A guide below a home page of the tests' own."""
    page_model = apps.get_model("wagtailcore", "Page")
    locale = apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="sv")[0]
    root = page_model.get_first_root_node()
    if root is None:
        root = page_model.add_root(instance=page_model(title="Rot", slug="rot", locale=locale))
    home = root.add_child(
        instance=apps.get_model("home", "HomePage")(title="Prov", slug="prov", locale=locale)
    )
    index = home.add_child(instance=apps.get_model("home", "GuideIndexPage")(title="Vägar", slug="vagar"))
    page = apps.get_model("home", "GuidePage")(
        title="En elev", slug="en-elev", situation="Symboler", live=False
    )
    page.body = [("text", "<p>Ring rektorn.</p>")]
    return index.add_child(instance=page)
