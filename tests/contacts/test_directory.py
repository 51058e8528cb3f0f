"""The contacts directory before anything is in it."""

import pytest
from django.test import Client

from contacts.demo import load_directory
from contacts.directory.models import ContactsIndexPage
from tests.support.factories import UserFactory, make_site, translated_home

pytestmark = pytest.mark.django_db


def test_an_empty_directory_says_what_to_do() -> None:
    translated_home(make_site(), "en")
    load_directory()
    load_directory()
    assert ContactsIndexPage.objects.count() == 2
    client = Client()
    client.force_login(UserFactory())
    for path in ("/kontakter/", "/en/contacts/"):
        page = client.get(path).content.decode()
        assert "empty-state" in page
