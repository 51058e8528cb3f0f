"""What is sealed is what stood before the board: whatever somebody saves or changes meanwhile, by whatever road."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from handslag import clock
from handslag.access.role_setup import setup_roles
from plan_pages.editions.edition import Edition
from plan_pages.road import recording
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.text import TextMovedError, digest_of_text
from plan_pages.seal.texts import document_of
from tests.plan_pages.deciding import board
from tests.plan_pages.seal.admin_roads import form as editor_form
from tests.support import plans, roads
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

HERE: dict[str, Any] = {"HTTP_REFERER": "http://testserver/admin/"}


@pytest.fixture(autouse=True)
def in_march() -> Iterator[None]:
    with clock.set_to(board.TODAY):
        yield


def in_time() -> Matter:
    with clock.set_to(board.TODAY):
        found = board.before_board()
    setup_roles()
    return found


before_board = once(in_time)


@pytest.fixture
def matter(before_board: Matter) -> Matter:
    return anew(before_board)


def forged(revision: Revision) -> dict[str, Any]:
    content = dict(revision.content)
    content["title"] = "Smygtext"
    return content


def assert_sealed_as_frozen(matter: Matter) -> None:
    edition = Edition.objects.get(main=2)
    assert digest_of_text(document_of(edition)) == matter.digest


def test_draft_saved_by_code_between__is_not_what_is_sealed(matter: Matter) -> None:
    client = board.recorder()
    confirmation = board.read(client.post(board.address(matter), board.typed(matter)))
    plans.draft(matter.series.page.specific, plans.document(6, title="Smygtext"), roads.person("editor"))
    client.post(board.address(matter), {**board.carried(confirmation), "step": "confirm"})
    assert_sealed_as_frozen(matter)


def test_revision_changed_in_place__is_refused_and_nothing_is_recorded(matter: Matter) -> None:
    assert matter.revision is not None
    client = board.recorder()
    confirmation = board.read(client.post(board.address(matter), board.typed(matter)))
    Revision.objects.filter(pk=matter.revision_id).update(content=forged(matter.revision))
    answer = client.post(board.address(matter), {**board.carried(confirmation), "step": "confirm"})
    assert answer.status_code == 302 and str(TextMovedError().messages[0]) in board.said(answer)
    assert Edition.objects.count() == 1 and not RecordedDecision.objects.exists()
    assert str(TextMovedError().messages[0]) in board.read(client.get(board.address(matter)))


def test_revision_changed_while_it_is_sealed__takes_everything_back(
    matter: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As another process could, after the text was looked at and before it is read to be sealed."""
    seal = recording.seal_edition

    def changed(order: Any) -> Edition:
        Revision.objects.filter(pk=order.revision.pk).update(content=forged(order.revision))
        return seal(order)

    monkeypatch.setattr(recording, "seal_edition", changed)
    board.send(board.recorder(), matter)
    assert Edition.objects.count() == 1 and not RecordedDecision.objects.exists()
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD


@pytest.mark.parametrize("superuser", [False, True])
def test_editor__cannot_save_while_it_lies_before_the_board(matter: Matter, superuser: bool) -> None:
    page = matter.series.page
    before = page.latest_revision_id
    client = board.recorder("editor", is_superuser=superuser)
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), editor_form(), **HERE)
    page.refresh_from_db()
    assert page.latest_revision_id == before


@pytest.mark.parametrize("paragraph", ["", "17"])
@pytest.mark.parametrize("road", ["edit", "action"])
def test_admin__records_nothing_through_its_workflow_addresses(
    matter: Matter, road: str, paragraph: str
) -> None:
    """Unvalidated extra data beside an edit, and the step's own address (platform: §4, 2)."""
    recorder = roads.person("editor", "board_secretary", is_superuser=True)
    client = Client()
    client.force_login(recorder)
    extra = {**board.typed(matter), "paragraph": paragraph}
    state = matter.workflow_state.current_task_state  # type: ignore[union-attr]  # it lies before the board
    if road == "edit":
        posted = {
            **editor_form(),
            "action-workflow-action": "1",
            "workflow-action-name": "record",
            "workflow-action-extra-data": json.dumps(extra),
        }
        client.post(reverse("wagtailadmin_pages:edit", args=[matter.series.page_id]), posted, **HERE)
    else:
        address = reverse(
            "wagtailadmin_pages:workflow_action", args=[matter.series.page_id, "record", state.pk]
        )
        client.post(address, extra, **HERE)
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD and not RecordedDecision.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"paragraph": ""},
        {"paragraph": " "},
        {"paragraph": None},
        {"municipality": 4711},
        {"municipality": None},
        {"meeting_date": "2026-12-24"},
        {"meeting_date": None},
        {"outcome": "live"},
        {"in_effect_from": None},
        {"minutes_document": 4711},
        {"seen": "0" * 64},
    ],
)
def test_act__reads_the_form_anew(matter: Matter, changes: dict[str, Any]) -> None:
    """What the page would refuse is refused by the act as well: data may come from anywhere."""
    data = {**roads.decision(), "seen": matter.digest, **changes}
    with pytest.raises((ValidationError, PermissionDenied)):
        roads.doors.act(matter, roads.person("board_secretary"), "record", **data)
    assert Edition.objects.count() == 1 and not RecordedDecision.objects.exists()
