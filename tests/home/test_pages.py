"""The home app's pages as readers meet them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from handslag import clock
from home.models import HomePage
from tests.support import searching
from tests.support.factories import (
    AccessibilityStatementPageFactory,
    GuideIndexPageFactory,
    GuidePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PublicHomePageFactory,
    PublicPageFactory,
    UserFactory,
    restrict,
    stream,
    translated_home,
)

pytestmark = pytest.mark.django_db
home = searching.home


@pytest.fixture
def reader() -> Client:
    client = Client()
    client.force_login(UserFactory(name="Mona Sjö"))
    return client


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_start__nothing_waits_and_says_so(home: HomePage, reader: Client) -> None:
    page = text_of(reader, "/")
    assert "Mona" in page
    assert "empty-state" in page
    assert page.count("<h1") == 1


def test_start__latest_news_first_and_only_what_may_be_seen(home: HomePage, reader: Client) -> None:
    index = NewsIndexPageFactory(parent=home)
    for day in range(1, 6):
        NewsPageFactory(parent=index, slug=f"n{day}", title=f"Nyhet {day}", date=f"2026-01-0{day}")
    restrict(index.get_children().get(slug="n5"), "board")
    page = text_of(reader, "/")
    assert page.index("Nyhet 4") < page.index("Nyhet 3") < page.index("Nyhet 2")
    assert "Nyhet 5" not in page
    assert "Nyhet 1" not in page


def test_start__editors_find_the_way_to_the_editing_tool(home: HomePage, reader: Client) -> None:
    assert 'href="/admin/"' not in text_of(reader, "/")
    editor = Client()
    editor.force_login(UserFactory(is_superuser=True))
    assert 'href="/admin/"' in text_of(editor, "/")


def test_news__latest_first_with_pages(home: HomePage, reader: Client) -> None:
    index = NewsIndexPageFactory(parent=home)
    for number in range(17):
        NewsPageFactory(
            parent=index, slug=f"n{number}", title=f"Nyhet {number:02}", date=f"2026-01-{number + 1:02}"
        )
    first, second = text_of(reader, "/nyheter/"), text_of(reader, "/nyheter/?page=2")
    assert first.index("Nyhet 16") < first.index("Nyhet 02")
    assert "Nyhet 01" not in first
    assert "Nyhet 01" in second
    assert text_of(reader, "/nyheter/?page=trams")


def test_news__an_empty_list_says_what_comes(home: HomePage, reader: Client) -> None:
    NewsIndexPageFactory(parent=home)
    assert "empty-state" in text_of(reader, "/nyheter/")


def test_guide__blocks_and_the_way_there(home: HomePage, reader: Client) -> None:
    index = GuideIndexPageFactory(parent=home)
    steps = ("steps", {"heading": "Gör så här", "steps": ["<p>Ett</p>", "<p>Två</p>"]})
    notice = ("notice", {"heading": "Bråttom?", "text": "<p>Ring 112</p>"})
    GuidePageFactory(parent=index, slug="a", title="En elev ritar", body=[*stream("Lugn"), steps, notice])
    GuidePageFactory(parent=index, slug="b", title="Klotter")
    page = text_of(reader, "/guider/a/")
    for words in ("Lugn", "Gör så här", "<p>Två</p>", "Bråttom?", "Ring 112", "Klotter"):
        assert words in page
    breadcrumb = page[page.index('class="breadcrumb"') : page.index("<h1")]
    assert 'href="/guider/"' in breadcrumb
    assert 'aria-current="page">Guider' in page


def test_public_section__strangers_read_it_and_see_nothing_of_the_intranet(home: HomePage) -> None:
    NewsIndexPageFactory(parent=home, title="Internt")
    section = PublicHomePageFactory(parent=home, show_in_menus=True)
    PublicPageFactory(parent=section, slug="orolig", title="Om du är orolig", body=stream("Prata."))
    AccessibilityStatementPageFactory(parent=section, slug="tillganglighet", body=stream("Vi vet detta."))
    for path in ("/information/", "/information/orolig/", "/information/tillganglighet/"):
        response = Client().get(path)
        page = response.content.decode()
        assert response.status_code == 200
        assert "Internt" not in page
        assert "/sok/" not in page
        assert 'name="robots"' not in page
        assert not response.cookies
        assert 'href="/information/tillganglighet/"' in page
    statement = text_of(Client(), "/information/tillganglighet/")
    assert "mailto:tillganglighet@kommun.test" in statement
    assert "2 mars 2026" in statement


def test_public_page_in_arabic_runs_from_the_right(home: HomePage) -> None:
    section = PublicHomePageFactory(parent=home)
    page = PublicPageFactory(parent=section, slug="orolig")
    arabic = PublicHomePageFactory(
        parent=translated_home(home, "ar"), slug="information", translation_key=section.translation_key
    )
    PublicPageFactory(parent=arabic, slug="qalaq", translation_key=page.translation_key)
    assert '<html lang="ar" dir="rtl">' in text_of(Client(), "/ar/information/qalaq/")
    assert 'href="/ar/information/qalaq/"' in text_of(Client(), "/information/orolig/")


def test_english_tree(home: HomePage, reader: Client) -> None:
    english = translated_home(home, "en")
    index = NewsIndexPageFactory(parent=english, title="News", slug="news", show_in_menus=True)
    NewsPageFactory(parent=index, slug="a", title="Something happened")
    start = text_of(reader, "/en/")
    assert '<html lang="en"' in start
    assert "Something happened" in start
    assert 'href="/en/news/"' in start


@pytest.mark.both_databases
def test_the_number_of_questions_does_not_grow_with_the_site(home: HomePage, reader: Client) -> None:
    news, guides = NewsIndexPageFactory(parent=home), GuideIndexPageFactory(parent=home)
    paths = ("/", "/nyheter/", "/guider/", "/guider/g0/")
    counted: list[list[int]] = []
    for start, end in ((0, 2), (2, 9)):
        for number in range(start, end):
            NewsPageFactory(parent=news, slug=f"n{number}", date=clock.today())
            GuidePageFactory(parent=guides, slug=f"g{number}")
        counted.append([])
        for path in paths:
            reader.get(path)
            with CaptureQueriesContext(connection) as queries:
                reader.get(path)
            counted[-1].append(len(queries))
    assert counted[0] == counted[1]
    # Of the start page's, three ask what waits for me in the plan, in my requests, and which helplines hold; three
    # what I have learned, and whether I confirm what others have; one which training lies ahead.
    assert max(counted[0]) <= 20, dict(zip(paths, counted[0], strict=True))
