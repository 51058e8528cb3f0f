"""The demo's log: four open entries, and one that only its role knows of."""

import pytest
from django.test import Client

from contacts.dialogue.demo import load_dialogue
from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind
from contacts.organisations.organisation import Organisation
from handslag.privacy import scan
from tests.support.factories import UserFactory, make_site, translated_home

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_demo__is_loaded_once_and_seen_by_role() -> None:
    translated_home(make_site(), "en")
    load_dialogue()
    before = Organisation.objects.count()
    load_dialogue()
    assert Organisation.objects.count() == before
    assert DialogueEntryPage.objects.count() == 5
    assert DialogueEntryPage.objects.filter(kind=MatterKind.EXPOSURE).count() == 1
    for role, number in (("staff", 4), ("dialogue", 5)):
        client = Client()
        client.force_login(UserFactory(roles=[role]))
        for address in ("/dialog/", "/en/dialogue/"):
            assert len(client.get(address).context["entries"]) == number
        for one in client.get("/dialog/").context["entries"]:
            assert client.get(one.url).status_code == 200


def test_demo__says_nothing_of_persons() -> None:
    make_site()
    load_dialogue()
    for page in DialogueEntryPage.objects.all():
        assert not scan(f"{page.title}. {page.agreed} {page.follow_up}")
