"""The list for everyone: no account, no cookie, nothing written, nothing unverified."""

import datetime
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from contacts.helplines.feed import Feed
from contacts.helplines.helpline import Helpline
from handslag import clock
from tests.support.factories import PublicHomePageFactory, UserFactory, make_site, translated_home
from tests.support.helplines import helpline, verified

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)
LIST, SHEET, FEED = (
    "/information/stodlinjer/",
    "/information/stodlinjer/blad/",
    "/information/stodlinjer.json",
)
OPEN = (LIST, SHEET, FEED)
HIDDEN = "Gömdalinjen"


@pytest.fixture(autouse=True)
def site() -> None:
    home = make_site()
    PublicHomePageFactory(parent=home)
    translated_home(home, "en")


def words(path: str) -> str:
    """What a stranger reads there, with the signs of JSON undone."""
    content = Client().get(path).content.decode()
    return json.dumps(json.loads(content), ensure_ascii=False) if path.endswith("json") else content


@pytest.mark.parametrize("path", [*OPEN, "/en/information/helplines/", "/en/information/helplines.json"])
def test_open_address__sets_no_cookie_and_writes_nothing(path: str) -> None:
    verified()
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get(path)
    assert answer.status_code == 200
    assert not answer.cookies and "Set-Cookie" not in answer.headers
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


@pytest.mark.parametrize("path", OPEN)
def test_open_address__shows_only_verified_lines(path: str) -> None:
    verified(DAY)
    helpline(name=HIDDEN, number="031-390 06 44")
    changed = verified(DAY, name="Ändradelinjen", number="070-174 06 33")
    Helpline.objects.filter(pk=changed.pk).update(hours="Aldrig")
    with clock.set_to(DAY):
        page = words(path)
        assert "Provlinjen" in page and "08-465 004 61" in page
        assert HIDDEN not in page and "Ändradelinjen" not in page
    with clock.set_to(DAY + datetime.timedelta(days=91)):
        assert "Provlinjen" not in words(path)


@pytest.mark.parametrize("path", [LIST, SHEET])
def test_list__begins_with_112_and_says_what_to_do_when_empty(path: str) -> None:
    page = words(path)
    assert 'href="tel:112"' in page
    assert "empty-state" in page
    assert "noindex" not in page


def test_list__has_the_number_to_press_and_the_day_it_was_checked() -> None:
    verified(DAY)
    with clock.set_to(DAY):
        page = words(LIST)
    assert 'href="tel:0846500461"' in page
    assert "2 mars 2026" in page
    assert "data-quick-exit" in page


def test_list__is_reached_from_the_public_section() -> None:
    assert f'href="{LIST}"' in words("/information/")


def test_pages_below_information__are_still_found() -> None:
    assert Client().get("/information/").status_code == 200


@pytest.mark.slow
def test_open_addresses__ask_no_more_for_more_lines() -> None:
    def queries() -> dict[str, int]:
        asked = {}
        for path in OPEN:
            Client().get(path)
            with CaptureQueriesContext(connection) as found:
                Client().get(path)
            asked[path] = len(found)
        return asked

    verified()
    few = queries()
    for number in range(200):
        verified(name=f"Linje {number}")
    assert queries() == few
    assert max(few.values()) <= 15, few


def test_feed__may_be_fetched_by_any_site_and_is_asked_for_again() -> None:
    verified(DAY)
    with clock.set_to(DAY):
        answer = Client().get(FEED, headers={"origin": "https://kommunen.test"})
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "no-cache" in answer["Cache-Control"] and "public" in answer["Cache-Control"]
        again = Client().get(FEED, headers={"if-none-match": answer["ETag"]})
        assert again.status_code == 304
        assert again["Access-Control-Allow-Origin"] == "*"
        Helpline.objects.update(hours="Aldrig")
        assert Client().get(FEED, headers={"if-none-match": answer["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    "path", [FEED, "/en/information/helplines.json", "/information/stodlinjer.schema.json"]
)
def test_feed__is_one_copy_for_everybody(path: str) -> None:
    """Who asks and in what language they would like it changes nothing: the address says the language."""
    verified(DAY)
    client = Client()
    client.force_login(UserFactory(roles=["staff", "coordinator"]))
    with clock.set_to(DAY):
        answer = Client().get(path)
        asked_by_others = client.get(path, headers={"accept-language": "fi"})
        again = Client().get(path, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304 and "public" in again["Cache-Control"]
    assert asked_by_others.content == answer.content
    assert [one.get("Vary") for one in (answer, asked_by_others, again)] == [None] * 3
    assert "Cookie" in client.get(LIST).get("Vary", "")


def test_feed__answers_what_a_browser_asks_first() -> None:
    answer = Client().options(FEED, headers={"access-control-request-method": "GET"})
    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer["Access-Control-Allow-Methods"]
    assert Client().post(FEED).status_code == 405


def test_feed__is_as_its_schema_says() -> None:
    verified(DAY)
    with clock.set_to(DAY):
        found = Feed.model_validate(Client().get(FEED).json())
    line = found.helplines[0]
    assert (line.tel, line.verified_on, line.valid_until) == ("0846500461", DAY, datetime.date(2026, 5, 31))
    schema = Client().get("/information/stodlinjer.schema.json").json()
    assert set(schema["required"]) <= set(found.model_dump())


def test_sheet__carries_the_day_and_a_code_to_what_holds_today() -> None:
    verified(DAY)
    with clock.set_to(DAY):
        page = words(SHEET)
    assert "2 mars 2026" in page and "31 maj 2026" in page
    assert "<svg role" in page and "http://testserver/information/stodlinjer/" in page


def reader(*roles: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=["staff", *roles]))
    return client


@pytest.mark.parametrize(("roles", "sees"), [((), False), (("editor",), False), (("coordinator",), True)])
def test_staff_list__shows_hidden_lines_to_who_keeps_them(roles: Any, sees: bool) -> None:
    verified()
    helpline(name=HIDDEN, number="031-390 06 44")
    page = reader(*roles).get("/kontakter/stodlinjer/").content.decode()
    assert "Provlinjen" in page
    assert (HIDDEN in page) is sees


def test_start_page__shows_verified_lines() -> None:
    verified()
    helpline(name=HIDDEN, number="031-390 06 44")
    page = reader("coordinator").get("/").content.decode()
    assert 'href="tel:0846500461"' in page
    assert "tel:0313900644" not in page
