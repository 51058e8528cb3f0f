"""Requests go when their time is over, and no sooner."""

import datetime
from typing import Any

import pytest

from contacts.guidance.acting import answer, close, withdraw
from contacts.guidance.request import GuidanceMessage, GuidanceRequest
from contacts.guidance.retention import purge_requests
from handslag import clock
from handslag.forms.moved_on import MovedOnError
from handslag.start.todos import todos_for
from tests.contacts.guidance.asking import START, address, asked, member, sent, signed_in
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)


def on(days: int) -> Any:
    return clock.set_to(DAY + datetime.timedelta(days=days))


def test_purge__after_the_days_of_the_setting(settings: Any) -> None:
    settings.GUIDANCE_KEEP_DAYS = 30
    with on(0):
        found = asked()
    with on(1):
        asked()
    with on(0):
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


def test_removal_day__is_there_from_the_start_and_moves_with_what_happens_until_it_is_closed() -> None:
    make_site()
    asker, forum = UserFactory(), member()
    ours, theirs = signed_in(asker), signed_in(forum)
    with on(0):
        found = asked(asker)
    steps: list[tuple[Any, str, dict[str, Any], bool]] = [
        (ours, "rewrite", {"question": "En bättre fråga."}, True),
        (ours, "further", {"text": "En sak till."}, True),
        (theirs, "take", {}, True),
        (theirs, "register", {"registry_number": "KS 2026:14"}, True),
        (theirs, "answer", {"text": "Svar."}, True),
        (ours, "further", {"text": "Och sedan?"}, True),
        (theirs, "close", {}, True),
        (theirs, "register", {"registry_number": "KS 2026:15"}, False),
    ]
    last = 0
    for day, (client, step, data, moves) in enumerate(steps, start=1):
        with on(day):
            assert sent(client, found, step, **data).status_code == 302
        found.refresh_from_db()
        last = day if moves else last
        assert found.purge_on == DAY + datetime.timedelta(days=last + 365), step
    assert (found.status, found.registry_number) == ("closed", "KS 2026:15")
    with on(9):
        assert "9 mars 2027" in signed_in(asker).get(address(found)).content.decode()
        assert "365" in signed_in(asker).get(START).content.decode()


@pytest.mark.parametrize("steps", [(), ("take",), ("take", "answer", "further")])
def test_purge__takes_what_nobody_answered_too(steps: tuple[str, ...]) -> None:
    make_site()
    asker = UserFactory()
    with on(0):
        found, forum = asked(asker), signed_in(member())
        for step in steps:
            sent(signed_in(asker) if step == "further" else forum, found, step, text="Ett ord.")
        page = signed_in(asker).get(address(found)).content.decode()
        assert "2 mars 2027" in page
    with on(365):
        assert purge_requests() == 0
    with on(366):
        assert purge_requests() == 1


def test_withdrawing__asks_once_and_removes_what_nobody_has_taken() -> None:
    make_site()
    asker, forum = UserFactory(), member()
    ours, found = signed_in(asker), asked(asker)
    found.messages.create(side="requester", text="En sak till.")
    assert sent(ours, found, "withdraw").status_code == 422
    assert sent(signed_in(forum), found, "withdraw", is_sure="on").status_code == 302
    assert GuidanceRequest.objects.filter(pk=found.pk).exists()
    for _time in range(2):
        assert sent(ours, found, "withdraw", is_sure="on").headers["Location"] == START
    assert not GuidanceRequest.objects.exists() and not GuidanceMessage.objects.exists()
    assert todos_for(forum) == [] and ours.get(address(found)).status_code == 404


@pytest.mark.parametrize("step", ["take", "register"])
def test_withdrawing__not_what_somebody_took_or_registered(step: str) -> None:
    make_site()
    asker = UserFactory()
    found = asked(asker)
    sent(signed_in(member()), found, step, registry_number="KS 2026:14")
    assert "withdraw" not in signed_in(asker).get(address(found)).context["forms"]
    sent(signed_in(asker), found, "withdraw", is_sure="on")
    assert GuidanceRequest.objects.filter(pk=found.pk).exists()
    found.refresh_from_db()
    with pytest.raises(MovedOnError):
        withdraw(found)


def test_acting__on_what_was_withdrawn_meanwhile_changes_nothing() -> None:
    found = asked()
    withdraw(found)
    with pytest.raises(MovedOnError):
        answer(found, member(), "Svar.", found.token)
