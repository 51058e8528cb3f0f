"""The editor's menu of actions for a plan: the way to a decision instead of Wagtail's buttons."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Workflow, WorkflowPage

from handslag.access.role_setup import setup_roles
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import Matter
from plan_pages.workflow import doors
from tests.plan_pages.deciding.board import decided_plan, read, sv
from tests.plan_pages.deciding.browsing import signed_in
from tests.support import plans, roads
from tests.support.factories import GuideIndexPageFactory
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

OF_WAGTAIL = ("action-submit", "action-restart-workflow", "action-cancel-workflow", "action-publish")
PREPARE = 'href="/beslut/forbered/"'


def with_roles() -> ActionPlanPage:
    page = decided_plan()
    setup_roles()
    return page


decided = once(with_roles)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


@pytest.fixture
def editor() -> Any:
    return roads.person("editor")


def editing(user: Any, page: Any) -> str:
    answer = signed_in(user).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 200
    return read(answer)


def test_draft__leads_to_what_is_asked_and_says_to_save_first(page: ActionPlanPage, editor: Any) -> None:
    plans.draft(page, plans.document(4), editor)
    text = editing(editor, page)
    assert PREPARE in text and sv("Save the draft first; what is not saved is not sent along.") in text
    assert "action-save-draft" in text or sv("Save draft") in text
    assert not any(f'name="{name}"' in text for name in OF_WAGTAIL)


def test_under_way__leads_to_the_matter(page: ActionPlanPage, editor: Any) -> None:
    matter = roads.submitted(page, editor)
    for user in (editor, roads.person("editor", is_superuser=True)):
        text = editing(user, page)
        assert f'href="/beslut/{matter.pk}/"' in text and PREPARE not in text
        assert not any(f'name="{name}"' in text for name in OF_WAGTAIL)


def test_returned__leads_to_what_is_asked_again(page: ActionPlanPage, editor: Any) -> None:
    matter = roads.submitted(page, editor)
    doors.act(matter, roads.person("reviewer"), "reject", comment="För långt.")
    text = editing(editor, page)
    assert PREPARE in text and not any(f'name="{name}"' in text for name in OF_WAGTAIL)


def test_new_plan__offers_no_road_before_there_is_a_draft(page: ActionPlanPage) -> None:
    EditionSeries.objects.update(address="en-annan")
    home = page.get_parent()
    WorkflowPage.objects.create(page=home, workflow=Workflow.objects.get(workflow_pages__page=page))
    add = reverse("wagtailadmin_pages:add", args=["plan_pages", "actionplanpage", home.pk])
    answer = signed_in(roads.person("editor", is_superuser=True)).get(add)
    assert answer.status_code == 200 and PREPARE not in read(answer)
    assert not any(f'name="{name}"' in read(answer) for name in OF_WAGTAIL)


def test_other_plan__is_prepared_at_its_own_address(page: ActionPlanPage, editor: Any) -> None:
    EditionSeries.objects.update(address="en-annan")
    plans.draft(page, plans.document(4), editor)
    text = editing(editor, page)
    assert 'href="/beslut/forbered/en-annan/"' in text
    assert signed_in(editor).get("/beslut/forbered/en-annan/").status_code == 200
    assert signed_in(editor).get("/beslut/forbered/finns-inte/").status_code == 404


def test_pages_that_are_no_plans__keep_their_menu(page: ActionPlanPage) -> None:
    guides = GuideIndexPageFactory(parent=page.get_parent())
    text = editing(roads.person("editor", is_superuser=True), guides)
    assert 'name="action-publish"' in text and PREPARE not in text
    assert not Matter.objects.exists()
