"""Ways around Wagtail's workflow (platform: §4), each tried on a plan: none leads to readers or past the four eyes."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import GroupApprovalTask, Page, Site, TaskState, Workflow, WorkflowPage, WorkflowTask

from handslag.access.role_setup import setup_roles
from plan_pages.editions.edition import Edition
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.moving import MovedOnError, NotAllowedError
from plan_pages.workflow import doors
from plan_pages.workflow.tasks import BoardDecisionTask, FourEyesReviewTask
from tests.plan_pages.seal.admin_roads import form as editor_form
from tests.support import plans, roads
from tests.support.factories import GuideIndexPageFactory, GuidePageFactory, make_site
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

EVERYTHING = ("editor", "reviewer", "board_secretary", "coordinator")
HERE: dict[str, Any] = {"HTTP_REFERER": "http://testserver/admin/"}


def decided_plan() -> ActionPlanPage:
    make_site()
    setup_roles()
    page = plans.plan_page()
    plans.adopt(page)
    return page


decided = once(decided_plan)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


@pytest.fixture
def alone() -> Any:
    """One person with every role, and the power of a superuser."""
    return roads.person(*EVERYTHING, is_superuser=True, name="Alva Ensam")


@pytest.fixture
def second() -> Any:
    return roads.person(*EVERYTHING, name="Bo Andra")


@pytest.fixture
def in_review(page: ActionPlanPage, alone: Any, second: Any) -> Matter:
    return roads.submitted(page, alone)


def admin(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def state_of(matter: Matter) -> TaskState:
    matter.refresh_from_db()
    assert matter.workflow_state is not None
    state: TaskState = matter.workflow_state.current_task_state
    return state


def press(person: Any, page: Page, action: str, state: TaskState, **fields: Any) -> Any:
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return admin(person).post(address, {"comment": "Bra.", **fields}, **HERE)


def other_page_in_a_workflow(person: Any) -> Page:
    """A guide that `person` may approve."""
    index = GuideIndexPageFactory(parent=Site.objects.get().root_page)
    guide: Page = GuidePageFactory(parent=index)
    workflow = Workflow.objects.create(name="Guider")
    task = GroupApprovalTask.objects.create(name="Läsning")
    task.groups.set(person.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page=guide, workflow=workflow)
    guide.save_revision(user=person)
    workflow.start(guide, person)
    return guide


def still(matter: Matter, stage: Stage) -> None:
    matter.refresh_from_db()
    assert matter.stage == stage
    assert [str(edition.number) for edition in Edition.objects.all()] == ["1"]


def test_approval__of_ones_own_text_is_refused_in_the_admin(page: Any, in_review: Matter, alone: Any) -> None:
    press(alone, page, "approve", state_of(in_review))
    still(in_review, Stage.REVIEW)


def test_approval__at_another_pages_address_obeys_the_same_rule(
    page: Any, in_review: Matter, alone: Any, second: Any
) -> None:
    guide = other_page_in_a_workflow(alone)
    press(alone, guide, "approve", state_of(in_review))
    still(in_review, Stage.REVIEW)


def test_approval__of_somebody_elses_text_works_in_the_admin(
    page: Any, in_review: Matter, second: Any
) -> None:
    press(second, page, "approve", state_of(in_review))
    still(in_review, Stage.BOARD)


def test_approval__together_with_an_edit_does_neither(page: Any, in_review: Matter, second: Any) -> None:
    before = ActionPlanPage.objects.get(pk=page.pk).latest_revision_id
    posted = {
        **editor_form(),
        "action-workflow-action": "1",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps({"comment": "", "seen": ""}),
    }
    admin(second).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted, **HERE)
    still(in_review, Stage.REVIEW)
    assert ActionPlanPage.objects.get(pk=page.pk).latest_revision_id == before


def test_approval__after_changing_the_text_by_code_is_refused(
    page: Any, in_review: Matter, second: Any
) -> None:
    plans.draft(page, plans.document(7), second)
    with override("en"), pytest.raises(NotAllowedError, match="changed this text"):
        doors.act(in_review, second, "approve")


@pytest.mark.parametrize("action", ["save unchanged", "look"])
def test_approval__is_open_to_who_only_opened_or_saved_unchanged(
    page: Any, in_review: Matter, second: Any, action: str
) -> None:
    if action == "look":
        assert admin(second).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    else:
        ActionPlanPage.objects.get(pk=page.pk).get_latest_revision_as_object().save_revision(user=second)
    doors.act(in_review, second, "approve")
    still(in_review, Stage.BOARD)


def test_approval__of_a_finished_task_is_refused(page: Any, in_review: Matter, second: Any) -> None:
    state = state_of(in_review)
    doors.act(in_review, second, "approve")
    with pytest.raises(MovedOnError):
        FourEyesReviewTask.objects.get().on_action(state, second, "approve")
    press(second, page, "approve", state)
    still(in_review, Stage.BOARD)


def test_approval__from_a_page_opened_before_it_was_submitted_anew_is_refused(
    page: Any, in_review: Matter, alone: Any, second: Any
) -> None:
    old = state_of(in_review)
    seen = in_review.digest
    doors.act(in_review, second, "reject", comment="Skriv om.")
    plans.draft(page, plans.document(5), alone)
    matter = doors.submit(roads.prepared(in_review), alone)
    with pytest.raises(MovedOnError):
        FourEyesReviewTask.objects.get().on_action(old, second, "approve")
    with pytest.raises(MovedOnError):
        doors.act(matter, second, "approve", seen=seen)
    still(matter, Stage.REVIEW)


def test_board__nothing_can_be_approved_in_the_admin(
    page: Any, in_review: Matter, alone: Any, second: Any
) -> None:
    doors.act(in_review, second, "approve")
    state = state_of(in_review)
    for person in (alone, second):
        for action in ("approve", "record", "confirm_amendment"):
            press(person, page, action, state, **roads.decision())
        posted = {
            **editor_form(),
            "action-workflow-action": "1",
            "workflow-action-name": "record",
            "workflow-action-extra-data": json.dumps({"outcome": "adopted", "paragraph": ""}),
        }
        admin(person).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted, **HERE)
    still(in_review, Stage.BOARD)


def test_publishing__in_the_middle_changes_nothing(page: Any, in_review: Matter, alone: Any) -> None:
    admin(alone).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {**editor_form(), "action-publish": "1"}, **HERE
    )
    page.get_latest_revision().publish()
    still(in_review, Stage.REVIEW)
    assert state_of(in_review).status == "in_progress"


def test_state__approved_by_code_leads_to_no_edition(page: Any, in_review: Matter, alone: Any) -> None:
    """`TaskState.approve` is no action of the task: what follows asks for the review that never was."""
    with override("en"), pytest.raises(NotAllowedError, match="Nobody has reviewed"):
        state_of(in_review).approve(user=alone)
    still(in_review, Stage.REVIEW)


def test_board_state__approved_by_code_leads_to_no_edition(
    page: Any, in_review: Matter, alone: Any, second: Any
) -> None:
    doors.act(in_review, second, "approve")
    state_of(in_review).approve(user=alone)
    still(in_review, Stage.DRAFTING)
    assert in_review.events.values_list("kind", flat=True).last() == EventKind.ENDED


def test_workflow__without_a_review_cannot_come_before_the_board(page: Any, alone: Any) -> None:
    workflow = Workflow.objects.create(name="Genväg")
    WorkflowTask.objects.create(workflow=workflow, task=BoardDecisionTask.objects.get(), sort_order=0)
    matter = roads.drafted(page, alone)
    with pytest.raises(NotAllowedError):
        workflow.start(page, alone)
    still(matter, Stage.DRAFTING)


@pytest.mark.parametrize("what", ["task", "workflow"])
def test_workflow__switched_off_meanwhile_decides_nothing(
    page: Any, in_review: Matter, alone: Any, what: str
) -> None:
    if what == "task":
        with pytest.raises(NotAllowedError):
            FourEyesReviewTask.objects.get().deactivate(alone)
        still(in_review, Stage.REVIEW)
    else:
        Workflow.objects.get(workflow_tasks__task__in=[FourEyesReviewTask.objects.get().pk]).deactivate(alone)
        still(in_review, Stage.DRAFTING)


def test_workflow__cancelled_in_the_admin_leads_back_to_drafting(
    page: Any, in_review: Matter, alone: Any
) -> None:
    admin(alone).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        {**editor_form(), "action-cancel-workflow": "1"},
        **HERE,
    )
    still(in_review, Stage.DRAFTING)


def test_workflow__deleted_rows_lead_back_to_drafting(page: Any, in_review: Matter) -> None:
    assert in_review.workflow_state is not None
    in_review.workflow_state.delete()
    still(in_review, Stage.DRAFTING)


def test_submitting__with_wagtails_own_button_is_the_same_road(page: Any, alone: Any, second: Any) -> None:
    roads.drafted(page, second)
    admin(second).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {**editor_form(), "action-submit": "1"}, **HERE
    )
    matter = Matter.objects.get()
    assert matter.stage == Stage.REVIEW
    press(second, page, "approve", state_of(matter))
    still(matter, Stage.REVIEW)


def test_submitting__by_somebody_without_the_role_is_refused(page: Any, second: Any) -> None:
    matter = roads.drafted(page, second)
    with pytest.raises(NotAllowedError):
        doors.submit(matter, roads.person("reviewer"))
    still(matter, Stage.DRAFTING)


def test_text__saved_by_code_between_reading_and_decision_is_not_adopted(
    page: Any, in_review: Matter, alone: Any, second: Any
) -> None:
    frozen = in_review.digest
    doors.act(in_review, second, "approve")
    plans.draft(page, plans.document(9), alone)
    in_review.refresh_from_db()
    matter = roads.recorded(in_review, second)
    assert matter.edition is not None
    assert matter.digest == frozen
    assert matter.edition.leaves.count() == 5  # the front and four sections


def test_text__autosaved_over_the_revision_at_stake_begins_a_new_one(
    page: Any, in_review: Matter, alone: Any
) -> None:
    at_stake = in_review.revision
    assert at_stake is not None
    draft = ActionPlanPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.title = "Smygtext"
    saved = draft.save_revision(user=alone, overwrite_revision=at_stake)
    assert saved.pk != at_stake.pk
    at_stake.refresh_from_db()
    assert "Smygtext" not in json.dumps(at_stake.content)
