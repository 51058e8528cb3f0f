"""`manage.py send_reminders` and what lands in mailboxes, over SMTP."""

import datetime
import io
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from wagtail.users.models import UserProfile

from handslag import clock
from handslag.models import Reminder
from handslag.reminders.outstanding import CLAIM_HOLDS
from handslag.start.todos import Todo
from tests.support.factories import UserFactory
from tests.support.mail import DEAD_MAIL_SERVER, MailSink
from tests.support.waiting import Waiting, only_what_waits

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2026, 3, 2)


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    with only_what_waits() as found:
        yield found


@pytest.fixture
def vera() -> Any:
    return UserFactory(email="vera@kommun.test")


def day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(number)


def thing(number: int = 1, due: int | None = None, title: str = "") -> Todo:
    return Todo(
        title or f"Granska sak {number}",
        f"/beslut/{number}/",
        None if due is None else day(due),
        "Om Nils Ny.",
    )


def run(number: int = 0, *arguments: str) -> str:
    """The command on that day; what it prints."""
    out = io.StringIO()
    with clock.set_to(day(number)):
        call_command("send_reminders", *arguments, stdout=out)
    return out.getvalue()


def text_of(message: EmailMessage) -> str:
    return str(message.get_content()).replace("\r\n", "\n")


@pytest.mark.both_databases
def test_mail__one_for_all_that_is_new_and_none_the_next_night(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [thing(1), thing(2, due=20)]
    assert run() == "Mailed: people: 1, things: 2\n"
    message = mail_sink.messages[0]
    assert (message["To"], message["Subject"]) == ("vera@kommun.test", "2 saker väntar på dig i Handslag")
    assert message.get_content_type() == "text/plain"
    assert message["Auto-Submitted"] == "auto-generated"
    text = text_of(message)
    assert "- Granska sak 2 (senast 22 mars 2026)\n  http://testserver/beslut/2/\n" in text
    assert "- Granska sak 1\n  http://testserver/beslut/1/\n" in text
    # Nothing about the thing but its title and day, and nobody's name.
    assert "Nils" not in text and "Vera" not in text
    assert run(1) == "Mailed: people: 0, things: 0\n"
    assert len(mail_sink.messages) == 1


def test_mail__tells_what_is_due_and_how_much_waits_besides(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [thing(1), thing(2, due=9), thing(3)]
    run(0)
    run(2)
    message = mail_sink.messages[1]
    assert message["Subject"] == "3 saker väntar på dig i Handslag"
    assert "sak 2" in message.get_content() and "sak 1" not in message.get_content()
    assert "2 saker till" in message.get_content()


@pytest.mark.parametrize(
    ("runs", "mailed_on"),
    [
        (range(36), [0, 3, 10, 24]),
        # The server stood still on the days themselves.
        ([0, 2, 5, 6, 30, 31], [0, 5, 30]),
    ],
)
def test_mail__a_day_comes_and_a_missed_night_is_made_up_for(
    waiting: Waiting, mail_sink: MailSink, vera: Any, runs: Any, mailed_on: list[int]
) -> None:
    waiting[vera] = [thing(due=10)]
    found = []
    for number in runs:
        before = len(mail_sink.messages)
        run(number)
        found += [number] * (len(mail_sink.messages) - before)
    assert found == mailed_on
    assert "skulle ha varit klart den 12 mars 2026" in mail_sink.messages[-1].get_content()


def test_mail__intervals_are_settings(
    waiting: Waiting, mail_sink: MailSink, vera: Any, settings: Any
) -> None:
    settings.REMIND_DAYS_BEFORE, settings.REMIND_AGAIN_DAYS = 2, 3
    waiting[vera] = [thing(due=10)]
    for number in range(15):
        run(number)
    assert [row.sent_at.day for row in Reminder.objects.order_by("pk")] == [2, 10, 12, 15]


def test_mail__what_waits_anew_is_new(waiting: Waiting, mail_sink: MailSink, vera: Any) -> None:
    waiting[vera] = [thing()]
    run(0)
    waiting[vera] = []
    run(1)
    waiting[vera] = [thing()]
    run(2)
    run(3)
    assert len(mail_sink.messages) == 2
    assert (
        Reminder.objects.exclude(ended_at=None).count() == Reminder.objects.filter(ended_at=None).count() == 1
    )


def test_mail__a_title_that_counts_is_the_same_thing(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [thing(title="3 svar är inte hanterade")]
    run(0)
    waiting[vera] = [thing(title="4 svar är inte hanterade")]
    run(1)
    assert len(mail_sink.messages) == 1


def test_mail__a_key_tells_apart_what_has_one_address(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [Todo("Granska", "/beslut/1/", key="1 review")]
    run(0)
    waiting[vera] = [Todo("Anteckna beslutet", "/beslut/1/", key="1 board")]
    run(1)
    assert "Anteckna" in mail_sink.messages[1].get_content()


def test_mail__goes_to_active_people_with_an_address(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    gone = UserFactory(is_active=False)
    nowhere = UserFactory(email="")
    for person in (gone, nowhere, vera):
        waiting[person] = [thing()]
    run()
    assert [message["To"] for message in mail_sink.messages] == [vera.email]
    vera.is_active = False
    vera.save()
    run(20)
    assert len(mail_sink.messages) == 1
    assert Reminder.objects.get().ended_at is not None


def test_mail__is_in_the_persons_language(waiting: Waiting, mail_sink: MailSink, vera: Any) -> None:
    UserProfile.objects.create(user=vera, preferred_language="en")
    strange = UserFactory()
    UserProfile.objects.create(user=strange, preferred_language="tlh")
    waiting[vera] = waiting[strange] = [thing(due=3)]
    run()
    english, swedish = mail_sink.messages
    assert "1 thing waits for you" in english["Subject"]
    assert "(by 5 March 2026)\n  http://testserver/beslut/1/\n" in text_of(english)
    assert "http://testserver/en/\n" in text_of(english)
    assert "1 sak väntar på dig" in swedish["Subject"]
    assert "http://testserver/\n" in text_of(swedish)


def test_mail__one_who_changes_the_language_is_not_told_again(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [Todo("Granska", "/beslut/1/")]
    run(0)
    UserProfile.objects.create(user=vera, preferred_language="en")
    waiting[vera] = [Todo("Review", "/en/beslut/1/")]
    run(1)
    assert len(mail_sink.messages) == 1


def test_failure__a_dead_mail_server_loses_nothing(
    waiting: Waiting, vera: Any, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    second = UserFactory()
    waiting[vera] = waiting[second] = [thing()]
    settings.MAILERS = DEAD_MAIL_SERVER
    with pytest.raises(CommandError, match=f"accounts {vera.pk} could not be sent. .*nobody after them"):
        run(0)
    assert not Reminder.objects.exists()
    assert vera.email not in caplog.text
    with MailSink() as sink:
        settings.MAILERS = sink.mailers
        assert run(0) == "Mailed: people: 2, things: 2\n"
        run(1)
        assert len(sink.messages) == 2


@pytest.mark.parametrize(
    "answer",
    [
        "550 No such person here",
        # And smtplib hangs up: what some servers say after so and so many mails.
        "421 Closing",
    ],
)
def test_failure__one_refused_address_stops_no_other(
    waiting: Waiting, mail_sink: MailSink, vera: Any, caplog: pytest.LogCaptureFixture, answer: str
) -> None:
    second = UserFactory()
    waiting[vera] = waiting[second] = [thing()]
    mail_sink.refuse(vera.email, answer)
    with pytest.raises(CommandError, match=f"accounts {vera.pk} could not be sent. The next run"):
        run(0)
    assert [message["To"] for message in mail_sink.messages] == [second.email]
    assert [record.getMessage() for record in caplog.records if record.name.startswith("handslag")] == [
        f"The reminder to account {vera.pk} could not be mailed: SMTPRecipientsRefused"
    ]
    assert Reminder.objects.get().user_id == second.pk
    mail_sink.refused.clear()
    run(0)
    assert [message["To"] for message in mail_sink.messages] == [second.email, vera.email]


def test_failure__a_list_that_cannot_be_read_stops_no_other(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    second = UserFactory()
    waiting[vera] = waiting[second] = [thing()]
    run(0)
    waiting.broken_for.add(vera.pk)
    waiting[second] = [thing(), thing(2)]
    with pytest.raises(CommandError, match=f"could not be found out for the accounts {vera.pk}"):
        run(1)
    assert len(mail_sink.messages) == 3
    # What could not be read has not ended, and is not new when it can be read again.
    waiting.broken_for.clear()
    run(2)
    assert len(mail_sink.messages) == 3


def test_failure__a_run_that_died_is_taken_over_after_a_while(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [thing()]
    run(0)
    begun = Reminder.objects.get().claimed_at
    Reminder.objects.update(sent_at=None)
    for later, mails in ((CLAIM_HOLDS, 1), (CLAIM_HOLDS + datetime.timedelta(seconds=1), 2)):
        with clock.set_to(begun + later):
            call_command("send_reminders", stdout=io.StringIO())
        assert len(mail_sink.messages) == mails
    assert Reminder.objects.get().sent_at is not None


def test_dry_run__says_who_and_how_many_and_does_nothing(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [thing(1), thing(2)]
    printed = run(0, "--dry-run")
    assert printed.splitlines() == [
        f"Account {vera.pk} would be mailed; things: 2",
        "Would be mailed: people: 1, things: 2",
    ]
    assert not mail_sink.messages and not Reminder.objects.exists()
    run(0)
    waiting[vera] = []
    run(1, "--dry-run")
    assert not Reminder.objects.exclude(ended_at=None).exists()


def test_now__mails_all_that_waits_once_a_day(waiting: Waiting, mail_sink: MailSink, vera: Any) -> None:
    waiting[vera] = [thing(1), thing(2, due=30)]
    run(0)
    assert run(1, "--now", "--dry-run").endswith("people: 1, things: 2\n")
    assert run(1, "--now") == "Mailed: people: 1, things: 2\n"
    assert run(1, "--now") == "Mailed: people: 0, things: 0\n"
    assert run(2) == "Mailed: people: 0, things: 0\n"
    assert len(mail_sink.messages) == 2


@pytest.mark.both_databases
def test_ledger__takes_a_step_once_and_goes_with_the_account(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [thing()]
    run()
    row = Reminder.objects.get()
    assert "beslut" not in row.key
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(user=vera, key=row.key, step=row.step)
    vera.delete()
    assert not Reminder.objects.exists()


def test_ledger__is_purged_90_days_after_a_thing_has_ended(
    waiting: Waiting, mail_sink: MailSink, vera: Any
) -> None:
    waiting[vera] = [thing(1), thing(2)]
    run(0)
    waiting[vera] = [thing(1)]
    run(1)
    for number, left in ((91, 2), (92, 1)):
        with clock.set_to(day(number)):
            call_command("purge", stdout=io.StringIO())
        assert Reminder.objects.count() == left
    assert Reminder.objects.get().ended_at is None
