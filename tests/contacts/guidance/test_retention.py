"""Requests go when their time is over, and no sooner."""

import datetime
from typing import Any

import pytest

from contacts.guidance.acting import close
from contacts.guidance.request import GuidanceMessage, GuidanceRequest
from contacts.guidance.retention import purge_requests
from handslag import clock
from tests.contacts.guidance.asking import asked, member, sent, signed_in
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)


def on(days: int) -> Any:
    return clock.set_to(DAY + datetime.timedelta(days=days))


def test_purge__after_the_days_of_the_setting(settings: Any) -> None:
    settings.GUIDANCE_KEEP_DAYS = 30
    with on(0):
        asked()
        found = asked()
        found.messages.create(side="requester", text="En sak till.")
        close(found)
    with on(30):
        assert purge_requests() == 0
    with on(31):
        assert purge_requests() == 1
        assert GuidanceRequest.objects.count() == 1
        assert not GuidanceMessage.objects.exists()


def test_purge__closes_what_was_answered_and_then_lay_still() -> None:
    make_site()
    with on(0):
        found = asked()
        sent(signed_in(member()), found, "answer", text="Svar.")
    with on(59):
        purge_requests()
        assert GuidanceRequest.objects.get().status == "answered"
    with on(61):
        assert purge_requests() == 0
        assert GuidanceRequest.objects.get().status == "closed"
    with on(61 + 366):
        assert purge_requests() == 1
