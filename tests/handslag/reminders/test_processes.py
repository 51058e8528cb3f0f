"""Runs in processes of their own: several at once, and in the worker."""

import asyncio
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.management import call_command

from handslag.models import Reminder
from tests.support.factories import UserFactory
from tests.support.locations import ROOT
from tests.support.mail import MailSink

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases, pytest.mark.slow]

PEOPLE, PROCESSES = 12, 4


class SlowMailSink(MailSink):
    """Takes its time, so that runs meet."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 -- aiosmtpd finds its hooks by name
        await asyncio.sleep(0.05)
        return await super().handle_DATA(server, session, envelope)


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with SlowMailSink() as found:
        yield found


@pytest.fixture
def people() -> list[Any]:
    """Each is asked to turn on the second step."""
    call_command("setup_roles", verbosity=0, stdout=io.StringIO())
    return [UserFactory(roles=["staff", "editor"]) for _number in range(PEOPLE)]


def run(sink: MailSink, *command: str, **settings: str) -> None:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "EMAIL_URL": sink.url,
            "BASE_URL": "http://testserver",
            **settings,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def recipients(sink: MailSink) -> list[str]:
    return sorted(str(message["To"]) for message in sink.messages)


def test_runs__several_at_once_mail_everybody_once(people: list[Any], sink: MailSink) -> None:
    run(sink, "-m", "tests.support.reminding", str(PROCESSES))
    assert recipients(sink) == sorted(person.email for person in people)
    assert Reminder.objects.exclude(sent_at=None).count() == PEOPLE


def test_soon__with_a_worker_the_act_does_not_wait(people: list[Any], sink: MailSink) -> None:
    act = "from handslag.reminders.soon import remind_soon; remind_soon()"
    run(sink, "manage.py", "shell", "--verbosity=0", "-c", act, TASK_WORKER="true")
    assert not sink.messages
    run(sink, "manage.py", "db_worker", "--batch", "--no-startup-delay", TASK_WORKER="true")
    assert recipients(sink) == sorted(person.email for person in people)
