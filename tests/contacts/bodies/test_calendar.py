"""A body's calendar behind a private address, and one meeting as a file."""

import datetime
from collections.abc import Iterator

import pytest
from django.test import Client

from contacts.bodies import calendar_keeping
from contacts.bodies.calendar_key import CalendarKey
from contacts.bodies.calendar_views import address_of
from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.trash.moving import move_to_trash
from tests.support.bodies import body, meeting
from tests.support.clients import client_of
from tests.support.factories import UserFactory, restrict

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def read(secret: str, client: Client | None = None) -> list[str]:
    """The lines of the feed, unfolded; [] where the address leads nowhere."""
    answer = (client or Client()).get(f"/samverkan/kalender/{secret}.ics")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert not answer.cookies
    if answer.status_code == 404:
        return []
    assert answer.headers["Content-Type"].startswith("text/calendar")
    return answer.content.decode().replace("\r\n ", "").splitlines()


def test_feed__same_uid_and_a_growing_sequence_when_a_meeting_moves_and_is_cancelled() -> None:
    council = body()
    page = meeting(council, "2026-11-02 13:00", MeetingState.PLANNED, place="Kommunhuset; A, B")
    _key, secret = calendar_keeping.give(council, UserFactory(roles=["coordinator"]), None)
    first = read(secret)
    uid = next(line for line in first if line.startswith("UID:"))
    assert {"SEQUENCE:0", "DTSTART:20261102T120000Z", "STATUS:CONFIRMED"} <= set(first)
    assert "LOCATION:Kommunhuset\\; A\\, B" in first

    page.starts_at += datetime.timedelta(days=1)
    draft = page.save_revision()
    assert {"SEQUENCE:0", "DTSTART:20261102T120000Z"} <= set(read(secret))
    draft.publish()
    assert {uid, "SEQUENCE:1", "DTSTART:20261103T120000Z"} <= set(read(secret))

    page = MeetingPage.objects.get(pk=page.pk)
    page.area = "Norrby"
    page.save_revision().publish()
    assert "SEQUENCE:1" in read(secret)
    page = MeetingPage.objects.get(pk=page.pk)
    page.state = MeetingState.CANCELLED
    page.save_revision().publish()
    assert {uid, "SEQUENCE:2", "STATUS:CANCELLED"} <= set(read(secret))


def test_feed__says_when_and_where_and_nothing_else() -> None:
    council, other = body(), body(title="Annat", slug="annat")
    meeting(council, "2026-09-01", title="Höstmötet")
    meeting(council, "2025-09-30", title="Gammalt")
    meeting(other, "2026-09-01", title="Annans")
    restrict(meeting(council, "2026-09-02", title="Slutet"), "dialogue")
    meeting(council, "2026-09-03", title="Utkast").unpublish()
    move_to_trash(meeting(council, "2026-09-04", title="Slängt"), None)
    _key, secret = calendar_keeping.give(council, UserFactory(roles=["coordinator"]), None)
    summaries = [line for line in read(secret) if line.startswith("SUMMARY:")]
    assert summaries == ["SUMMARY:Brå: Höstmötet"]


def test_address__is_renewed_withdrawn_and_runs_out() -> None:
    council, keeper = body(), UserFactory(roles=["coordinator"])
    key, first = calendar_keeping.give(council, keeper, None)
    assert not CalendarKey.objects.filter(digest__contains=first).exists()
    with pytest.raises(calendar_keeping.CalendarMovedOnError):
        calendar_keeping.give(council, keeper, None)
    key, second = calendar_keeping.give(council, keeper, key.pk)
    assert (read(first), bool(read(second))) == ([], True)
    with clock.set_to(key.expires_on):
        assert read(second)
    with clock.set_to(key.expires_on + datetime.timedelta(days=1)):
        assert not read(second)
        assert calendar_keeping.forget_keys() == 0
    with clock.set_to(key.expires_on + datetime.timedelta(days=366)):
        assert calendar_keeping.forget_keys() == 2
    key, third = calendar_keeping.give(council, keeper, None)
    calendar_keeping.withdraw(council, keeper, key.pk)
    assert not read(third)


@pytest.mark.parametrize("fate", ["unpublished", "restricted", "section", "start page", "trashed"])
def test_address__leads_nowhere_when_the_body_is_gone_or_closed(fate: str) -> None:
    council = body()
    _key, secret = calendar_keeping.give(council, UserFactory(roles=["coordinator"]), None)
    match fate:
        case "unpublished":
            council.unpublish()
        case "restricted":
            restrict(council, "dialogue")
        case "section":
            restrict(council.get_parent(), "dialogue")
        case "start page":
            restrict(council.get_parent().get_parent(), "dialogue")
        case _:
            move_to_trash(council, None)
    assert not read(secret)


def test_address__coordinators_make_it_in_two_presses_and_others_do_not_know_of_it() -> None:
    council = body()
    path = f"/samverkan/kalender/{council.pk}/"
    for roles in (["staff"], ["editor"], ["reviewer"], ["auditor"]):
        assert client_of(*roles).get(path).status_code == 404
        assert client_of(*roles).post(path, {"way": "give"}).status_code == 404
    assert Client().get(path).status_code == 302
    assert not CalendarKey.objects.exists()
    client = client_of("coordinator")
    assert path in client.get(council.url).content.decode()
    shown = client.post(path, {"way": "give", "instead_of": ""})
    assert shown.status_code == 200
    secret = shown.content.decode().split(".ics")[0].rpartition("/")[2]
    assert address_of(secret) in shown.content.decode()
    assert read(secret)
    assert secret not in client.get(path).content.decode()
    client.post(path, {"way": "give", "instead_of": ""})
    assert client.post(path, {"way": "withdraw", "instead_of": "9" * 5000}).status_code == 302
    assert read(secret)
    client.post(path, {"way": "withdraw", "instead_of": str(CalendarKey.objects.get().pk)})
    assert not read(secret)


def test_meeting_file__for_those_who_may_see_the_meeting() -> None:
    page = meeting(body(), "2026-11-02 13:00", MeetingState.PLANNED)
    path = f"/samverkan/kalender/mote/{page.pk}.ics"
    assert Client().get(path).status_code == 302
    answer = client_of("staff").get(path)
    assert b"DTSTART:20261102T120000Z" in answer.content
    assert path in client_of("staff").get(page.url).content.decode()
    restrict(page, "dialogue")
    assert client_of("staff").get(path).status_code == 404
    assert not ReadLogEntry.objects.exists()
    assert client_of("dialogue").get(path).status_code == 200
    assert list(ReadLogEntry.objects.values_list("object_id", "break_glass")) == [(page.pk, False)]
