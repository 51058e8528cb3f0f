"""Letters to guests that fail, are tried again and are sent once; addresses that go; what the database refuses."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.guests.forgetting import forget_addresses
from contacts.guests.guest import MeetingGuest
from contacts.guests.sending import send_waiting
from contacts.guests.todos import unsent
from handslag import clock
from handslag.access.secret_keys import digest_of_secret
from handslag.reminders.chores import Done
from handslag.trash.moving import move_to_trash
from tests.support.bodies import body, meeting
from tests.support.clients import client_of
from tests.support.contacts import function, organisation
from tests.support.factories import UserFactory, restrict
from tests.support.guests import Capture, address_in, text_of, told
from tests.support.mail import DEAD_MAIL_SERVER, MailSink

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


@pytest.fixture
def found() -> MeetingPage:
    return meeting(body(), "2026-11-02 13:00", MeetingState.PLANNED, title="Vintermötet")


def guest(of: MeetingPage, email: str = "gast@granliden.test", **fields: Any) -> MeetingGuest:
    comes = (
        {} if fields.keys() & {"function", "organisation"} else {"organisation": organisation(f"För {email}")}
    )
    return MeetingGuest.objects.create(meeting=of, email=email, **comes, **fields)


def at(moment: str) -> datetime.datetime:
    """Local time."""
    return datetime.datetime.fromisoformat(moment)


def todos(*roles: str) -> list[str]:
    return [todo.key for todo in unsent(UserFactory(roles=list(roles)))]


def test_dead_server__the_letter_waits_and_the_night_sends_it(
    settings: Any,
    found: MeetingPage,
    django_capture_on_commit_callbacks: Capture,
    capsys: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings.MAILERS = DEAD_MAIL_SERVER
    client = client_of("coordinator")
    path = f"/samverkan/gaster/{found.pk}/"
    fields = {"way": "invite", "email": "gast@granliden.test", "organisation": organisation().pk}
    with django_capture_on_commit_callbacks(execute=True):
        client.post(path, fields)
    # The server is to blame and no address: those who invite have nothing to correct.
    page = client.get(path).content.decode()
    assert "status--waiting" in page and "status--warning" not in page
    assert todos("coordinator") == []
    with pytest.raises(CommandError, match="guests of meetings: 1 could not be done"):
        call_command("send_reminders")
    assert "gast@granliden.test" not in caplog.text
    with MailSink() as sink:
        settings.MAILERS = sink.mailers
        call_command("send_reminders", "--dry-run")
        assert not sink.messages
        call_command("send_reminders")
        call_command("send_reminders")
    assert [told(message) for message in sink.messages if "Vintermötet" in message["Subject"]] == [
        ("REQUEST", 0)
    ]
    assert "guests of meetings: 1" in capsys.readouterr().out
    assert todos("coordinator") == []
    (letter,) = [message for message in sink.messages if "Vintermötet" in message["Subject"]]
    assert Client().get(address_in(letter)).status_code == 200


def test_refused_address__stops_no_other_and_gets_no_key(mail_sink: MailSink, found: MeetingPage) -> None:
    mail_sink.refuse("fel@gast.test")
    wrong, right = guest(found, "fel@gast.test"), guest(found, "ratt@gast.test")
    assert send_waiting() == Done(1, 1)
    assert [message["To"] for message in mail_sink.messages] == ["ratt@gast.test"]
    wrong.refresh_from_db()
    right.refresh_from_db()
    assert (wrong.told_of, right.told_of) == (None, 0)
    assert wrong.failed_at is not None and right.failed_at is None and wrong.claimed_at is None
    assert (
        "status--warning" in client_of("coordinator").get(f"/samverkan/gaster/{found.pk}/").content.decode()
    )
    assert todos("coordinator") == [f"guests {found.pk}"]
    assert todos("staff") == todos("editor") == []
    restrict(found, "dialogue")
    assert todos("coordinator") == []
    assert todos("coordinator", "dialogue") == [f"guests {found.pk}"]


def test_dead_server__is_counted_for_all_and_blamed_on_none(settings: Any, found: MeetingPage) -> None:
    settings.MAILERS = DEAD_MAIL_SERVER
    for number in range(3):
        guest(found, f"g{number}@gast.test")
    assert send_waiting() == Done(0, 3)
    assert not MeetingGuest.objects.exclude(failed_at=None, claimed_at=None).exists()


@pytest.mark.both_databases
def test_claim__who_writes_a_letter_is_alone_for_a_quarter_of_an_hour(
    mail_sink: MailSink, found: MeetingPage
) -> None:
    row = guest(found, claimed_at=clock.now())
    assert send_waiting() == Done(0, 0)
    with clock.set_to(clock.now() + datetime.timedelta(minutes=16)):
        assert send_waiting() == Done(1, 0)
        assert send_waiting() == Done(0, 0)
    row.refresh_from_db()
    # The meeting moves while a letter is on its way: the run that has it tells that too.
    MeetingPage.objects.filter(pk=found.pk).update(sequence=3)
    assert send_waiting() == Done(1, 0)
    assert [told(message) for message in mail_sink.messages] == [("REQUEST", 0), ("REQUEST", 3)]
    assert address_in(mail_sink.messages[0]) and not address_in(mail_sink.messages[1])
    MeetingGuest.objects.filter(pk=row.pk).update(withdrawn_at=clock.now(), digest=None)
    assert send_waiting() == Done(1, 0)
    assert told(mail_sink.messages[2]) == ("CANCEL", 4)
    assert found.link not in text_of(mail_sink.messages[2]).split()


def test_withdrawn_before_any_mail__gets_none(mail_sink: MailSink, found: MeetingPage) -> None:
    guest(found, withdrawn_at=clock.now())
    assert send_waiting() == Done(0, 0)


def test_held_before_its_time__is_no_word_to_a_guest(mail_sink: MailSink, found: MeetingPage) -> None:
    guest(found, told_of=0)
    MeetingPage.objects.filter(pk=found.pk).update(state=MeetingState.HELD)
    assert send_waiting() == Done(0, 0)


def test_page__says_of_each_letter_whether_it_waits_failed_went_or_never_will(found: MeetingPage) -> None:
    then = clock.now()
    guest(found, "vantar@gast.test")
    guest(found, "fel@gast.test", failed_at=then)
    # Told of the meeting, and renewed since; told last that it was off, and invited anew since.
    guest(found, "skickad@gast.test", told_of=0, ics_sequence=0, mailed_at=then)
    guest(found, "igen@gast.test", ics_sequence=0, mailed_at=then)
    guest(found, "ater@gast.test", ics_sequence=1)
    client = client_of("coordinator")

    def states() -> list[str]:
        page = client.get(f"/samverkan/gaster/{found.pk}/").content.decode()
        return re.findall(r'class="status status--(\w+)"', page)

    waits, failed, sent, never = "waiting", "warning", "success", "neutral"
    assert states() == [waits, failed, sent, waits, waits]
    with clock.set_to(at("2026-11-02 13:01")):
        assert states() == [never, never, sent, sent, never]
    # Who was told of the meeting is told that it is off; the others never are.
    MeetingPage.objects.filter(pk=found.pk).update(state=MeetingState.CANCELLED)
    assert states() == [never, never, waits, waits, never]


@pytest.mark.parametrize("fate", ["held", "cancelled", "trashed"])
def test_purge__the_address_goes_and_what_the_guest_came_for_stays(found: MeetingPage, fate: str) -> None:
    secret = "s" * 43
    row = guest(found, digest=digest_of_secret(secret))
    match fate:
        case "trashed":
            move_to_trash(found, None)
        case _:
            MeetingPage.objects.filter(pk=found.pk).update(state=fate)
    with clock.set_to(at("2026-12-02 12:59")):
        assert forget_addresses() == 0
    with clock.set_to(at("2026-12-02 13:01")):
        assert forget_addresses() == 1
        assert forget_addresses() == 0
    row.refresh_from_db()
    assert (row.email, row.digest, row.comes_for) == ("", None, "För gast@granliden.test")
    assert Client().get(f"/samverkan/gast/{secret}/").status_code == 404


def test_settings__say_how_long(settings: Any, found: MeetingPage) -> None:
    secret = "s" * 43
    guest(found, digest=digest_of_secret(secret))
    settings.GUEST_ADDRESS_DAYS, settings.GUEST_KEEP_DAYS = 0, 1
    path = f"/samverkan/gast/{secret}/"
    with clock.set_to(at("2026-11-02 23:59")):
        assert Client().get(path).status_code == 200
    with clock.set_to(at("2026-11-03 00:01")):
        assert Client().get(path).status_code == 404
    with clock.set_to(at("2026-11-03 13:01")):
        assert forget_addresses() == 1


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "wrong",
    [
        {"organisation": None},
        {"function": "one"},
        {"withdrawn_at": "2026-10-01T12:00Z", "digest": "d"},
        {"email": "", "digest": "d"},
        {"is_called_off": True},
        {"email": "gast@granliden.test"},
    ],
)
def test_database__refuses(found: MeetingPage, wrong: dict[str, Any]) -> None:
    guest(found)
    row = guest(found, "annan@gast.test")
    values = {name: function() if value == "one" else value for name, value in wrong.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingGuest.objects.filter(pk=row.pk).update(**values)
    MeetingGuest.objects.update(email="")
