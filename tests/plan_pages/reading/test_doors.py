"""Who reads the plan: closed by default, one decision for every address."""

import pytest
from django.test import Client

from handslag.access.audiences import Audience
from handslag.search.models import SearchDocument
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.searching.provider import refresh_all
from tests.plan_pages.reading.test_reading import reader
from tests.support import plans
from tests.support.factories import UserFactory, make_site, restrict
from tests.support.once import anew, once

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ADDRESSES = (
    "/handlingsplan/",
    "/handlingsplan/utgavor/",
    "/handlingsplan/utgavor/1/",
    "/handlingsplan/utgavor/1.pdf",
    "/handlingsplan/utgavor/1.json",
    "/handlingsplan/utgavor/1/.pdf",
    "/handlingsplan/jamfor/1/1/",
    "/handlingsplan/den/2025-01-01/",
    "/handlingsplan/ansvar/",
)


def in_force() -> ActionPlanPage:
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    return page


decided = once(in_force)


@pytest.fixture(autouse=True)
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


def audience(value: Audience) -> None:
    EditionSeries.objects.update(audience=value)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("value", "stranger", "staff", "board"),
    [
        (Audience.STAFF, 302, 200, 200),
        (Audience.PUBLIC, 200, 200, 200),
        (Audience.RESTRICTED, 302, 404, 200),
    ],
)
def test_audience__holds_at_every_address(
    address: str, value: Audience, stranger: int, staff: int, board: int
) -> None:
    audience(value)
    board_member = UserFactory(roles=["board"])
    EditionSeries.objects.get().roles.set(board_member.groups.all())
    insider = Client()
    insider.force_login(board_member)
    found = (Client().get(address), reader().get(address), insider.get(address))
    assert [response.status_code for response in found] == [stranger, staff, board]


def test_hidden_and_missing__look_the_same() -> None:
    hidden, missing = Client().get("/handlingsplan/utgavor/1/"), Client().get("/handlingsplan/utgavor/9/")
    assert hidden.status_code == missing.status_code == 302
    assert hidden.headers["Location"].replace("/1/", "/9/") == missing.headers["Location"]


def test_restricted_workbench__does_not_shut_the_plan(page: ActionPlanPage) -> None:
    restrict(page, "editor")
    assert reader().get("/handlingsplan/").status_code == 200


@pytest.mark.parametrize(("value", "hits"), [(Audience.STAFF, True), (Audience.RESTRICTED, False)])
def test_search__follows_the_series_audience(value: Audience, hits: bool) -> None:
    audience(value)
    refresh_all()
    assert set(SearchDocument.objects.filter(kind="plan").values_list("audience", flat=True)) == {value}
    assert ("/handlingsplan/#avsnitt-" in reader().get("/sok/?q=avsnitt").content.decode()) is hits


def test_caches__are_private_and_asked_each_time() -> None:
    control = reader().get("/handlingsplan/").headers["Cache-Control"]
    assert "no-cache" in control and "private" in control


def test_schema__is_open_and_old_versions_stay() -> None:
    found = Client().get("/handlingsplan/schema/1.json").json()
    assert found["title"] == "EditionDocument" and found["$schema"].endswith("2020-12/schema")
    assert Client().get("/handlingsplan/schema/2.json").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_reading__only_reads(method: str) -> None:
    assert getattr(reader(), method)("/handlingsplan/").status_code == 405


def test_text_that_does_not_match_its_seal__is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What triggers cannot stop (a changed file of the database) is seen when it is read."""
    monkeypatch.setattr("plan_pages.seal.texts.leaves_of", _forged)
    answer = reader().get("/handlingsplan/")
    assert answer.status_code == 503
    page = answer.content.decode()
    assert "Texten kan inte visas" in page and "Förfalskat" not in page


def _forged(edition: object) -> list[EditionLeaf]:
    leaves = list(EditionLeaf.objects.filter(edition=edition).order_by("position"))
    leaves[1].body = leaves[1].body.replace("Om avsnitt 1", "Förfalskat")
    return leaves


@pytest.mark.parametrize(("value", "is_found"), [(Audience.PUBLIC, True), (Audience.STAFF, False)])
def test_search_engines__find_an_open_plan_only(value: Audience, is_found: bool) -> None:
    audience(value)
    assert ("http://testserver/handlingsplan/" in Client().get("/sitemap.xml").content.decode()) is is_found
    assert ("Allow: /handlingsplan/" in Client().get("/robots.txt").content.decode()) is is_found


@pytest.mark.parametrize(("value", "is_shown"), [(Audience.PUBLIC, True), (Audience.STAFF, False)])
def test_menu__shows_strangers_an_open_plan_only(value: Audience, is_shown: bool) -> None:
    audience(value)
    page = Client().get("/konto/login/").content.decode()
    assert ('href="/handlingsplan/"' in page) is is_shown
