"""The table of `test_history` through the site: what the address of the plan answers on a day."""

import datetime
from typing import Any

import pytest
from django.test import Client

from handslag import clock
from plan_pages.documents import Validity
from plan_pages.editions.kinds import EditionKind
from plan_pages.pages.action_plan import ActionPlanPage
from tests.support import plans
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db

A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def plan() -> ActionPlanPage:
    make_site()
    return plans.plan_page()


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(UserFactory(roles=["staff"]))
    return client


def edition_read(reader: Client, address: str = "/handlingsplan/", **query: Any) -> str | None:
    found = reader.get(address, query).context["edition"]
    return str(found.number) if found else None


def test_passed_end_date__is_shown_and_ends_nothing(plan: ActionPlanPage, reader: Client) -> None:
    over = Validity(first=plans.FIRST_DAY, last=clock.today() - A_DAY)
    plans.adopt(plan, plans.document(valid=over))
    assert edition_read(reader) == "1"
    page = reader.get("/handlingsplan/").content.decode()
    plans.adopt(plan, plans.document(valid=Validity(first=plans.FIRST_DAY, last=clock.today())))
    assert edition_read(reader) == "2"
    still_valid = reader.get("/handlingsplan/").content.decode()
    assert page.count("notification--warning") == still_valid.count("notification--warning") + 1


def test_edition_not_yet_in_effect__is_read_by_its_number_alone(plan: ActionPlanPage, reader: Client) -> None:
    plans.adopt(plan)
    plans.adopt(plan, plans.document(4), decisions=(plans.decision(in_effect_from=clock.today() + A_DAY),))
    assert edition_read(reader) == "1"
    assert edition_read(reader, "/handlingsplan/utgavor/2/") == "2"
    assert edition_read(reader, f"/handlingsplan/den/{clock.today() + A_DAY}/") == "2"


def test_repeal__leaves_no_edition(plan: ActionPlanPage, reader: Client) -> None:
    plans.adopt(plan)
    end = plans.decision(in_effect_from=clock.today())
    plans.adopt(
        plan, kind=EditionKind.REPEAL, revision=None, reason="Ersatt av en länsplan", decisions=(end,)
    )
    response = reader.get("/handlingsplan/")
    assert "edition" not in response.context or response.context["edition"] is None
    assert response.context["repeal"].main == 2
    assert edition_read(reader, f"/handlingsplan/den/{clock.today() - A_DAY}/") == "1"


def test_two_municipalities__each_read_what_holds_there(plan: ActionPlanPage, reader: Client) -> None:
    other = plans.municipality("9902", "Skogsmarks kommun")
    plans.adopt(plan, decisions=(plans.decision(), plans.decision(other)))
    later = plans.decision(other, in_effect_from=clock.today() + A_DAY)
    plans.adopt(plan, plans.document(4), decisions=(plans.decision(), later))
    assert edition_read(reader, kommun="9901") == "2"
    assert edition_read(reader, kommun="9902") == "1"
