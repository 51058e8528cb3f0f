"""What is copied from a meeting is a new meeting; what mirrors one counts nowhere (A2.4)."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.documents import get_document_model

from contacts.bodies.body import BodyPage
from contacts.bodies.copying import new_times
from contacts.bodies.counting import held_in, openly_counted_meetings
from contacts.bodies.kinds import MeetingKind, MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.collaboration.todos import waiting_for
from contacts.guests.paper import GuestPaper
from handslag import clock
from tests.support.bodies import body, meeting
from tests.support.contacts import function, organisation
from tests.support.factories import UserFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


@pytest.fixture
def walk() -> MeetingPage:
    minutes = get_document_model().objects.create(title="Protokoll", file=ContentFile(b"1", "p.txt"))
    page = meeting(
        body(),
        "2026-05-05 18:00",
        kind=MeetingKind.SAFETY_WALK,
        title="Vandringen",
        slug="vandringen",
        area="Norrby",
        minutes=minutes,
        observations=[Observation(text="Lampa")],
        follow_ups=[MeetingFollowUp(text="Ring", function=function(), due=TODAY)],
        organisations=[organisation("Polisen", "police")],
    )
    page.ends_at = page.starts_at + datetime.timedelta(hours=2)
    page.guest_papers.add(GuestPaper(document=minutes))
    page.save_revision().publish()
    return page


def admin_copies(page: Any, **choices: str) -> Any:
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_active=True))
    answer = client.post(
        f"/admin/pages/{page.pk}/copy/",
        {
            "new_title": page.title,
            "new_slug": "kopian",
            "new_parent_page": str(page.get_parent().pk),
            **choices,
        },
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return type(page).objects.get(slug="kopian")


def work() -> list[str]:
    return sorted(todo.key for todo in waiting_for(UserFactory(roles=["coordinator"])))


@pytest.mark.parametrize("way", ["admin", "code", "below its body", "an alias that was made a page"])
def test_copy_of_a_meeting__is_a_new_planned_one(walk: MeetingPage, way: str) -> None:
    council = BodyPage.objects.get()
    before = work()
    match way:
        case "admin":
            copy = admin_copies(walk, publish_copies="on")
        case "code":
            copy = walk.copy(update_attrs={"slug": "kopian"})
        case "below its body":
            again = admin_copies(council, publish_copies="on", copy_subpages="on")
            copy = MeetingPage.objects.child_of(again).get()
        case _:
            alias = walk.create_alias(update_slug="kopian")
            ConvertAliasPageAction(alias, user=None).execute(skip_permission_checks=True)
            copy = MeetingPage.objects.get(slug="kopian")
    for one in (copy, copy.get_latest_revision_as_object()):
        assert (one.state, one.minutes, one.sequence > 1) == (MeetingState.PLANNED, None, False)
        for name in ("observations", "follow_ups", "guest_papers", "organisations"):
            assert not getattr(one, name).count(), name
        assert timezone.localtime(one.starts_at).isoformat() == "2026-10-06T18:00:00+02:00"
        assert one.ends_at - one.starts_at == datetime.timedelta(hours=2)
    assert (copy.live, copy.area, copy.title) == (False, "Norrby", "Vandringen")
    assert [key for key in work() if not key.startswith("meetings ")] == [
        key for key in before if not key.startswith("meetings ")
    ]
    walk.refresh_from_db()
    assert walk.live and walk.state == MeetingState.HELD and walk.observations.exists()


@pytest.mark.parametrize("of", ["meeting", "body"])
def test_alias__counts_nowhere(walk: MeetingPage, of: str) -> None:
    council = BodyPage.objects.get()
    held = meeting(council, "2026-06-06", organisations=[organisation("Räddningstjänsten")])
    before = work(), openly_counted_meetings().count(), held_in(council, 2026)
    if of == "meeting":
        admin_copies(held, alias="on")
        walk.create_alias(update_slug="vandringen-igen")
    else:
        admin_copies(council, alias="on", copy_subpages="on")
        assert BodyPage.objects.count() == 2 and MeetingPage.objects.filter(live=True).count() == 4
    assert (work(), openly_counted_meetings().count(), held_in(council, 2026)) == before


@pytest.mark.parametrize(
    ("now", "starts", "expected"),
    [
        ("2026-10-01 12:00", "2026-10-01 13:00", "2026-10-01T13:00:00+02:00"),
        ("2026-10-01 12:00", "2026-10-01 12:00", "2026-10-08T12:00:00+02:00"),
        ("2026-10-01 12:00", "2026-09-24 11:00", "2026-10-08T11:00:00+02:00"),
        ("2026-10-01 12:00", "2025-10-02 13:00", "2026-10-01T13:00:00+02:00"),
        # Summer time has gone between the two, and comes.
        ("2026-10-24 12:00", "2026-10-19 13:00", "2026-10-26T13:00:00+01:00"),
        ("2026-03-29 12:00", "2026-03-22 12:30", "2026-03-29T12:30:00+02:00"),
        ("2026-10-25 12:00", "2026-10-18 12:30", "2026-10-25T12:30:00+01:00"),
    ],
)
def test_new_times__are_ahead_by_the_clock_on_the_wall(now: str, starts: str, expected: str) -> None:
    begins = timezone.make_aware(datetime.datetime.fromisoformat(starts)).astimezone(datetime.UTC)
    with clock.set_to(timezone.make_aware(datetime.datetime.fromisoformat(now))):
        times = new_times(MeetingPage(starts_at=begins))
    assert timezone.localtime(times["starts_at"]).isoformat() == expected
    assert times["ends_at"] is None
