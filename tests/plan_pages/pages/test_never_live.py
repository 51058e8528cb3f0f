"""A workbench is never live, in whatever order people and programs try."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from wagtail.models import Locale, Page, Revision

from handslag import clock
from home.start.models import HomePage
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from tests.support import plans
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    return make_site()


@pytest.fixture
def plan(home: HomePage) -> ActionPlanPage:
    return plans.plan_page(home)


def new_page(**fields: Any) -> ActionPlanPage:
    number = ActionPlanPage.objects.count()
    return ActionPlanPage(title="Plan", slug=f"plan-{number}", locale=Locale.get_default(), **fields)


def published(page: ActionPlanPage) -> None:
    page.save_revision().publish()


def published_unchecked(page: ActionPlanPage) -> None:
    user = UserFactory(is_superuser=True)
    page.save_revision(user=user).publish(user=user, skip_permission_checks=True)


def saved_live(page: ActionPlanPage) -> None:
    page.live = True
    page.save(clean=False)


def saved_live_alone(page: ActionPlanPage) -> None:
    page.live = True
    page.save(update_fields=["title"])


def scheduled(page: ActionPlanPage) -> None:
    Revision.objects.filter(pk=page.save_revision().pk).update(approved_go_live_at=clock.now())
    call_command("publish_scheduled", verbosity=0)


def child_that_is_live(page: ActionPlanPage) -> None:
    page.get_parent().add_child(instance=new_page(live=True))


def sibling_that_is_live(page: ActionPlanPage) -> None:
    page.add_sibling(instance=new_page(live=True))


def copied(page: ActionPlanPage) -> None:
    page.copy(update_attrs={"slug": f"kopia-{Page.objects.count()}", "live": True}, keep_live=True)


def aliased(page: ActionPlanPage) -> None:
    page.create_alias(update_slug=f"alias-{Page.objects.count()}")


def unpublished(page: ActionPlanPage) -> None:
    page.unpublish()


STEPS: tuple[Callable[[ActionPlanPage], None], ...] = (
    published,
    published_unchecked,
    saved_live,
    saved_live_alone,
    scheduled,
    child_that_is_live,
    sibling_that_is_live,
    copied,
    aliased,
    unpublished,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=some.lists(some.sampled_from(STEPS), min_size=3, max_size=6))
def test_workbench__is_never_live(plan: ActionPlanPage, steps: list[Any]) -> None:
    with transaction.atomic():
        for step in steps:
            step(ActionPlanPage.objects.get(pk=plan.pk))
            rows = ActionPlanPage.objects.values_list("live", "go_live_at", "expire_at", "live_revision")
            assert set(rows) == {(False, None, None, None)}
        assert [list(problems) for problems in Page.find_problems()] == [[]] * 5
        transaction.set_rollback(True)


@pytest.mark.parametrize("step", STEPS)
def test_step__leaves_it_a_draft(plan: ActionPlanPage, step: Callable[[ActionPlanPage], None]) -> None:
    step(plan)
    assert not ActionPlanPage.objects.filter(live=True).exists()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_person_who_publishes__is_told_what_leads_to_readers(plan: ActionPlanPage) -> None:
    person = UserFactory(is_superuser=True)
    with pytest.raises(PermissionDenied, match=r"beslut|decided"):
        plan.save_revision(user=person).publish(user=person)


@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
def test_date_of_publishing__is_refused_beside_its_field(plan: ActionPlanPage, name: str) -> None:
    setattr(plan, name, clock.now())
    with pytest.raises(ValidationError) as told:
        plan.full_clean()
    assert set(told.value.message_dict) == {name}


def test_series__is_founded_once_and_not_by_copies(plan: ActionPlanPage) -> None:
    copied(plan)
    aliased(plan)
    series = EditionSeries.objects.get()
    assert (series.page_id, series.translation_key) == (plan.pk, plan.translation_key)
    assert [page.series for page in ActionPlanPage.objects.exclude(pk=plan.pk)] == [None, None]


def test_second_workbench__is_not_offered(plan: ActionPlanPage, home: HomePage) -> None:
    assert not ActionPlanPage.can_create_at(home)


def test_new_workbench__takes_the_place_of_one_that_is_gone_before_anything_was_decided(
    plan: ActionPlanPage, home: HomePage
) -> None:
    plan.delete()
    assert ActionPlanPage.can_create_at(HomePage.objects.get(pk=home.pk))
    second = plans.plan_page()
    assert EditionSeries.objects.get().page_id == second.pk
    assert plans.adopt(second).main == 1


def test_workbench_address__leads_to_the_plan_and_a_copys_to_nothing(
    plan: ActionPlanPage, client: Any
) -> None:
    client.force_login(UserFactory(roles=["staff"]))
    copied(plan)
    Page.objects.filter(pk__in=ActionPlanPage.objects.values("pk")).update(live=True)
    assert client.get(f"/{plan.slug}/")["Location"] == "/handlingsplan/"
    copy = ActionPlanPage.objects.exclude(pk=plan.pk).get()
    assert client.get(f"/{copy.slug}/").status_code == 404
