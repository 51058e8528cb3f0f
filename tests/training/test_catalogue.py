"""The training catalogue before anything is in it."""

import pytest
from django.test import Client

from tests.support.factories import UserFactory, make_site, translated_home
from training.catalogue.index_page import CatalogueIndexPage
from training.demo import load_catalogue

pytestmark = pytest.mark.django_db


def test_an_empty_catalogue_says_what_to_do() -> None:
    translated_home(make_site(), "en")
    load_catalogue()
    load_catalogue()
    assert CatalogueIndexPage.objects.count() == 2
    client = Client()
    client.force_login(UserFactory())
    for path in ("/utbildning/", "/en/training/"):
        page = client.get(path).content.decode()
        assert "empty-state" in page
