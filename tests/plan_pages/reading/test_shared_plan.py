"""A plan that two municipalities share (A1.1): each decides for itself, each reader sees their own."""

import datetime

import pytest
from django.test import Client

from handslag import clock
from plan_pages.pages.action_plan import ActionPlanPage
from tests.plan_pages.reading.test_reading import reader, text_of
from tests.support import plans
from tests.support.factories import make_site
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

BJORK, ASPNAS = "9901", "9902"


def two_municipalities() -> ActionPlanPage:
    """Björkmark goes over to edition 2 in June, Aspnäs in September."""
    make_site()
    page = plans.plan_page()
    one, other = plans.municipality(), plans.municipality(ASPNAS, "Aspnäs kommun")
    with clock.set_to(datetime.date(2024, 1, 1)):
        plans.adopt(page, decisions=(plans.decision(one), plans.decision(other, paragraph="12")))
        plans.adopt(
            page,
            plans.document(title="Ny plan"),
            decisions=(
                plans.decision(one, in_effect_from=datetime.date(2024, 6, 1)),
                plans.decision(other, paragraph="30", in_effect_from=datetime.date(2024, 9, 1)),
            ),
        )
    return page


decided = once(two_municipalities)


@pytest.fixture
def shared(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


@pytest.mark.parametrize(
    ("day", "place", "label", "paragraph"),
    [
        ("2024-05-31", BJORK, "Utgåva 1", "§ 41"),
        ("2024-06-01", BJORK, "Utgåva 2", "§ 41"),
        ("2024-06-01", ASPNAS, "Utgåva 1", "§ 12"),
        ("2024-09-01", ASPNAS, "Utgåva 2", "§ 30"),
    ],
)
def test_place_in_the_address__decides(
    shared: ActionPlanPage, day: str, place: str, label: str, paragraph: str
) -> None:
    with clock.set_to(datetime.date.fromisoformat(day)):
        text = text_of(reader(), f"/handlingsplan/?kommun={place}")
    assert label in text and paragraph in text


def test_account__reads_what_holds_in_its_own_municipality(shared: ActionPlanPage) -> None:
    with clock.set_to(datetime.date(2024, 7, 1)):
        own = reader(municipality=plans.municipality(ASPNAS, "Aspnäs kommun"))
        assert "Utgåva 1" in text_of(own, "/handlingsplan/")
        assert "Ny plan" in text_of(own, f"/handlingsplan/?kommun={BJORK}")


def test_without_a_place__the_common_text_and_a_table_of_who_has_what(shared: ActionPlanPage) -> None:
    with clock.set_to(datetime.date(2024, 7, 1)):
        text = text_of(reader(), "/handlingsplan/")
        assert "Vad som gäller var" in text and "Aspnäs kommun" in text and "Beslut om utgåvan" in text
        assert "Gäller i vissa kommuner" in text
    with clock.set_to(datetime.date(2024, 10, 1)):
        assert "Gäller i vissa kommuner" not in text_of(reader(), "/handlingsplan/")


def test_place_of_nothing__is_as_no_place(shared: ActionPlanPage) -> None:
    assert "Vad som gäller var" in text_of(reader(), "/handlingsplan/?kommun=0000")
    assert Client().get("/handlingsplan/?kommun=9901").status_code == 302
