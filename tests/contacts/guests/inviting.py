"""What the tests of guests begin with: a meeting ahead, a day, and somebody invited by the form."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.organisations.organisation import Organisation
from handslag import clock
from tests.support.bodies import body, meeting
from tests.support.clients import client_of
from tests.support.contacts import organisation
from tests.support.guests import Capture

TODAY = datetime.date(2026, 10, 1)
ADDRESS = "gast@granliden.test"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Capture) -> Capture:
    return lambda: django_capture_on_commit_callbacks(execute=True)


def planned(**fields: Any) -> MeetingPage:
    return meeting(body(), "2026-11-02 13:00", MeetingState.PLANNED, **fields)


def page_of(found: MeetingPage) -> str:
    return f"/samverkan/gaster/{found.pk}/"


def invite(found: MeetingPage, committed: Capture, email: str = ADDRESS, client: Client | None = None) -> Any:
    fields = {"way": "invite", "email": email, "organisation": granliden().pk, "function": ""}
    with committed():
        return (client or client_of("coordinator")).post(page_of(found), fields, follow=True)


def granliden() -> Organisation:
    return Organisation.objects.filter(name="Granliden").first() or organisation("Granliden")
