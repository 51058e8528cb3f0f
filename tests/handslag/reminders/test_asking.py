"""What a run costs: people for whom nothing can wait cost no query, and nobody is left out by that."""

import io
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.invitation import Invitation
from handslag.models import Reminder
from handslag.reminders.addressees import addressees
from handslag.reminders.asking import Asking
from handslag.reminders.running import remind
from handslag.start.todos import todos_for
from tests.support.factories import UserFactory
from tests.support.mail import MailSink

ROLES = ("editor", "reviewer", "board", "coordinator", "auditor")


@pytest.fixture
def people(db: None) -> list[Any]:
    call_command("setup_roles", verbosity=0, stdout=io.StringIO())
    found = [UserFactory(roles=["staff", role]) for role in ROLES]
    Invitation.objects.create(email="ny@kommun.test", key_digest="a" * 64, invited_by=found[3])
    return [*found, UserFactory(roles=["staff"]), UserFactory(is_superuser=True), UserFactory()]


def queries_of_a_run() -> int:
    with CaptureQueriesContext(connection) as queries:
        assert not remind().mailed
    return len(queries)


@pytest.mark.both_databases
def test_run__those_who_only_read_cost_nothing(people: list[Any], mail_sink: MailSink) -> None:
    assert len(remind().mailed) == 5
    before = queries_of_a_run()
    for _number in range(40):
        UserFactory(roles=["staff"])
    assert queries_of_a_run() == before
    assert Reminder.objects.filter(sent_at=None).count() == 0


def test_run__asks_each_for_all_that_stands_on_the_start_page(people: list[Any]) -> None:
    everybody = list(addressees())
    asking = Asking(everybody)
    found = {person.pk: todos_for(person, asking.sources_for(person)) for person in everybody}
    assert found == {person.pk: todos_for(person) for person in addressees()}
    assert [len(found[person.pk]) for person in people] == [1, 1, 0, 2, 1, 0, 1, 0]
