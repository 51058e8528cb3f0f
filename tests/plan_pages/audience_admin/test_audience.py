"""Who reads the plan is chosen by the coordinator, and opening it to the world is said twice."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from handslag.search.models import SearchDocument
from plan_pages.editions.series import EditionSeries
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/plan/lasare/"


def in_force() -> None:
    make_site()
    call_command("setup_roles", verbosity=0)
    plans.adopt(plans.plan_page())


decided = once(in_force)


@pytest.fixture(autouse=True)
def plan(decided: None) -> None:
    anew(decided)


def client_with(role: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=[role]))
    return client


def audience() -> str:
    return EditionSeries.objects.get().audience


@pytest.mark.parametrize(
    ("sent", "sentence", "becomes"),
    [
        ({"audience": "public"}, "öppen för alla", "staff"),
        ({"audience": "public", "opens_to_world": "on"}, "", "public"),
        ({"audience": "restricted"}, "Välj minst en roll", "staff"),
        ({"audience": "everyone"}, "Välj ett giltigt", "staff"),
    ],
)
def test_audience__is_set_with_care(
    sent: dict[str, Any], sentence: str, becomes: str, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_with("coordinator").post(ADDRESS, sent)
    assert audience() == becomes and answer.status_code == (200 if sentence else 302)
    assert sentence in answer.content.decode()
    assert (Client().get("/handlingsplan/").status_code == 200) is (becomes == "public")
    if becomes == "public":
        assert set(SearchDocument.objects.filter(kind="plan").values_list("audience", flat=True)) == {
            "public"
        }


@pytest.mark.parametrize("role", ["editor", "reviewer", "auditor", "staff", "board"])
def test_page__is_for_coordinators(role: str) -> None:
    client = client_with(role)
    assert client.get(ADDRESS).status_code in {302, 403}
    client.post(ADDRESS, {"audience": "public", "opens_to_world": "on"})
    assert audience() == "staff"
