"""The meeting an entry came up at: each end is named to those who may see it, and the meeting tells of nothing more."""

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from contacts.bodies.counting import forecast, held_in
from contacts.bodies.meeting import MeetingPage
from contacts.dialogue.entry_page import DialogueEntryPage
from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.access.role_setup import setup_roles
from tests.support.bodies import body, meeting
from tests.support.contacts import organisation
from tests.support.dialogue import dialogue_log, entry, exposure, typed
from tests.support.factories import UserFactory, restrict, translated_home

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def council() -> Any:
    return body(title="Rådet", slug="radet")


@pytest.fixture
def held(council: Any) -> Any:
    return meeting(council, "2026-03-02", title="Vårmötet", slug="varmotet")


@pytest.fixture
def log(council: Any) -> Any:
    log = dialogue_log(council.get_parent().get_parent().specific)
    log.save_revision().publish()
    setup_roles()
    return log


def signed_in(*roles: str, **fields: Any) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=roles, **fields))
    return client


def body_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


OTHERS = ("staff", "editor", "coordinator", "forum", "auditor")


def test_meeting__names_entries_to_those_who_may_see_them(log: Any, held: Any) -> None:
    kinds = {"Öppet samtal": entry, "Stängt samtal": exposure}
    for number, (title, make) in enumerate(kinds.items()):
        make(log, organisation(f"Förening {number}"), title=title, slug=f"s{number}", meeting=held)
    entry(log, organisation("Förening 2"), title="Samtal utan möte", slug="s2")
    for role in (*OTHERS, "dialogue"):
        told = body_of(signed_in(role), held.url)
        assert {title for title in (*kinds, "Samtal utan möte") if title in told} == (
            set(kinds) if role == "dialogue" else {"Öppet samtal"}
        )
    assert ReadLogEntry.objects.filter(kind="page").count() == 1, (
        "that the role read the title is written down"
    )


def test_meeting__reads_and_counts_the_same_whatever_hangs_on_it(log: Any, council: Any, held: Any) -> None:
    clients, bridge = [signed_in(role) for role in OTHERS], organisation("Bron")
    addresses = (held.url, council.url, "/samverkan/", "/dialog/", f"/samverkan/kalender/mote/{held.pk}.ics")
    year = clock.today().year

    def told() -> list[Any]:
        pages = [parts(client, address) for client in clients for address in addresses]
        return [*pages, held_in(council, 2026), forecast(council, year, clock.today())]

    without = told()
    exposure(log, bridge, meeting=held)
    assert told() == without


def parts(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return answer.status_code, answer.content.decode().replace(answer.headers["X-Request-ID"], "")


def test_entry__names_the_meeting_to_those_who_may_see_it(log: Any, council: Any, held: Any) -> None:
    page = entry(log, organisation("Bron"), slug="a", meeting=held)
    restrict(council, "forum")
    for roles, sees in ((("dialogue",), False), (("dialogue", "forum"), True), (("staff",), False)):
        client = signed_in(*roles)
        for address in (page.url, "/dialog/"):
            assert ("Vårmötet" in body_of(client, address)) == sees, (roles, address)
        rows = list(
            csv.reader(io.StringIO(body_of(client, "/dialog/?export=csv").lstrip("\ufeff")), delimiter=";")
        )
        assert ("Vårmötet" in rows[1]) == sees


def test_entry__its_meeting_is_in_another_language_too(log: Any, held: Any) -> None:
    english = translated_home(log.get_parent().specific, "en")
    page = exposure(log, organisation("Bron"), title="Stängt samtal", meeting=held)
    translated = held.copy_for_translation(english.locale, copy_parents=True)
    translated.save_revision().publish()
    assert "Stängt samtal" in body_of(signed_in("dialogue"), translated.url)
    page.copy_for_translation(english.locale, copy_parents=True).save_revision().publish()
    assert body_of(signed_in("dialogue"), translated.url).count("Stängt samtal</a>") == 1


def test_meeting__names_an_entry_whose_translation_is_linked_to_none(log: Any, held: Any) -> None:
    english = translated_home(log.get_parent().specific, "en")
    page = entry(log, organisation("Bron"), title="Öppet samtal", meeting=held)
    meeting_in_english = held.copy_for_translation(english.locale, copy_parents=True)
    meeting_in_english.save_revision().publish()
    translated = page.copy_for_translation(english.locale, copy_parents=True)
    translated.meeting, translated.title = None, "Open talk"
    translated.save_revision().publish()
    told = body_of(signed_in("staff"), meeting_in_english.url)
    assert "Öppet samtal</a>" in told and "Open talk" not in told


def test_editor__chooses_among_meetings_they_may_see_and_keeps_what_another_chose(
    log: Any, council: Any, held: Any
) -> None:
    hidden_council = body(council.get_parent(), title="Dolda rådet", slug="dolda")
    hidden = meeting(hidden_council, "2026-03-03", title="Dolt möte")
    restrict(hidden_council, "forum")
    bridge = organisation("Bron")
    client = signed_in("dialogue")
    add = reverse("wagtailadmin_pages:add", args=["contacts", "dialogueentrypage", log.pk])
    for chosen, slug, is_taken in ((held, "a", True), (hidden, "b", False), (council, "c", False)):
        client.post(add, typed(bridge, slug=slug, meeting=str(chosen.pk)))
        saved = DialogueEntryPage.objects.filter(slug=slug, meeting=chosen.pk)
        assert saved.exists() == is_taken, slug
    found = client.get(
        reverse("wagtailadmin_choose_page_search"), {"q": "möte", "page_type": "contacts.meetingpage"}
    ).content.decode()
    assert "Dolt möte" not in found
    page = entry(log, bridge, slug="d", meeting=hidden)
    assert "Dolt möte" not in body_of(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    page.meeting = held
    page.save_revision()
    versions = list(page.revisions.order_by("pk").values_list("pk", flat=True))
    compared = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, versions[0], versions[-1]])
    assert "Vårmötet" in body_of(client, compared)
    assert "Dolt möte" not in body_of(client, compared)
    assert "Dolt möte" in body_of(signed_in("dialogue", "forum"), compared)


def test_meeting__is_deleted_as_if_nothing_hung_on_it(log: Any, held: Any) -> None:
    coordinator = signed_in("coordinator")
    address = reverse("wagtailadmin_pages:delete", args=[held.pk])
    asked = [body_of(coordinator, address).count(word) for word in ("Stängt", "usage", "<li", "<p")]
    page = exposure(log, organisation("Bron"), title="Stängt samtal", meeting=held)
    assert [body_of(coordinator, address).count(word) for word in ("Stängt", "usage", "<li", "<p")] == asked
    assert not ReferenceIndex.objects.filter(to_object_id=str(held.pk)).exists()
    answer = coordinator.post(address, follow=True)
    assert "Stängt" not in answer.content.decode()
    assert Page.objects.get(pk=held.pk).depth == 3, "it lies in the trash"
    assert "Vårmötet" not in body_of(signed_in("dialogue"), page.url)
    MeetingPage.objects.get(pk=held.pk).delete()
    page.refresh_from_db()
    assert page.meeting is None
    assert page.get_latest_revision_as_object().meeting is None
    page.get_latest_revision().publish()
    assert "Stängt samtal" in body_of(signed_in("dialogue"), page.url)
