"""Wagtail's own mails about an entry (approved, returned, commented on), through a real mail server: those of an open
entry name it, those of a closed one reach its role only and name nothing."""

import logging
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Comment, PageSubscription

from contacts.dialogue.kinds import MatterKind
from tests.support.contacts import organisation
from tests.support.dialogue import entry, log_with_second_reader, signed_in, someone, typed
from tests.support.mail import DEAD_MAIL_SERVER, MailSink

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SECRET = "hemlig"
KINDS = [MatterKind.CONSULTATION, MatterKind.EXPOSURE]


@pytest.fixture
def log() -> Any:
    return log_with_second_reader()


def told(sink: MailSink) -> dict[str, str]:
    """What each address was sent, in small letters."""
    found: dict[str, str] = {}
    for message in sink.messages:
        body = message.get_body()
        text = f"{message['Subject']} {body.get_content() if body is not None else ''}".lower()
        found[message["To"]] = found.get(message["To"], "") + text
    sink.messages.clear()
    return found


def put_in(log: Any, writer: Any, kind: str, slug: str) -> Any:
    page = entry(
        log, organisation(f"Bron {slug}"), title=f"Något {SECRET}t", slug=slug, live=False, kind=kind
    )
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_workflow__tells_the_writer_and_who_may_not_know_nothing(
    log: Any, mail_sink: MailSink, kind: str
) -> None:
    """Somebody who left the role is no longer told of what they submitted; nobody is told by mere power."""
    second = someone("dialogue", email="andra@kommun.test")
    someone("coordinator", email="admin@kommun.test", is_superuser=True)
    staying, leaving = (
        someone("dialogue", email="kvar@kommun.test"),
        someone("dialogue", email="borta@kommun.test"),
    )
    is_open = kind == MatterKind.CONSULTATION
    for number, (writer, action) in enumerate(
        (one, way) for one in (staying, leaving) for way in ("approve", "reject")
    ):
        page = put_in(log, writer, kind, f"slug-{number}")
        assert not told(mail_sink), "the house reminds the second readers by itself"
        if writer is leaving:
            leaving.groups.set([Group.objects.get(name="coordinator")])
        state = page.current_workflow_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
        signed_in(second).post(address, {"comment": f"Mer {SECRET}t."})
        assert page.workflow_states.get().status == ("approved" if action == "approve" else "needs_changes")
        answered = told(mail_sink)
        assert set(answered) == ({writer.email} if is_open or writer is staying else set()), (writer, action)
        assert all((SECRET in text) == is_open for text in answered.values())
        assert all(f"/pages/{page.pk}/edit/" in text or action == "approve" for text in answered.values())
        leaving.groups.set([Group.objects.get(name="dialogue")])
        if page.current_workflow_state:
            page.current_workflow_state.cancel(user=second)
            assert not told(mail_sink), "nobody is told of what was withdrawn"


def commented(page: Any, by: Any, comment: Any) -> None:
    """A new comment and an answer to the first, saved with the page."""
    data = typed(
        organisation("Ringen"),
        slug=page.slug,
        title=page.title,
        kind=page.kind,
        **{
            "comments-TOTAL_FORMS": "2",
            "comments-INITIAL_FORMS": "1",
            "comments-0-id": str(comment.pk),
            "comments-0-text": comment.text,
            "comments-0-position": "",
            "comments-0-contentpath": "title",
            "comments-0-replies-TOTAL_FORMS": "1",
            "comments-0-replies-INITIAL_FORMS": "0",
            "comments-0-replies-MIN_NUM_FORMS": "0",
            "comments-0-replies-MAX_NUM_FORMS": "1000",
            "comments-0-replies-0-text": f"Svar om något {SECRET}t",
            "comments-1-id": "",
            "comments-1-text": f"Ett {SECRET}t ord",
            "comments-1-position": "",
            "comments-1-contentpath": "title",
            "comments-1-replies-TOTAL_FORMS": "0",
            "comments-1-replies-INITIAL_FORMS": "0",
            "comments-1-replies-MIN_NUM_FORMS": "0",
            "comments-1-replies-MAX_NUM_FORMS": "1000",
        },
    )
    answer = signed_in(by).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert answer.status_code == 302, answer.context["form"].errors
    assert comment.replies.count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_comments__are_told_of_to_those_who_may_know(log: Any, mail_sink: MailSink, kind: str) -> None:
    """One took part in the thread and one followed the page while it was open to them."""
    thread, follower, keeper = (
        someone("coordinator", email="trad@kommun.test"),
        someone("editor", email="foljer@kommun.test"),
        someone("dialogue", email="roll@kommun.test"),
    )
    page = entry(log, organisation("Bron"), title=f"Något {SECRET}t", slug="a")
    comment = Comment.objects.create(page=page, user=thread, text="Fråga", contentpath="title")
    page.kind = kind
    page.save_revision().publish()
    for one in (follower, keeper):
        PageSubscription.objects.create(page=page, user=one, comment_notifications=True)
    commented(page, someone("dialogue"), comment)
    answered = told(mail_sink)
    is_open = kind == MatterKind.CONSULTATION
    assert set(answered) == ({"trad@kommun.test", "foljer@kommun.test"} if is_open else set()) | {
        "roll@kommun.test"
    }
    assert all((SECRET in text) == is_open for text in answered.values())


@pytest.mark.parametrize("kind", KINDS)
def test_mails__that_cannot_be_sent_leave_no_words_in_the_log(
    log: Any, settings: Any, mail_sink: MailSink, caplog: Any, kind: str
) -> None:
    keeper, second = someone("dialogue", email="roll@kommun.test"), someone("dialogue")
    page = put_in(log, keeper, kind, "a")
    mail_sink.refuse("roll@kommun.test")
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", page.current_workflow_task_state.pk]
    )
    with caplog.at_level(logging.WARNING):
        signed_in(second).post(address, {"comment": ""})
        comment = Comment.objects.create(page=page, user=keeper, text="Fråga", contentpath="title")
        settings.MAILERS = DEAD_MAIL_SERVER
        commented(type(page).objects.get(pk=page.pk), second, comment)
    assert "not sent" in caplog.text
    assert SECRET not in caplog.text.lower()
    assert "roll@" not in caplog.text
