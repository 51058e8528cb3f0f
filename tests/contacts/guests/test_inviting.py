"""A guest of one meeting: invited by mail, and shown that meeting only (B-1.2)."""

import datetime
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model

from contacts.bodies.kinds import MeetingState
from contacts.bodies.seat import Seat
from contacts.guests.guest import MeetingGuest
from contacts.guests.paper import GuestPaper
from handslag import clock
from handslag.access.audiences import Audience
from tests.contacts.guests import inviting
from tests.contacts.guests.inviting import ADDRESS, invite, page_of, planned
from tests.support.bodies import body, meeting
from tests.support.clients import client_of
from tests.support.contacts import function, organisation
from tests.support.factories import restrict
from tests.support.guests import Capture, address_in, calendar_of, text_of, told
from tests.support.mail import MailSink

pytestmark = pytest.mark.django_db

today, committed = inviting.today, inviting.committed


def document(title: str, audience: str = Audience.STAFF) -> Any:
    file = ContentFile(title.encode(), name="a.txt")
    return get_document_model().objects.create(title=title, file=file, audience=audience)


def test_guest__is_mailed_the_meeting_and_sees_it_alone(mail_sink: MailSink, committed: Capture) -> None:
    seat = Seat(function=function("Polisområdeschef"))
    council = body(seats=[seat])
    meeting(council, "2026-09-01", title="Höstmötet", minutes=document("Protokoll hösten"))
    found = meeting(
        council,
        "2026-11-02 13:00",
        MeetingState.PLANNED,
        title="Vintermötet",
        place="Kommunhuset",
        link="https://mote.kommun.test/7",
        minutes=document("Protokoll vintern"),
        guest_papers=[
            GuestPaper(document=document("Dagordning"), sort_order=0),
            GuestPaper(document=document("Hemlig bilaga", Audience.RESTRICTED), sort_order=1),
        ],
    )
    invite(found, committed, "annan@gast.test")
    answer = invite(found, committed)
    assert ADDRESS in answer.content.decode()
    message = mail_sink.messages[-1]
    assert (len(mail_sink.messages), message["To"]) == (2, ADDRESS)
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Brå" in message["Subject"] and "Vintermötet" in message["Subject"]
    lines = calendar_of(message)
    assert {
        "METHOD:REQUEST", f"UID:{found.translation_key}@handslag", "SEQUENCE:0", "DTSTART:20261102T120000Z",
        "STATUS:CONFIRMED", "LOCATION:Kommunhuset", f"ATTENDEE:mailto:{ADDRESS}",
        "ORGANIZER:mailto:handslag@testserver",
    } <= set(lines)  # fmt: skip
    path = address_in(message)
    assert "2 november 2026 13:00" in text_of(message)
    assert path and path not in "\n".join(lines)
    secret = path.split("/")[3]
    assert not MeetingGuest.objects.filter(digest__contains=secret).exists()

    stranger = Client()
    # Who has an account, and would see more elsewhere, sees the same here.
    for client in (stranger, client_of("coordinator", "dialogue"), client_of("staff", email=ADDRESS)):
        answer = client.get(path)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert (
            answer.headers["Referrer-Policy"] == "no-referrer" and "noindex" in answer.headers["X-Robots-Tag"]
        )
        for word in (
            "Brå",
            "Vintermötet",
            "2 november 2026 13:00",
            "Kommunhuset",
            "mote.kommun.test/7",
            "Dagordning",
        ):
            assert word in page, word
        for word in (
            "Höstmötet", "Protokoll", "Polisområdeschef", "annan@gast", ADDRESS, "Hemlig", "Granliden",
            "main-navigation", "/samverkan/bra", "/konto/", "/sok/",
        ):  # fmt: skip
            assert word not in page, word
    assert not stranger.cookies
    shown, closed = GuestPaper.objects.order_by("sort_order")
    paper = stranger.get(f"{path}{shown.pk}/")
    assert b"".join(paper.streaming_content) == b"Dagordning"  # type: ignore[attr-defined]  # a file's answer
    assert paper.headers["Cache-Control"] == "private, no-store"
    assert "attachment" in paper.headers["Content-Disposition"]
    for other in (closed.pk, 987654):
        assert stranger.get(f"{path}{other}/").status_code == 404
    assert stranger.get(found.url).status_code == stranger.get(council.url).status_code == 302


