"""One view decides for every page that is served, and finds it as Wagtail would."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Page, PageViewRestriction

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.navigation.frame import frame_of
from handslag.navigation.routing import page_at
from handslag.trash.moving import move_to_trash
from home.models import HomePage
from tests.support.factories import (
    AccessibilityStatementPageFactory,
    GuideIndexPageFactory,
    GuidePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PublicHomePageFactory,
    PublicPageFactory,
    UserFactory,
    make_site,
    restrict,
    translated_home,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    return make_site()


def client_of(*roles: str, **fields: Any) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=roles, **fields))
    return client


@pytest.mark.both_databases
def test_page_at__finds_what_wagtail_finds(home: HomePage) -> None:
    english = translated_home(home, "en")
    for start in (home, english):
        guides = GuideIndexPageFactory(parent=start, title=start.locale.language_code)
        # Its address ends as that of a page in the other list.
        GuidePageFactory(parent=guides, slug="nyheter")
        news = NewsIndexPageFactory(parent=start)
        NewsPageFactory(parent=news, slug="a")
        NewsPageFactory(parent=news, slug="utkast", live=False)
    NewsPageFactory(parent=NewsIndexPageFactory(parent=home, slug="dold", live=False), slug="under")
    Page.objects.filter(pk=translated_home(home, "fi").pk).update(live=False)
    paths = ("", "/", "guider/", "guider", "nyheter/", "guider/nyheter/", "nyheter//a/", "nyheter/a/b/", "a/")
    paths += (
        "nyheter/utkast/",
        "dold/",
        "dold/under/",
        "nyh%/",
        "nyhete_/",
        "NYHETER/",
        "start/",
        "start-en/",
    )
    for language in ("sv", "en", "fi"):
        for path in paths:
            with override(language):
                ours, wagtails = RequestFactory().get("/"), RequestFactory().get("/")
                found = page_at(ours, path)
                expected = Page.route_for_request(wagtails, path)
            assert (found and found.pk) == (expected and expected.page.pk), (language, path)
    Page.objects.filter(pk=home.pk).update(live=False)
    assert page_at(RequestFactory().get("/"), "") is None


@pytest.mark.both_databases
@pytest.mark.parametrize("rule", ["none", "restricted", "public below restricted", "public", "trash"])
def test_serve__as_the_decision_point_says(home: HomePage, rule: str) -> None:
    index = NewsIndexPageFactory(parent=home)
    page = NewsPageFactory(parent=index, slug="a", title="Ordet")
    if rule.endswith("restricted"):
        restrict(index, "board")
    if rule.startswith("public"):
        AccessRule.objects.create(page=page, audience=Audience.PUBLIC)
    address = page.url
    if rule == "trash":
        move_to_trash(page, None)
    status = {
        name: client.get(address).status_code
        for name, client in {
            "stranger": Client(),
            "staff": client_of("staff"),
            "board": client_of("board"),
            "superuser": client_of(is_superuser=True),
        }.items()
    }
    assert (
        status
        == {
            "none": {"stranger": 302, "staff": 200, "board": 200, "superuser": 200},
            "restricted": {"stranger": 302, "staff": 404, "board": 200, "superuser": 200},
            "public below restricted": {"stranger": 302, "staff": 404, "board": 200, "superuser": 200},
            "public": {"stranger": 200, "staff": 200, "board": 200, "superuser": 200},
            "trash": {"stranger": 302, "staff": 404, "board": 404, "superuser": 404},
        }[rule]
    )


def test_strangers__get_one_answer_for_hidden_and_missing(home: HomePage) -> None:
    restrict(NewsIndexPageFactory(parent=home, slug="dolt"), "board")
    hidden, missing = (Client().get(f"/{slug}/") for slug in ("dolt", "saknas"))
    assert hidden.status_code == missing.status_code == 302
    assert hidden["Location"].replace("dolt", "saknas") == missing["Location"]
    same = {"Location": "", "X-Request-ID": ""}
    assert dict(hidden.headers) | same == dict(missing.headers) | same


def test_wagtails_own_restrictions__open_nothing_and_still_narrow(home: HomePage) -> None:
    """The house makes none, and then asks for none; a row that somebody made is obeyed besides our rule."""
    index = NewsIndexPageFactory(parent=home)
    opened = NewsPageFactory(parent=index, slug="a")
    restrict(NewsPageFactory(parent=index, slug="b"), "board")
    staff, forum = client_of("staff"), client_of("staff", "forum")
    with CaptureQueriesContext(connection) as asked:
        assert staff.get("/nyheter/a/").status_code == 200
    assert not [one for one in asked if 'FROM "wagtailcore_pageviewrestriction" WHERE' in one["sql"]]
    row = PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.GROUPS)
    row.groups.set(Group.objects.filter(name="forum"))
    assert staff.get("/nyheter/a/").status_code == 404
    assert forum.get("/nyheter/a/").status_code == 200
    assert forum.get("/nyheter/b/").status_code == 404
    AccessRule.objects.create(page=opened, audience=Audience.PUBLIC)
    assert Client().get("/nyheter/a/").status_code == 302


def test_frame__of_one_reader_is_never_anothers(home: HomePage) -> None:
    section = PublicHomePageFactory(parent=home, show_in_menus=True)
    page = PublicPageFactory(parent=section, slug="a")
    restrict(NewsIndexPageFactory(parent=home), "board")
    request = RequestFactory().get("/information/a/")
    request.user = UserFactory(roles=["board"])
    assert [one.slug for one in frame_of(request, page).menu] == ["information", "nyheter"]
    assert [one.pk for one in frame_of(request, page).way] == [home.pk, section.pk]
    request.user = AnonymousUser()
    assert [one.slug for one in frame_of(request, page).menu] == ["information"]
    assert [one.pk for one in frame_of(request, page).way] == [section.pk]


def test_frame__names_no_page_that_its_reader_may_not_see(home: HomePage) -> None:
    section = PublicHomePageFactory(parent=home)
    statement = AccessibilityStatementPageFactory(parent=section, slug="tillganglighet")
    restrict(statement, "board")
    assert statement.url in client_of("board").get("/").content.decode()
    assert statement.url not in client_of("staff").get("/").content.decode()
    assert statement.url not in Client().get("/information/").content.decode()
