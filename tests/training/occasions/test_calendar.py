"""What calendar programs read: one identity per day, whatever becomes of it."""

import datetime
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import gettext, override
from icalendar import Calendar

from handslag import clock
from tests.support.factories import UserFactory, restrict
from tests.support.occasions import again, client_of, local, with_days
from tests.support.training import course, occasion
from training.catalogue.index_page import CatalogueIndexPage
from training.occasions import acting
from training.occasions.feed_key import FeedKey
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.saving import keep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(datetime.date(2026, 3, 2)):
        yield


def events(content: bytes) -> dict[str, tuple[str, int, datetime.datetime, str]]:
    """By the number at the end of the identity: status, sequence, beginning, title."""
    calendar = Calendar.from_ical(content)
    assert calendar["METHOD"] == "PUBLISH"
    found = {}
    for event in calendar.walk("VEVENT"):
        uid = str(event["UID"])
        assert uid not in found
        found[uid.partition("@")[0].rpartition("-")[2]] = (
            str(event["STATUS"]), int(event["SEQUENCE"]), event["DTSTART"].dt, str(event["SUMMARY"]),
        )  # fmt: skip
    return found


def read(row: Occasion, client: Client | None = None) -> dict[str, tuple[str, int, datetime.datetime, str]]:
    answer = (client or client_of("staff")).get(f"/utbildning/tillfalle/{row.pk}/kalender.ics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/calendar")
    return events(answer.content)


def numbered(title: str, number: int, of: int) -> str:
    with override("sv"):
        name = gettext("%(title)s (day %(number)d of %(all)d)")
    return name % {"title": title, "number": number, "all": of}


def test_file__follows_a_move_a_day_taken_away_and_a_cancelling() -> None:
    title = "Grundkurs, del A; B"
    row = Occasion(course=course(title), capacity=5, place="Kommunhuset")
    keep(with_days(row, "2026-03-10 09:00", "2026-03-17 09:00", "2026-03-30 09:00"))
    acting.announce(row.pk, UserFactory())
    assert read(row) == {
        "1": ("CONFIRMED", 0, local("2026-03-10 09:00"), numbered(title, 1, 3)),
        "2": ("CONFIRMED", 0, local("2026-03-17 09:00"), numbered(title, 2, 3)),
        "3": ("CONFIRMED", 0, local("2026-03-30 09:00"), numbered(title, 3, 3)),
    }
    # Summer time by then: the same hour on the wall, another one in the world.
    assert read(row)["3"][2].astimezone(datetime.UTC).hour == 7
    keep(with_days(again(row), "2026-03-17 09:00", "2026-03-31 13:00"))
    assert read(row) == {
        "1": ("CONFIRMED", 1, local("2026-03-31 13:00"), numbered(title, 1, 2)),
        "2": ("CONFIRMED", 1, local("2026-03-17 09:00"), numbered(title, 2, 2)),
        "3": ("CANCELLED", 1, local("2026-03-30 09:00"), title),
    }
    acting.cancel(row.pk, "Sjukdom", UserFactory())
    assert {status for status, *_rest in read(row).values()} == {"CANCELLED"}
    assert {sequence for _status, sequence, *_rest in read(row).values()} == {2}


def test_file__for_those_who_may_know_of_it() -> None:
    row = occasion()
    draft = occasion(row.course, state=OccasionState.DRAFT, at="2026-05-01 09:00")
    paths = [f"/utbildning/tillfalle/{one.pk}/kalender.ics" for one in (row, draft)]
    assert [Client().get(path).status_code for path in paths] == [302, 302]
    for role in ("staff", "editor"):
        assert [client_of(role).get(path).status_code for path in paths] == [200, 404]
    restrict(row.course, "dialogue")
    assert client_of("staff").get(paths[0]).status_code == 404
    assert client_of("dialogue").get(paths[0]).status_code == 200


def secret_of(client: Client, instead_of: object = "") -> str:
    shown = client.post("/utbildning/kalender/", {"way": "give", "instead_of": instead_of})
    assert shown.status_code == 200
    return str(shown.content.decode().split(".ics")[0].rpartition("/")[2])


def test_feed__is_one_persons_and_renewed_and_withdrawn() -> None:
    person = UserFactory(roles=["staff"])
    client = client_of(person=person)
    occasion()
    assert Client().get("/utbildning/kalender/").status_code == 302
    first = secret_of(client)
    assert not FeedKey.objects.filter(digest__contains=first).exists()
    assert first not in client.get("/utbildning/kalender/").content.decode()
    path = "/utbildning/kalender/{}.ics"
    answer = Client().get(path.format(first))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
    assert len(events(answer.content)) == 1
    # The page sent twice: the second is told, and the address stands.
    assert client.post("/utbildning/kalender/", {"way": "give", "instead_of": ""}).status_code == 302
    assert Client().get(path.format(first)).status_code == 200
    # Nothing that somebody could send as a number is a fault of ours.
    for forged in ("9" * 5000, "9" * 25, "²", "-1"):
        sent = {"way": "give", "instead_of": forged}
        assert client.post("/utbildning/kalender/", sent).status_code == 302, forged[:30]
    second = secret_of(client, FeedKey.objects.get().pk)
    assert [Client().get(path.format(key)).status_code for key in (first, second)] == [404, 200]
    assert Client().get(path.format(second) + "?vad=annat").status_code == 404
    with clock.set_to(datetime.date(2027, 3, 1)):
        assert len(events(Client().get(path.format(second)).content)) == 1
    with clock.set_to(datetime.date(2027, 6, 1)):
        assert not events(Client().get(path.format(second)).content)
    restrict(CatalogueIndexPage.objects.get(), "dialogue")
    assert not events(Client().get(path.format(second)).content)
    assert client.get("/utbildning/kalender/").status_code == 404
    person.is_active = False
    person.save()
    assert Client().get(path.format(second)).status_code == 404
