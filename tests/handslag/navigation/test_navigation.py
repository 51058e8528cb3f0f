"""Menus, breadcrumbs and languages."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from handslag.navigation.breadcrumbs import breadcrumbs
from handslag.navigation.context import is_here
from home.models import HomePage
from tests.support import searching
from tests.support.factories import (
    GuideIndexPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PublicHomePageFactory,
    PublicPageFactory,
    UserFactory,
    restrict,
    translated_home,
)

pytestmark = pytest.mark.django_db
home = searching.home


@pytest.mark.parametrize(
    ("path", "url", "expected"),
    [
        ("/", "/", True),
        ("/nyheter/", "/", False),
        ("/nyheter/", "/nyheter/", True),
        ("/nyheter/a/", "/nyheter/", True),
        ("/nyheter-arkiv/", "/nyheter/", False),
        ("/sok/", "/nyheter/", False),
    ],
)
def test_current_item(path: str, url: str, expected: bool) -> None:
    assert is_here(RequestFactory().get(path), url) is expected


def reader() -> Client:
    client = Client()
    client.force_login(UserFactory())
    return client


def test_menu__marks_where_the_reader_is_and_leaves_out_what_is_hidden(home: HomePage) -> None:
    NewsIndexPageFactory(parent=home)
    restrict(GuideIndexPageFactory(parent=home), "board")
    page = reader().get("/nyheter/").content.decode()
    menu = page[page.index('class="main-navigation"') :]
    assert 'href="/nyheter/" aria-current="page"' in menu
    assert "/guider/" not in page


def test_breadcrumbs__only_visible_ancestors(home: HomePage) -> None:
    section = PublicHomePageFactory(parent=home)
    page = PublicPageFactory(parent=section, slug="a")
    request = RequestFactory().get("/information/a/")
    request.user = AnonymousUser()
    assert [item.url for item in breadcrumbs(request, page)] == ["/information/"]
    request.user = UserFactory()
    assert [item.url for item in breadcrumbs(request, page)] == ["/", "/information/"]


def test_languages__only_those_the_page_exists_in(home: HomePage) -> None:
    news = NewsIndexPageFactory(parent=home)
    assert 'hreflang="en"' not in reader().get("/nyheter/").content.decode()
    english = translated_home(home, "en")
    NewsIndexPageFactory(parent=english, slug="news", translation_key=news.translation_key)
    page = reader().get("/nyheter/").content.decode()
    assert 'href="/en/news/" lang="en" hreflang="en"' in page


def test_languages__a_search_keeps_its_words(home: HomePage) -> None:
    page = reader().get("/sok/?q=plan&typ=news").content.decode()
    assert 'href="/en/sok/?q=plan&amp;typ=news"' in page


def test_languages__start_pages_that_only_carry_a_public_section_are_not_offered(home: HomePage) -> None:
    translated_home(home, "en")
    translated_home(home, "ar")
    page = reader().get("/").content.decode()
    assert 'hreflang="en"' in page
    assert 'hreflang="ar"' not in page


def test_routing__pages_are_found_at_once_and_hidden_ones_stay_hidden(home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    page = NewsPageFactory(parent=index, slug="a", title="Hemlig")
    restrict(page, "board")
    assert reader().get("/nyheter/a/").status_code == 404
    assert Client().get("/nyheter/a/").status_code == 302
    assert reader().get("/nyheter/saknas/").status_code == 404
    page.unpublish()
    assert reader().get("/nyheter/a/").status_code == 404
