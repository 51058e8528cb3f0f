"""What an act hands over is mailed after it, and never stands in its way."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import translation

from handslag.models import Reminder
from handslag.reminders import soon
from handslag.reminders.soon import remind_soon
from handslag.start.todos import Todo
from tests.support.factories import UserFactory
from tests.support.mail import DEAD_MAIL_SERVER, MailSink
from tests.support.waiting import Waiting, only_what_waits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    with only_what_waits() as found:
        yield found


@pytest.fixture
def vera(waiting: Waiting) -> Any:
    """Somebody for whom one thing waits."""
    person = UserFactory()
    waiting[person] = [Todo("Granska", "/beslut/1/")]
    return person


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A line for each run that was made."""
    found: list[int] = []
    remind = soon.remind

    def counted() -> Any:
        found.append(1)
        return remind()

    monkeypatch.setattr(soon, "remind", counted)
    return found


@pytest.mark.both_databases
def test_soon__mails_after_the_act_and_in_the_readers_language(vera: Any, mail_sink: MailSink) -> None:
    with translation.override("en"), transaction.atomic():
        remind_soon()
        assert not mail_sink.messages
    assert [message["To"] for message in mail_sink.messages] == [vera.email]
    assert "väntar på dig" in mail_sink.messages[0]["Subject"]
    remind_soon()
    assert len(mail_sink.messages) == 1


def test_soon__an_act_that_fails_mails_nobody(vera: Any, mail_sink: MailSink, runs: list[int]) -> None:
    def fail() -> None:
        with transaction.atomic():
            remind_soon()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not runs


def test_soon__is_one_run_however_often_it_is_asked_for(
    vera: Any, mail_sink: MailSink, runs: list[int]
) -> None:
    with transaction.atomic():
        remind_soon()
        with transaction.atomic():
            remind_soon()
        remind_soon()
    assert len(runs) == 1


def test_soon__a_part_that_was_undone_takes_no_other_with_it(
    vera: Any, mail_sink: MailSink, runs: list[int]
) -> None:
    def undo() -> None:
        with transaction.atomic():
            remind_soon()
            raise RuntimeError

    with transaction.atomic():
        with pytest.raises(RuntimeError):
            undo()
        with transaction.atomic():
            remind_soon()
    assert len(runs) == len(mail_sink.messages) == 1


def test_soon__a_dead_mail_server_breaks_no_act_and_the_night_makes_up_for_it(
    vera: Any, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MAILERS = DEAD_MAIL_SERVER
    with transaction.atomic():
        remind_soon()
    assert f"The reminder to account {vera.pk} could not be mailed" in caplog.text
    assert not Reminder.objects.exists()
    with MailSink() as sink:
        settings.MAILERS = sink.mailers
        call_command("send_reminders", stdout=io.StringIO())
        assert len(sink.messages) == 1


def test_soon__a_queue_that_fails_breaks_no_act(vera: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr(type(soon.mail_reminders), "enqueue", lambda task: fail())
    with transaction.atomic():
        remind_soon()
