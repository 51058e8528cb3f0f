"""Nobody but who asked and the forum may know of a request; what others read is logged."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts.guidance.request import GuidanceRequest
from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.access.roles import roles
from handslag.start.todos import todos_for
from tests.contacts.guidance.asking import QUEUE, START, address, asked, member, sent, signed_in
from tests.support.factories import UserFactory, make_site

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WORD = "Kvastfeningar"
OTHERS = [role.name for role in roles if role.name != "forum"]


@pytest.fixture
def planted(db: None) -> GuidanceRequest:
    make_site()
    found = asked(question=f"{WORD} på en skolgård")
    sent(signed_in(member()), found, "answer", text=f"{WORD} igen")
    ReadLogEntry.objects.all().delete()
    return found


def addresses(found: GuidanceRequest) -> Iterator[str]:
    for path in (START, QUEUE, address(found)):
        yield path
        yield f"/en{path}"
    yield from (
        "/",
        "/att-gora/",
        "/sok/?q=skolgård",
        "/granskning/lasning/",
        "/vagledning/statistik/",
        "/admin/",
    )


@pytest.mark.parametrize("role", OTHERS)
def test_others__find_no_trace(planted: GuidanceRequest, role: str) -> None:
    client = signed_in(UserFactory(roles=["staff", role]))
    for path in addresses(planted):
        body = client.get(path, follow=True).content.decode()
        assert WORD.lower() not in body.lower(), path
        # The page that says "no such page" names its own address.
        assert address(planted) in path or address(planted) not in body, path
    for path in (QUEUE, address(planted)):
        assert client.get(path).status_code == 404
        assert client.get(f"{START}987654321/").status_code == 404
    assert client.post(address(planted), {"step": "close"}).status_code == 404
    assert not ReadLogEntry.objects.exists()


def test_stranger__is_sent_to_sign_in(planted: GuidanceRequest, client: Any) -> None:
    for path in (START, QUEUE, address(planted), f"{START}987654321/"):
        assert client.get(path).headers["Location"].startswith("/konto/login/")


def test_requester__reads_their_own_without_a_log(planted: GuidanceRequest) -> None:
    client = signed_in(planted.asked_by)
    assert WORD in client.get(address(planted)).content.decode()
    assert address(planted) in client.get(START).content.decode()
    assert not ReadLogEntry.objects.exists()


def test_forum__reading_is_logged(planted: GuidanceRequest) -> None:
    forum = member()
    client = signed_in(forum)
    client.get(QUEUE)
    assert not ReadLogEntry.objects.exists()
    client.get(address(planted))
    assert list(ReadLogEntry.objects.values_list("user", "kind", "object_id", "break_glass")) == [
        (forum.pk, "guidance", planted.number, False)
    ]


def test_superuser__is_logged_as_emergency_access_and_does_nothing(planted: GuidanceRequest) -> None:
    client = signed_in(UserFactory(is_superuser=True))
    assert client.get(QUEUE, {"status": "all"}).status_code == 200
    assert client.get(address(planted)).status_code == 200
    sent(client, planted, "close")
    planted.refresh_from_db()
    assert planted.status == "answered"
    assert list(ReadLogEntry.objects.values_list("object_id", "break_glass")) == [(planted.number, True)] * 2


def test_queue__late_first_and_its_queries_do_not_grow() -> None:
    make_site()
    client = signed_in(member())
    late = asked()
    GuidanceRequest.objects.filter(pk=late.pk).update(reply_by=clock.today().replace(year=2020))
    others = [asked(urgency="today") for _number in range(9)]
    few = queries(client)
    body = client.get(QUEUE).content.decode()
    assert all(body.index(address(late)) < body.index(address(other)) for other in others)
    asker = UserFactory()
    rows = [
        GuidanceRequest(
            asked_by=asker, situation="other", urgency="week", question="?", reply_by=clock.today()
        )
        for _number in range(200)
    ]
    GuidanceRequest.objects.bulk_create(rows)
    assert queries(client) == few <= 15


def queries(client: Any) -> int:
    client.get(QUEUE)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(QUEUE).status_code == 200
    return len(captured)


def test_todos__go_to_the_forum_and_back_to_who_asked() -> None:
    make_site()
    asker, forum, other = UserFactory(), member(), member()
    found = asked(asker)
    assert urls(forum) == urls(other) == [address(found)] and urls(asker) == []
    sent(signed_in(forum), found, "take")
    assert urls(forum) == [address(found)] and urls(other) == []
    sent(signed_in(forum), found, "answer", text="Svar.")
    assert urls(forum) == [] and urls(asker) == [address(found)]
    sent(signed_in(asker), found, "feedback", is_useful="no", text="")
    assert urls(asker) == []


def test_todos__a_late_request_comes_to_all_of_the_forum() -> None:
    make_site()
    found, other = asked(), member()
    sent(signed_in(member()), found, "take")
    GuidanceRequest.objects.update(reply_by=clock.today().replace(year=2020))
    assert urls(other) == [address(found)]


def urls(user: Any) -> list[str]:
    fresh = type(user).objects.get(pk=user.pk)
    return [todo.url for todo in todos_for(fresh) if todo.url.startswith(START)]


@pytest.mark.django_db(transaction=True)
def test_mail__goes_out_at_once_and_never_holds_the_question() -> None:
    make_site()
    asker, forum = UserFactory(), member()
    found = asked(asker, question=f"{WORD} på en skolgård")
    assert [message.to for message in mail.outbox] == [[forum.email]]
    sent(signed_in(forum), found, "answer", text=f"{WORD} igen")
    assert [message.to for message in mail.outbox] == [[forum.email], [asker.email]]
    for message in mail.outbox:
        assert address(found) in message.body
        assert WORD not in message.body + message.subject
