"""Translating the words of a helpline as a translator does, on a site in two languages."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.model import HelplineWords
from handslag import clock
from handslag.access.role_setup import setup_roles
from tests.support.factories import PublicHomePageFactory, UserFactory, make_site, translated_home

DAY = datetime.date(2026, 3, 2)
SWEDISH, ENGLISH = "För den som är orolig.", "For those who are worried."
LIST, SHEET, FEED = (
    "/en/information/helplines/",
    "/en/information/helplines/sheet/",
    "/en/information/helplines.json",
)
IDENTITY_NUMBER = "640823-3234"


@pytest.fixture(autouse=True)
def site() -> Iterator[None]:
    home = make_site()
    PublicHomePageFactory(parent=home)
    translated_home(home, "en")
    setup_roles()
    with clock.set_to(DAY):
        yield


def signed_in(*roles: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=["staff", *roles]))
    return client


def submit(client: Client, line: Helpline, code: str = "en") -> Translation:
    """As a translator does it: from the list of helplines."""
    locale = Locale.objects.get_or_create(language_code=code)[0]
    page = client.get("/admin/stodlinjer/").content.decode()
    address = f"/admin/stodlinjer/translate/{line.pk}/"
    assert f"{address}?select_locale={code}" in page
    assert client.get(f"{address}?select_locale={code}").status_code == 200
    answer = client.post(address, {"locales": [locale.pk]})
    row = line.words.get(locale=locale)
    assert answer.status_code == 302 and answer["Location"] == edit_address(row)
    return Translation.objects.get(source__object_id=row.translation_key, target_locale=locale)


def edit_address(row: HelplineWords) -> str:
    return reverse("wagtailsnippets_contacts_helplinewords:edit", args=[row.pk])


def type_in(client: Client, translation: Translation, **texts: str) -> list[Any]:
    """Each text is saved as it is typed; readers see none of it."""
    answers = []
    for segment in translation.source.stringsegment_set.select_related("context"):
        if (text := texts.get(segment.context.path)) is not None:
            address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
            body = f"value={text}".replace(" ", "+")
            answers.append(client.put(address, body, content_type="application/x-www-form-urlencoded"))
    return answers


def publish(client: Client, translation: Translation) -> None:
    row = translation.get_target_instance()
    assert client.get(edit_address(row)).status_code == 200
    assert client.post(edit_address(row), {"action": "publish"}).status_code == 302


def translate(client: Client, line: Helpline, code: str = "en", **texts: str) -> Translation:
    translation = submit(client, line, code)
    type_in(client, translation, **(texts or {"audience": ENGLISH, "hours": "Weekdays 9 to 16"}))
    publish(client, translation)
    return translation


def words(path: str) -> str:
    return Client().get(path).content.decode()
