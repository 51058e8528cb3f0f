"""Who comes to the plan's story, and what each kind of event is to them."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Revision

from handslag.access.audiences import Audience
from plan_pages.editions.series import EditionSeries
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.workflow import doors
from tests.plan_pages.chronicle.stories import JSON, PAGE, PDF, client_of, entries_of, kinds_of
from tests.plan_pages.chronicle.test_history import READERS_KNOW, WORK
from tests.support import plans, roads
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [*WORK, "forum", "dialogue", "staff", "superuser"])
def test_role_by_kind__who_knows_what(role: str) -> None:
    make_site()
    edition = plans.adopt(plans.plan_page())
    for kind in EventKind.values:
        RoadEvent.objects.create(series=edition.series, kind=kind, text=f"Planterad text {kind}.")
    client = client_of(is_superuser=True) if role == "superuser" else client_of("staff", role)
    told = {entry["kind"] for entry in entries_of(client) if not entry["edition"]} - {"drafts_saved"}
    works = role in (*WORK, "superuser")
    assert told == (set(EventKind.values) if works else READERS_KNOW & set(EventKind.values))
    html = client.get(PAGE)
    assert html.status_code == 200
    if not works:
        found = re.findall(r"Planterad text (\w+)\.", html.content.decode())
        assert set(found) <= {"sealed"}


@pytest.mark.parametrize("address", [PAGE, JSON, PDF, f"{PAGE}.json", f"{PAGE}.pdf"])
@pytest.mark.parametrize(
    ("audience", "stranger", "staff", "editor"),
    [(Audience.STAFF, 302, 200, 200), (Audience.PUBLIC, 200, 200, 200), (Audience.RESTRICTED, 302, 404, 404)],
)
def test_door__is_the_plans_own(address: str, audience: str, stranger: int, staff: int, editor: int) -> None:
    make_site()
    plans.adopt(plans.plan_page())
    EditionSeries.objects.update(audience=audience)
    found = [
        client.get(address).status_code for client in (Client(), client_of("staff"), client_of("editor"))
    ]
    assert found == [stranger, staff, editor]
    assert client_of("staff").post(address).status_code == 405


def test_before_anything_is_decided__only_those_who_work_with_the_plan_come_in() -> None:
    cache.clear()
    make_site()
    page = plans.plan_page()
    doors.submit(roads.drafted(page, roads.person("editor")), roads.person("editor"))
    editor = client_of("editor")
    assert kinds_of(editor) == ["drafts_saved", "submitted"]
    assert editor.get(PAGE).status_code == editor.get(PDF).status_code == 200
    assert client_of("staff").get(PAGE).status_code == 404
    assert Client().get(PAGE).status_code == 302


def test_empty_story__says_so() -> None:
    make_site()
    plans.plan_page()
    Revision.objects.all().delete()
    page = client_of("editor").get(PAGE).content.decode()
    assert "empty-state" in page and not re.search('class="timeline"', page)
    assert client_of("editor").get(PDF).status_code == 200