def test_invitation__sent_twice_is_one_and_can_be_renewed_and_withdrawn(
    mail_sink: MailSink, committed: Capture
) -> None:
    found, client = planned(), client_of("coordinator")
    for email in (ADDRESS, ADDRESS, ADDRESS.upper()):
        invite(found, committed, email, client)
    assert (MeetingGuest.objects.count(), len(mail_sink.messages)) == (1, 1)
    guest = MeetingGuest.objects.get()
    other = {"way": "invite", "email": ADDRESS, "function": function("Rektor").pk, "organisation": ""}
    (said,) = get_messages(client.post(page_of(found), other).wsgi_request)
    assert "Granliden" in str(said) and "Rektor" not in str(said)
    guest.refresh_from_db()
    assert (guest.comes_for, len(mail_sink.messages)) == ("Granliden", 1)
    first = address_in(mail_sink.messages[0])
    with committed():
        client.post(page_of(found), {"way": "renew", "guest": guest.pk})
    assert client.post(page_of(found), {"way": "renew", "guest": "9" * 5000}).status_code == 302
    second = address_in(mail_sink.messages[1])
    assert told(mail_sink.messages[1]) == ("REQUEST", 1)
    assert [Client().get(path).status_code for path in (first, second)] == [404, 200]
    for _again in range(2):
        with committed():
            client.post(page_of(found), {"way": "withdraw", "guest": guest.pk})
    assert told(mail_sink.messages[2]) == ("CANCEL", 2)
    assert len(mail_sink.messages) == 3
    assert Client().get(second).status_code == 404
    invite(found, committed, ADDRESS, client)
    assert told(mail_sink.messages[3]) == ("REQUEST", 3)
    assert Client().get(address_in(mail_sink.messages[3])).status_code == 200
    assert MeetingGuest.objects.count() == 1


def test_address__one_answer_for_all_that_leads_nowhere(
    mail_sink: MailSink, committed: Capture, caplog: pytest.LogCaptureFixture
) -> None:
    found = planned()
    invite(found, committed)
    path = address_in(mail_sink.messages[0])
    guest = MeetingGuest.objects.get()
    unknown = Client().get("/samverkan/gast/" + "x" * 43 + "/")

    def answers() -> bool:
        answer = Client().get(path)
        if answer.status_code == 200:
            return True
        assert (answer.status_code, _told_by(answer)) == (404, _told_by(unknown))
        assert answer.headers["Cache-Control"] == "private, no-store"
        return False

    assert answers()
    with clock.set_to(datetime.date(2026, 11, 9)):
        assert answers()
    with clock.set_to(datetime.date(2026, 11, 10)):
        assert not answers()
    # The rules of the page are the readers' own: whoever invited decided about the guest.
    restrict(found, "dialogue")
    assert answers()
    found.unpublish()
    assert not answers()
    MeetingGuest.objects.filter(pk=guest.pk).update(withdrawn_at=clock.now(), digest=None)
    assert not answers()
    refused = Client(enforce_csrf_checks=True).post(path)
    assert (refused.status_code, refused.headers["Cache-Control"]) == (405, "private, no-store")
    assert path.split("/")[3] not in caplog.text


def _told_by(answer: Any) -> str:
    """What the page says; the frame names the address that was asked for."""
    return str(answer.content.decode().partition("<main")[2])


OTHERS = [[], ["staff"], ["editor"], ["reviewer"], ["board_secretary"], ["forum"], ["dialogue"], ["auditor"]]


def test_roles__who_keeps_the_body_and_sees_the_meeting_invites(
    mail_sink: MailSink, committed: Capture
) -> None:
    found, closed = planned(), planned(title="Slutet", slug="slutet")
    restrict(closed, "dialogue")
    for roles in OTHERS:
        client = client_of(*roles)
        for page in (found, closed):
            assert client.get(page_of(page)).status_code == 404, roles
            assert invite(page, committed, client=client).status_code == 404, roles
        assert page_of(found) not in client.get(found.url).content.decode()
    assert Client().get(page_of(found)).status_code == 302
    coordinator, both = client_of("coordinator"), client_of("coordinator", "dialogue")
    assert page_of(found) in coordinator.get(found.url).content.decode()
    assert coordinator.get(page_of(closed)).status_code == 404
    assert invite(closed, committed, client=coordinator).status_code == 404
    assert not MeetingGuest.objects.exists() and not mail_sink.messages
    invite(closed, committed, client=both)
    assert told(mail_sink.messages[0]) == ("REQUEST", 0)
    assert "Slutet" in Client().get(address_in(mail_sink.messages[0])).content.decode()


def test_form__says_what_is_missing_and_keeps_what_was_typed(mail_sink: MailSink) -> None:
    found, client = planned(), client_of("coordinator")
    chosen = {"function": function().pk, "organisation": organisation("Granliden").pk}
    for fields, word in (
        ({"email": "", "organisation": chosen["organisation"]}, "id_email"),
        ({"email": "inte en adress", "organisation": chosen["organisation"]}, "inte en adress"),
        ({"email": ADDRESS}, ADDRESS),
        ({"email": ADDRESS, **chosen}, ADDRESS),
        ({"email": "640823-3234@gast.test", "organisation": chosen["organisation"]}, "640823-3234@gast.test"),
    ):
        answer = client.post(page_of(found), {"way": "invite", **fields})
        assert answer.status_code == 422, fields
        assert word in answer.content.decode() and "error-summary" in answer.content.decode()
    assert not MeetingGuest.objects.exists()


def test_page__asks_the_same_few_questions_however_many_guests(django_assert_max_num_queries: Any) -> None:
    found, granliden = planned(), organisation("Granliden")
    place = function(at=granliden)
    for number in range(12):
        comes = {"function": place} if number % 2 else {"organisation": granliden}
        MeetingGuest.objects.create(meeting=found, email=f"g{number}@gast.test", **comes)
    client = client_of("coordinator")
    client.get(page_of(found))
    with django_assert_max_num_queries(14):
        assert client.get(page_of(found)).content.decode().count("@gast.test") >= 12
