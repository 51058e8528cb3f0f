"""A translated body or meeting tells the facts of its record in words of its own, and is no record itself."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Page

from contacts.bodies.body import BodyPage
from contacts.bodies.counting import openly_counted_meetings, tallies
from contacts.bodies.kinds import MeetingState, TaskState
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.guests.guest import MeetingGuest
from contacts.routines.routine import Routine
from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.evidence import sources
from home.models import HomePage
from tests.support.bodies import body, meeting
from tests.support.clients import client_of
from tests.support.contacts import function, organisation
from tests.support.factories import restrict, translated_home

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def in_english[P: Page](page: P) -> P:
    """Translated and published, with the pages above it."""
    if not Locale.objects.filter(language_code="en").exists():
        translated_home(HomePage.objects.get(), "en")
    copy: P = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    copy.save_revision().publish()
    return copy


@pytest.fixture
def council() -> BodyPage:
    one = body(slug="bra")
    one.routines.add(Routine(title="Rutinen", steps="Ett"))
    one.save_revision().publish()
    return one


def page_of(client: Client, page: Page) -> str:
    answer = client.get(page.url)
    assert answer.status_code == 200, page.url
    return answer.content.decode()


def test_translation__has_its_own_words_and_the_facts_of_the_record(council: BodyPage) -> None:
    """Those of today, also where the copy says what held when it was made; a place is named anew by who knows it."""
    council.mandate_tasks.add(MandateTask(text="Uppdraget"))
    council.save_revision().publish()
    walk = meeting(
        council,
        "2026-11-02 13:00",
        MeetingState.PLANNED,
        title="Vandringen",
        place="Torget",
        observations=[Observation(text="Trasig lampa")],
        follow_ups=[MeetingFollowUp(text="Ring", function=function("Ljusfunktionen"))],
    )
    english, copy = in_english(council), in_english(walk)
    for page, title in ((copy, "The walk"), (english, "The council")):
        page.title = title
        if page is copy:
            page.place = "The square"
        page.save_revision().publish()
    english.mandate_tasks.update(state=TaskState.DONE)
    client = client_of("coordinator")
    told = page_of(client, copy)
    assert "The walk" in told and "The square" in told and "2 November 2026 13:00" in told
    walk.refresh_from_db()
    walk.starts_at -= datetime.timedelta(days=60)
    walk.state, walk.place, walk.link = MeetingState.HELD, "Parken", "https://mote.example/1"
    for row in walk.observations.all():
        row.handled_on, row.how = TODAY, "Lampan bytt"
        walk.observations.add(row)
    walk.save_revision().publish()
    told = page_of(client, copy)
    for words in (
        "The walk",
        "3 September 2026",
        "Held",
        "Parken",
        "mote.example",
        "Lampan bytt",
        "Ljusfunktionen",
    ):
        assert words in told, words
    for words in ("The square", "2 November 2026", "Planned"):
        assert words not in told, words
    assert f"/samverkan/kalender/mote/{walk.pk}.ics" in told and f"/samverkan/gaster/{walk.pk}/" in told
    told = page_of(client, english)
    for words in ("The council", ">The walk</a>", "1 of 4 held", "Not begun", "Rutinen"):
        assert words in told, words
    assert f"/samverkan/kalender/{council.pk}/" in told and f"/samverkan/rutiner/organ/{council.pk}/" in told
    assert ">Vandringen</a>" in page_of(client, council)


@pytest.mark.parametrize("fate", ["unpublished", "closed to the reader"])
def test_translation__of_a_record_that_is_not_seen_says_its_words_alone(council: BodyPage, fate: str) -> None:
    found = meeting(
        council,
        "2026-11-02 13:00",
        MeetingState.PLANNED,
        place="Torget",
        follow_ups=[MeetingFollowUp(text="Beslutet", function=function("Ljusfunktionen"), due=TODAY)],
    )
    copies = in_english(council), in_english(found)
    for record in (found, council):
        if fate == "unpublished":
            record.unpublish()
        else:
            restrict(record, "dialogue")
    client = client_of("coordinator")
    told = [page_of(client, copy) for copy in copies]
    assert "Brå" in told[0] and "Möte" in told[1] and "Beslutet" in told[1]
    for words in (
        "planned",
        "November",
        "Torget",
        "Ljusfunktionen",
        "/samverkan/kalender/",
        "/samverkan/gaster/",
    ):
        assert words not in told[0].casefold() + told[1], words
    assert "/samverkan/rutiner/" not in told[0]
    for page in (*copies, found, council):
        for path in (f"gaster/{page.pk}/", f"kalender/{page.pk}/"):
            assert client.get(f"/samverkan/{path}").status_code == 404
        # Who keeps an unpublished body still sees its rounds, from the overview.
        assert client_of("staff").get(f"/samverkan/rutiner/organ/{page.pk}/").status_code == 404
        assert client.get(f"/samverkan/kalender/mote/{page.pk}.ics").status_code == 404


def test_reading_of_a_closed_record_through_its_translation__is_written_down(council: BodyPage) -> None:
    found = meeting(council, "2026-05-05")
    copy = in_english(found)
    restrict(found, "coordinator")
    copy.refresh_from_db()
    page_of(client_of("coordinator"), copy)
    assert found.pk in ReadLogEntry.objects.values_list("object_id", flat=True)


def test_figures__count_the_record_alone(council: BodyPage) -> None:
    found = meeting(council, "2026-05-05", organisations=[organisation("Polisen", "police")])
    copy = in_english(found)
    found.state = MeetingState.CANCELLED
    found.save_revision().publish()
    assert MeetingPage.objects.filter(state=MeetingState.HELD, live=True).get() == copy
    assert not openly_counted_meetings().filter(state=MeetingState.HELD).exists()
    assert tallies([council], TODAY)[council.pk].last is None
    for name, parameters, value in (
        ("meetings_held", {}, 0),
        ("days_since_contact", {"kind": "police"}, None),
    ):
        assert sources.get(name).measure(parameters, TODAY).value == value
    assert client_of("staff").get("/samverkan/").context["rows"][0].tally.forecast.cancelled == 1


def test_numbers_of_a_translation__answer_as_the_record(council: BodyPage) -> None:
    found = meeting(council, "2026-11-02 13:00", MeetingState.PLANNED)
    copy, english = in_english(found), BodyPage.objects.get(slug="bra", locale__language_code="en")
    found.place = "Kommunhuset"
    found.save_revision().publish()
    client = client_of("coordinator")
    file = client.get(f"/samverkan/kalender/mote/{copy.pk}.ics")
    assert b"LOCATION:Kommunhuset" in file.content
    client.post(f"/samverkan/kalender/{english.pk}/", {"way": "give", "instead_of": ""})
    assert council.calendar_keys.count() == 1
    assert client.get(f"/samverkan/rutiner/organ/{english.pk}/").context["body"] == council
    fields: dict[str, Any] = {"way": "invite", "email": "gast@granliden.test", "function": ""}
    client.post(
        f"/samverkan/gaster/{copy.pk}/", fields | {"organisation": organisation("Granliden").pk}, follow=True
    )
    assert MeetingGuest.objects.get().meeting == found


def test_routine_of_a_translation__begins_no_round(council: BodyPage) -> None:
    copy = in_english(council)
    ours, theirs = (Routine.objects.get(body=page.pk) for page in (council, copy))
    client = client_of("coordinator")
    answers = [client.get(f"/samverkan/rutiner/{one.pk}/borja/").status_code for one in (ours, theirs)]
    assert answers == [200, 404]
