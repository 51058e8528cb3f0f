"""What a guest is told after the invitation: each change once, and that the meeting is off (B-1.2)."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.guests.guest import MeetingGuest
from handslag import clock
from handslag.trash.moving import move_to_trash, restore
from tests.contacts.guests import inviting
from tests.contacts.guests.inviting import ADDRESS, granliden, invite, page_of, planned
from tests.support.clients import client_of
from tests.support.contacts import function
from tests.support.guests import Capture, address_in, calendar_of, told
from tests.support.mail import MailSink

pytestmark = pytest.mark.django_db

today, committed = inviting.today, inviting.committed


def _published(found: MeetingPage, **changed: Any) -> None:
    page = MeetingPage.objects.get(pk=found.pk)
    for name, value in changed.items():
        setattr(page, name, value)
    page.save_revision().publish()


LATER = datetime.datetime(2026, 11, 9, 12, tzinfo=datetime.UTC)


def test_changes__each_published_one_is_told_once_with_a_larger_sequence(
    mail_sink: MailSink, committed: Capture
) -> None:
    found = planned()
    invite(found, committed)

    def draft() -> None:
        page = MeetingPage.objects.get(pk=found.pk)
        page.place = "Utkastet"
        page.save_revision()

    steps: list[tuple[Callable[[], Any], tuple[str, int] | None]] = [
        (draft, None),
        (lambda: _published(found, area="Norrby"), None),
        (lambda: _published(found, starts_at=LATER), ("REQUEST", 1)),
        (lambda: _published(found, place="Biblioteket", link="https://x.test/"), ("REQUEST", 2)),
        (lambda: _published(found, state=MeetingState.CANCELLED), ("CANCEL", 3)),
        (lambda: _published(found, place="Ingenstans"), None),
        (lambda: _published(found, state=MeetingState.PLANNED), ("REQUEST", 5)),
        (lambda: MeetingPage.objects.get(pk=found.pk).unpublish(), ("CANCEL", 6)),
        (lambda: _published(found), ("REQUEST", 7)),
        (lambda: move_to_trash(MeetingPage.objects.get(pk=found.pk), None), ("CANCEL", 8)),
    ]
    first = address_in(mail_sink.messages[0])
    uids = set()
    for step, expected in steps:
        mail_sink.messages.clear()
        with committed():
            step()
        assert [told(message) for message in mail_sink.messages] == ([expected] if expected else []), expected
        for message in mail_sink.messages:
            uids |= {line for line in calendar_of(message) if line.startswith("UID:")}
            assert not address_in(message)
    assert uids == {f"UID:{found.translation_key}@handslag"}
    assert Client().get(first).status_code == 404


def test_trash__put_back_is_told_and_the_address_holds_again(mail_sink: MailSink, committed: Capture) -> None:
    found = planned()
    invite(found, committed)
    path = address_in(mail_sink.messages[0])
    with committed():
        trashed = move_to_trash(found.get_parent().specific, None)
    assert Client().get(path).status_code == 404
    with committed():
        restore(trashed, None)
    assert [told(message)[0] for message in mail_sink.messages] == ["REQUEST", "CANCEL", "REQUEST"]
    assert Client().get(path).status_code == 200


def test_past_and_held_meetings__move_no_calendar(mail_sink: MailSink, committed: Capture) -> None:
    found = planned()
    invite(found, committed)
    with clock.set_to(datetime.date(2026, 11, 3)), committed():
        _published(found, state=MeetingState.HELD, place="Biblioteket")
    assert len(mail_sink.messages) == 1
    with clock.set_to(datetime.date(2026, 11, 4)):
        answer = invite(found, committed, "sen@gast.test")
    assert len(mail_sink.messages) == 1 and MeetingGuest.objects.count() == 1
    page = answer.content.decode()
    assert answer.status_code == 409 and "error-summary" in page and "Inget ändrades: mötet" in page
    assert 'value="sen@gast.test"' in page, "what was typed is still there"


def test_renewed__who_was_told_before_is_told_that_it_is_off(mail_sink: MailSink, committed: Capture) -> None:
    """The acts follow each other before any letter goes out: then nothing but the last word is mailed."""
    found, client = planned(), client_of("coordinator")
    invite(found, committed)
    guest = MeetingGuest.objects.get()

    def act(way: str) -> None:
        client.post(page_of(found), {"way": way, "guest": guest.pk})

    def anew() -> None:
        client.post(
            page_of(found),
            {"way": "invite", "email": ADDRESS, "organisation": granliden().pk, "function": ""},
        )

    def put(state: str) -> None:
        _published(found, state=state)

    for steps, expected in (
        ([lambda: act("renew"), lambda: act("withdraw")], ("CANCEL", 1)),
        ([anew, lambda: act("withdraw")], None),
        ([anew], ("REQUEST", 2)),
        ([lambda: act("withdraw"), anew, lambda: act("renew"), lambda: act("withdraw")], ("CANCEL", 3)),
        ([anew], ("REQUEST", 4)),
        ([lambda: act("renew"), lambda: put(MeetingState.CANCELLED)], ("CANCEL", 5)),
        (
            [lambda: put(MeetingState.PLANNED), lambda: act("renew"), lambda: put(MeetingState.CANCELLED)],
            None,
        ),
        ([lambda: put(MeetingState.PLANNED)], ("REQUEST", 6)),
        ([lambda: act("renew"), lambda: put(MeetingState.CANCELLED)], ("CANCEL", 7)),
    ):
        mail_sink.messages.clear()
        # On commit is after all of them: no letter goes out between.
        with committed():
            for step in steps:
                step()
        assert [told(message) for message in mail_sink.messages] == ([expected] if expected else []), expected
        assert (
            f"UID:{found.translation_key}@handslag"
            in "".join(line for message in mail_sink.messages for line in calendar_of(message))
            or not expected
        )
    # The address before was shut by `renew`: planned once more, the letter brings one that holds.
    mail_sink.messages.clear()
    with committed():
        put(MeetingState.PLANNED)
    assert Client().get(address_in(mail_sink.messages[0])).status_code == 200


@pytest.mark.both_databases
def test_withdrawn_guest__is_not_invited_anew_while_a_letter_is_on_its_way(
    mail_sink: MailSink, committed: Capture
) -> None:
    found = planned()
    row = MeetingGuest.objects.create(
        meeting=found, email=ADDRESS, function=function(), told_of=0, ics_sequence=0,
        withdrawn_at=clock.now(), claimed_at=clock.now(),
    )  # fmt: skip
    answer = invite(found, committed)
    assert answer.status_code == 409 and ADDRESS in answer.content.decode()
    after = MeetingGuest.objects.values().get()
    assert after == {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    MeetingGuest.objects.update(claimed_at=None)
    assert invite(found, committed).status_code == 200
    row.refresh_from_db()
    assert (row.withdrawn_at, row.comes_for, told(mail_sink.messages[0])) == (
        None,
        "Granliden",
        ("REQUEST", 1),
    )
