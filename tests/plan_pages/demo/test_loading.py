"""The demo's plan once it is loaded: what its people find."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from accounts.demo import load_accounts
from handslag import clock
from plan_pages.demo.loading import load_plan
from plan_pages.editions.edition import Edition
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.missing import missing
from plan_pages.road.moving import missing_of, reviewers_of
from plan_pages.workflow import doors
from tests.support import plans
from tests.support.factories import make_site

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def loaded() -> Matter:
    make_site()
    plans.municipality()
    call_command("setup_roles", verbosity=0)
    load_accounts()
    load_plan()
    return Matter.objects.get()


def account(name: str) -> object:
    return get_user_model().objects.get(email=f"{name}@handslag.test")


def test_draft__waits_for_the_board_with_nothing_missing(loaded: Matter) -> None:
    assert loaded.stage == Stage.BOARD and missing_of(loaded) == []
    assert reviewers_of(loaded) == {account("granskare").pk}  # type: ignore[attr-defined]  # an account
    told = list(loaded.events.values_list("kind", flat=True))
    assert told == [EventKind.SUBMITTED, EventKind.APPROVED, EventKind.NO_REFERRAL, EventKind.AT_BOARD]
    assert RoadEvent.objects.order_by("at").last().at < clock.now()  # type: ignore[union-attr]  # there are four


def test_loading_again__changes_nothing(loaded: Matter) -> None:
    before = (Edition.objects.count(), RoadEvent.objects.count(), loaded.stage_since)
    load_plan()
    assert (Edition.objects.count(), RoadEvent.objects.count(), Matter.objects.get().stage_since) == before


def test_editor__takes_it_back_to_try_drafting(loaded: Matter) -> None:
    doors.act(loaded, account("redaktor"), "withdraw")
    assert loaded.stage == Stage.DRAFTING


def test_without_accounts__the_draft_is_left_to_be_submitted() -> None:
    make_site()
    plans.municipality()
    load_plan()
    matter = Matter.objects.get()
    assert matter.stage == Stage.DRAFTING
    page = matter.series.page.specific.get_latest_revision_as_object()
    assert missing(matter, page.to_document(), page.unfinished()) == []
