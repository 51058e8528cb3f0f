"""A wrong number is mended by two people in three steps, and nothing else is touched."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from plan_pages.correcting.correction.models import Correction, CorrectionState
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind, ParticipantRole
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.seal.texts import document_of
from plan_pages.seal.verifying import verify
from tests.plan_pages.correcting import desk
from tests.plan_pages.correcting.desk import (
    CORRECT,
    NEW,
    WRONG,
    answer,
    field_of,
    form_data,
    page_of,
    proposed,
    said,
    sent,
    signed_in,
    text_of,
)
from tests.support import roads

pytestmark = pytest.mark.django_db

decided, page, editor, secretary = desk.decided, desk.page, desk.editor, desk.secretary


def test_two_people__take_three_steps_from_the_start_page(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    first, second = signed_in(editor), signed_in(secretary)
    steps = []
    assert f'href="{CORRECT}"' in text_of(first.get("/"))
    response = sent(first)
    steps.append("the author opens the page and sends it")
    waiting = response.headers["Location"]
    assert f'href="{waiting}"' in text_of(second.get("/"))
    seen = text_of(second.get(waiting))
    steps.append("the second person opens it from the start page")
    assert f"Växeln: {NEW}" in seen and f"Växeln: {WRONG}" in seen
    done = text_of(second.post(waiting, {"way": "approve"}, follow=True))
    steps.append("and approves it")
    assert len(steps) <= 3 and "1.1" in done
    assert waiting not in text_of(second.get("/"))
    assert NEW in text_of(first.get("/handlingsplan/"))


@pytest.mark.parametrize(
    ("role", "may_press"),
    [("board_secretary", True), ("coordinator", True), ("staff", False), ("board", False)],
)
def test_start_page__lets_the_second_person_approve_what_it_shows(
    page: ActionPlanPage, editor: Any, role: str, may_press: bool
) -> None:
    waiting = page_of(proposed(editor))
    button = f'action="{waiting}"'
    assert button not in text_of(signed_in(editor).get("/"))
    other = signed_in(roads.person(role))
    start = text_of(other.get("/"))
    assert (button in start) == may_press
    assert (f"Växeln: {WRONG}" in start and f"Växeln: {NEW}" in start) == may_press


def test_approving__seals_a_correction_that_differs_in_the_fact_only(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    correction = proposed(editor)
    answer(secretary, page_of(correction))
    first, second = Edition.objects.order_by("sequence")
    assert (second.kind, str(second.number), second.reason) == (
        EditionKind.CORRECTION,
        "1.1",
        "Numret är fel.",
    )
    before, after = document_of(first), document_of(second)
    section = before.sections[0]
    fact = section.facts[0].model_copy(update={"value": NEW})
    expected = (section.model_copy(update={"facts": (fact,)}), *before.sections[1:])
    assert after == before.model_copy(update={"sections": expected})
    assert set(second.participants.values_list("user_id", "role")) == {
        (editor.pk, ParticipantRole.AUTHOR),
        (secretary.pk, ParticipantRole.REVIEWER),
    }
    assert second.sealed_by == secretary and not second.decisions.exists()
    assert list(verify()) == []
    told = RoadEvent.objects.exclude(kind=EventKind.PROPOSED)
    # The draft still has the old number: its editors are told.
    assert RoadEvent.objects.get(kind=EventKind.PROPOSED).section == section.id
    assert set(told.values_list("kind", "actor_id", "edition_id", "text")) == {
        (EventKind.CORRECTION_PROPOSED, editor.pk, first.pk, "Numret är fel."),
        (EventKind.SEALED, secretary.pk, second.pk, "Numret är fel."),
    }


def test_several_facts__are_one_correction(page: ActionPlanPage, editor: Any, secretary: Any) -> None:
    changes = {
        field_of("avsnitt 1"): NEW,
        field_of("avsnitt 3", "label"): "Receptionen",
        field_of("avsnitt 3", "note"): "vardagar",
    }
    answer(secretary, page_of(proposed(editor, **changes)))
    text = document_of(Edition.objects.get(correction=1))
    assert [fact.value for section in text.sections for fact in section.facts] == [NEW, WRONG, WRONG]
    assert (text.sections[2].facts[0].label, text.sections[2].facts[0].note) == ("Receptionen", "vardagar")


@pytest.mark.parametrize(
    ("role", "sees", "proposes", "approves"),
    [
        ("editor", True, True, False),
        ("coordinator", True, True, True),
        ("reviewer", True, False, True),
        ("board_secretary", True, False, True),
        ("auditor", True, False, False),
        ("board", False, False, False),
        ("steering_group", False, False, False),
        ("forum", False, False, False),
        ("staff", False, False, False),
    ],
)
def test_roles__who_sees_proposes_and_approves(
    page: ActionPlanPage, editor: Any, role: str, sees: bool, proposes: bool, approves: bool
) -> None:
    user = roads.person(role)
    client = signed_in(user)
    found = client.get(CORRECT)
    assert found.status_code == (200 if sees else 404)
    assert bool(found.context and found.context.get("form")) is proposes
    if not proposes:
        client.post(CORRECT, {"reason": "Nej.", field_of("avsnitt 1"): NEW})
        assert not Correction.objects.exists()
    correction = proposed(editor)
    assert client.get(page_of(correction)).status_code == (200 if sees else 404)
    answer(user, page_of(correction))
    assert (Edition.objects.count() == 2) is approves


@pytest.mark.parametrize("is_superuser", [False, True])
def test_author__does_not_approve_whatever_they_are(page: ActionPlanPage, is_superuser: bool) -> None:
    roads.person("reviewer", name="Rut Granskare")
    alone = roads.person("editor", "coordinator", "reviewer", is_superuser=is_superuser)
    correction = proposed(alone)
    seen = text_of(signed_in(alone).get(page_of(correction)))
    assert 'value="approve"' not in seen and "Rut Granskare" in seen
    assert page_of(correction) not in text_of(signed_in(alone).get("/"))
    for way, data in (("approve", {}), ("decline", {"note": "Nej."})):
        assert "Rut Granskare" in text_of(answer(alone, page_of(correction), way, **data))
    correction.refresh_from_db()
    assert correction.is_waiting and Edition.objects.count() == 1


@pytest.mark.both_databases
@pytest.mark.parametrize("state", ["sealed", "declined"])
def test_four_eyes__are_a_constraint_of_the_database(page: ActionPlanPage, editor: Any, state: str) -> None:
    correction = proposed(editor)
    with pytest.raises(IntegrityError, match="correction_has_four_eyes"), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(
            state=state, note="Nej.", answered_by=editor, answered_at=correction.sent_at
        )


@pytest.mark.both_databases
def test_waiting__one_for_a_plan_also_in_the_database(page: ActionPlanPage, editor: Any) -> None:
    opened_before = form_data(signed_in(editor), CORRECT)
    correction = proposed(editor)
    late = signed_in(editor).post(CORRECT, opened_before | {"reason": "Samma.", field_of("avsnitt 2"): NEW})
    assert late.status_code == 422 and Correction.objects.count() == 1
    assert page_of(correction) in text_of(late) and f'value="{NEW}"' in text_of(late)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(series=correction.series, reason="Igen.", author=editor)


def test_declining__needs_a_reason_that_the_author_reads(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    correction = proposed(editor)
    assert answer(secretary, page_of(correction), "decline").status_code == 422
    answer(secretary, page_of(correction), "decline", note="Numret stämmer.")
    correction.refresh_from_db()
    assert correction.state == CorrectionState.DECLINED and Edition.objects.count() == 1
    assert "Numret stämmer." in text_of(signed_in(editor).get(page_of(correction)))
    told = RoadEvent.objects.get(kind=EventKind.CORRECTION_DECLINED)
    assert (told.text, told.actor) == ("Numret stämmer.", secretary)


def test_withdrawing__is_for_its_author(page: ActionPlanPage, editor: Any, secretary: Any) -> None:
    correction = proposed(editor)
    answer(secretary, page_of(correction), "withdraw")
    correction.refresh_from_db()
    assert correction.is_waiting
    answer(editor, page_of(correction), "withdraw")
    correction.refresh_from_db()
    assert correction.state == CorrectionState.WITHDRAWN
    proposed(editor)


def test_two_tabs__the_second_answer_changes_nothing(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    correction = proposed(editor)
    other = roads.person("reviewer")
    answer(secretary, page_of(correction))
    for user, way in ((secretary, "approve"), (other, "approve"), (other, "decline"), (editor, "withdraw")):
        late = text_of(answer(user, page_of(correction), way, note="Nej."))
        assert said("This has been answered already; nothing was changed.") in late
    assert Edition.objects.count() == 2


def test_nothing_changed__is_said_and_what_was_typed_stays(page: ActionPlanPage, editor: Any) -> None:
    response = sent(signed_in(editor), reason="Ändrar inget.")
    assert response.status_code == 422 and "Ändrar inget." in text_of(response)
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({field_of("avsnitt 1"): ""}, field_of("avsnitt 1")),
        ({field_of("avsnitt 1"): "19121212-1212"}, field_of("avsnitt 1")),
        ({field_of("avsnitt 1"): NEW, "reason": ""}, "reason"),
        ({field_of("avsnitt 1"): NEW, "reason": "Enligt 19121212-1212."}, "reason"),
        ({"old_wording": "020-100 200"}, "new_wording"),
    ],
)
def test_what_is_wrong__is_said_on_its_field(
    page: ActionPlanPage, editor: Any, changes: dict[str, str], field: str
) -> None:
    response = sent(signed_in(editor), **changes)
    assert response.status_code == 422 and field in response.context["form"].errors
    assert not Correction.objects.exists()


def test_plan_that_is_not_for_this_editor__is_not_there(page: ActionPlanPage, editor: Any) -> None:
    correction = proposed(editor)
    series = correction.series
    series.audience = "restricted"
    series.save()
    for address in (CORRECT, page_of(correction), "/handlingsplan/upphav/", "/handlingsplan/aktualitet/"):
        assert signed_in(editor).get(address).status_code == 404
