"""The editor's road: written by the role, approved by a second person, compared by version; asked for on the start
page without naming what somebody may not know."""

import datetime
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Revision, TaskState

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind
from contacts.dialogue.todos import follow_ups_for, readings_for
from handslag import clock
from handslag.access.visibility import may_see
from handslag.privacy.findings import EXPLANATIONS, FEW_PEOPLE_FIT
from handslag.start.todos import todos_for
from tests.support.contacts import function, organisation
from tests.support.dialogue import entry, exposure, log_with_second_reader, signed_in, someone, typed

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

APPROVE = "approve"


@pytest.fixture
def log() -> Any:
    return log_with_second_reader()


def add_address(log: Any) -> str:
    return reverse("wagtailadmin_pages:add", args=["contacts", "dialogueentrypage", log.pk])


@pytest.mark.parametrize("kind", MatterKind.values)
def test_writer__saves_submits_and_a_second_person_publishes(log: Any, kind: str) -> None:
    writer = someone("dialogue")
    data = typed(organisation("Bron"), kind=kind, **{"action-submit": "1"})
    assert signed_in(writer).post(add_address(log), data).status_code == 302
    page = DialogueEntryPage.objects.get()
    assert not page.live
    assert page.current_workflow_task is not None
    assert page.themes == ["youth"]
    assert not approved(page, writer)
    assert not approved(page, someone("editor", "reviewer"))
    assert approved(page, someone("coordinator")) == (kind == MatterKind.CONSULTATION)
    if kind == MatterKind.EXPOSURE:
        assert approved(page, someone("dialogue"))
    assert may_see(someone("staff"), page) == (kind == MatterKind.CONSULTATION)


def approved(page: Any, user: Any) -> bool:
    """Whatever the answer to the button, is the text readers see now the latest one?"""
    state = TaskState.objects.filter(workflow_state__object_id=str(page.pk)).order_by("pk").last()
    assert state is not None
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, APPROVE, state.pk])
    signed_in(user).post(address, {"comment": ""})
    now = DialogueEntryPage.objects.get(pk=page.pk)
    return now.live and now.live_revision_id == now.latest_revision_id


def test_wordings__to_look_at_once_more_are_pointed_out_and_stop_nothing(log: Any) -> None:
    """To who wrote them and to the second reader, in the latest version."""
    writer = someone("dialogue")
    client = signed_in(writer)
    few = "Vi talade om den enda pojken i klassen."
    saved = client.post(add_address(log), typed(organisation("Bron"), agreed=few))
    assert saved.status_code == 302
    page = DialogueEntryPage.objects.get()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    words = str(EXPLANATIONS[FEW_PEOPLE_FIT])
    assert words in unescape(client.get(edit).content.decode())
    assert words not in unescape(client.get(add_address(log)).content.decode())
    page.agreed = "Att ses igen."
    page.save_revision(user=writer)
    assert words not in unescape(client.get(edit).content.decode())


def test_second_reader__is_asked_in_the_act_and_not_only_by_buttons(log: Any) -> None:
    writer = someone("dialogue", is_superuser=True)
    page = entry(log, organisation("Bron"), live=False)
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    state = page.current_workflow_task_state
    for person in (writer, someone("editor")):
        with pytest.raises(PermissionDenied):
            state.task.specific.on_action(state, person, APPROVE)
    state.task.specific.on_action(state, someone("coordinator"), APPROVE)
    assert DialogueEntryPage.objects.get(pk=page.pk).live


def test_writer__who_changed_the_text_in_review_does_not_approve_it(log: Any) -> None:
    page = entry(log, organisation("Bron"), live=False)
    log_workflow = page.get_workflow()
    log_workflow.start(page, someone("dialogue"))
    coordinator = someone("coordinator")
    page.agreed = "Något annat."
    page.save_revision(user=coordinator)
    assert not approved(page, coordinator)
    other = someone("coordinator")
    assert not approved(page, other), (
        "what was asked about is not the text any more: the step begins anew with it"
    )
    assert approved(page, other)


@pytest.mark.parametrize(
    ("role", "may_write"), [("dialogue", True), ("editor", False), ("coordinator", False), ("staff", False)]
)
def test_writing__is_for_the_role_alone(log: Any, role: str, may_write: bool) -> None:
    client = signed_in(someone(role))
    page = entry(log, organisation("Bron"))
    for address in (add_address(log), reverse("wagtailadmin_pages:edit", args=[page.pk])):
        assert (client.get(address).status_code == 200) == may_write
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), typed(**{"action-publish": "1"}))
    page.refresh_from_db()
    assert page.title == "Ett samtal", answer.status_code


def test_writer__takes_an_entry_away_at_once(log: Any) -> None:
    page = entry(log, organisation("Bron"))
    client = signed_in(someone("dialogue"))
    assert client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk])).status_code == 302
    assert not DialogueEntryPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    ("changes", "organisations", "action", "is_saved"),
    [
        ({"kind": ""}, 1, "action-draft", False),
        ({"kind": "other"}, 1, "action-draft", False),
        ({}, 0, "action-draft", True),
        ({}, 0, "action-submit", False),
        ({}, 1, "action-submit", True),
    ],
)
def test_draft__needs_a_kind_at_once_and_organisations_when_submitted(
    log: Any, changes: dict[str, str], organisations: int, action: str, is_saved: bool
) -> None:
    """Without a kind nobody could say who may read it."""
    some = [organisation("Bron")][:organisations]
    answer = signed_in(someone("dialogue")).post(add_address(log), typed(*some, **changes, **{action: "1"}))
    assert DialogueEntryPage.objects.exists() == is_saved
    assert is_saved or "Att ses igen." in answer.content.decode()


def test_draft__the_same_organisation_twice_is_one(log: Any) -> None:
    bridge = organisation("Bron")
    writer = signed_in(someone("dialogue"))
    writer.post(add_address(log), typed(bridge, bridge, slug="tva"))
    page = DialogueEntryPage.objects.filter(slug="tva").first()
    assert page is None or page.get_latest_revision_as_object().organisation_names == ["Bron"]


def test_text__with_an_identity_number_is_refused(log: Any) -> None:
    data = typed(organisation("Bron"), agreed="Ring 811228-9874.")
    answer = signed_in(someone("dialogue")).post(add_address(log), data)
    assert answer.status_code == 200
    assert not DialogueEntryPage.objects.exists()


def test_versions__are_compared_in_words(log: Any) -> None:
    page = entry(log, organisation("Bron"), themes=["youth"])
    page.themes, page.agreed = ["youth", "school"], "Att ses igen i maj."
    page.save_revision()
    numbers = Revision.objects.filter(object_id=str(page.pk)).order_by("pk").values_list("pk", flat=True)
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, numbers[0], numbers[1]])
    body = signed_in(someone("dialogue")).get(address).content.decode()
    assert "maj" in body
    assert "[&#x27;youth" not in body


def soon(days: int = 3) -> datetime.date:
    return clock.today() + datetime.timedelta(days=days)


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("dialogue",), {"oppen", "stangd"}),
        (("coordinator",), {"oppen"}),
        (("coordinator", "dialogue"), {"oppen", "stangd"}),
        (("staff",), set()),
        (("editor",), set()),
    ],
)
@pytest.mark.parametrize("is_superuser", [False, True])
def test_follow_ups__wait_for_those_who_may_know(
    log: Any, roles: tuple[str, ...], expected: set[str], is_superuser: bool
) -> None:
    """A superuser is reminded of nothing by mere power."""
    made = {"oppen": entry(log, slug="oppen", follow_up="x", follow_up_due=soon())}
    made["stangd"] = exposure(log, slug="stangd", follow_up="x", follow_up_due=soon())
    entry(log, slug="gjord", follow_up_due=soon(), done_on=soon(-1))
    entry(log, slug="langt-fram", follow_up_due=soon(90))
    waiting = {todo.key for todo in follow_ups_for(someone(*roles, is_superuser=is_superuser))}
    assert waiting == {f"{made[name].pk} follow-up" for name in expected}


def test_todos__of_closed_entries_do_not_say_what_they_are_about(log: Any) -> None:
    owner = function("Hemligfunktion")
    page = exposure(log, title="Hemligt", slug="hemligt", follow_up_due=soon(), follow_up_owner=owner)
    page.get_workflow().start(page, someone("dialogue"))
    todos = todos_for(someone("dialogue"))
    assert len([one for one in todos if one.key.startswith("dialogue")]) == 2
    told = " ".join(f"{one.title} {one.url} {one.detail}" for one in todos).lower()
    assert "hemlig" not in told


def test_readings__wait_for_a_second_person_who_may_know(log: Any) -> None:
    writer = someone("dialogue")
    for page in (entry(log, slug="a", live=False), exposure(log, slug="b", live=False)):
        page.save_revision(user=writer)
        page.get_workflow().start(page, writer)
    assert len(list(readings_for(writer))) == 0
    assert len(list(readings_for(someone("dialogue")))) == 2
    assert len(list(readings_for(someone("coordinator")))) == 1
    assert len(list(readings_for(someone("coordinator", is_superuser=True)))) == 1
    assert len(list(readings_for(someone("reviewer")))) == 0


def test_mail__about_a_closed_entry_reaches_only_its_role(
    log: Any, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    Group.objects.get_or_create(name="coordinator")
    someone("coordinator", email="samordnare@kommun.test")
    someone("dialogue", email="dialog@kommun.test")
    someone("coordinator", is_superuser=True, email="admin@kommun.test")
    writer = someone("dialogue", email="skriver@kommun.test")
    with django_capture_on_commit_callbacks(execute=True):
        page = exposure(log, title="Hemligt", slug="hemligt", live=False)
        page.save_revision(user=writer)
        page.get_workflow().start(page, writer)
    told = {address for mail in mailoutbox if str(page.pk) in mail.body for address in mail.to}
    assert told == {"dialog@kommun.test"}
    assert "hemligt" not in " ".join(f"{mail.subject} {mail.body}" for mail in mailoutbox).lower()
