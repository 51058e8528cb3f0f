"""`/sok/` over HTTP: who finds what, what a hostile search does, how much it asks of the database."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule, ReadLogEntry
from handslag.search.entries import SearchEntry, write
from home.models import HomePage
from tests.support import dialogue, searching
from tests.support.factories import (
    GuideIndexPageFactory,
    GuidePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    UserFactory,
    restrict,
    stream,
    translated_home,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
home = searching.home


def client_of(*roles: str, superuser: bool = False) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=list(roles), is_superuser=superuser))
    return client


def search(client: Client, query: str) -> str:
    response = client.get(f"/sok/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def number_of_hits(page: str) -> int:
    status = re.search(r'role="status">\s*(\d+)', page)
    assert status, "the page does not say how many were found"
    return int(status[1])


def test_strangers_are_sent_to_sign_in(home: HomePage) -> None:
    response = Client().get("/sok/?q=plan")
    assert response.status_code == 302
    assert response["Location"].startswith("/konto/login/")


@pytest.mark.both_databases
def test_the_form_keeps_the_words_and_marks_the_hit(home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    NewsPageFactory(
        parent=index, slug="a", title="Planen", body=stream("Alla <b>planer</b> &lt;script&gt; läses.")
    )
    page = search(client_of(), "q=plan")
    assert number_of_hits(page) == 1
    assert 'value="plan"' in page
    assert "<mark>Planen</mark>" in page
    assert "<mark>planer</mark> &lt;script&gt;" in page


# Audience of the page, the reader's roles (None: superuser), whether the reader finds it.
VISIBILITY = [
    ((), (), True),
    (("dialogue",), ("dialogue",), True),
    (("dialogue",), ("staff",), False),
    (("dialogue",), (), False),
    (("dialogue",), ("editor", "coordinator", "auditor"), False),
    (("dialogue", "board"), ("board",), True),
    (("dialogue",), None, True),
]


@pytest.mark.both_databases
@pytest.mark.parametrize(("admitted", "roles", "is_found"), VISIBILITY)
def test_only_who_may_see_a_page_finds_or_counts_it(
    home: HomePage, admitted: tuple[str, ...], roles: tuple[str, ...] | None, is_found: bool
) -> None:
    index = NewsIndexPageFactory(parent=home)
    NewsPageFactory(parent=index, slug="hemlig", title="Grävlingsärendet", body=stream("grävling"))
    if admitted:
        restrict(index, *admitted)
    client = client_of(superuser=True) if roles is None else client_of(*roles)
    page = search(client, f"q={quote('grävlingsärendet')}")
    assert ("/nyheter/hemlig/" in page) is is_found
    assert number_of_hits(page) == is_found
    # Neither a filter's number nor a suggestion tells of it.
    misspelt = search(client, f"q={quote('grävlingsärandet')}")
    assert ("grävlingsärendet" in misspelt) is is_found
    assert ("typ=news" in page) is is_found


def readings() -> list[tuple[int, bool]]:
    rows = list(ReadLogEntry.objects.order_by("object_id").values_list("object_id", "break_glass"))
    ReadLogEntry.objects.all().delete()
    return rows


@pytest.mark.both_databases
def test_what_a_hit_tells_of_restricted_pages_is_logged_once_for_each_page_shown(home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    for number in range(22):
        NewsPageFactory(parent=index, slug=f"oppen-{number}", title="Grävling grävling grävling")
    corner = NewsIndexPageFactory(parent=home, slug="horn", title="Hörnet")
    restrict(corner, "dialogue")
    matter = NewsPageFactory(parent=corner, slug="a", title="Uttern", body=stream("grävling, utter"))
    entry = SearchEntry(locale="en", kind="news", title="Uttern", url="/utter/", page_id=matter.pk)
    write("test:below", entry)
    # A kind of page that is for one role also where its rule is gone.
    ruleless = dialogue.exposure(dialogue.dialogue_log(home), title="Uttern")
    AccessRule.objects.filter(page=ruleless).update(audience=Audience.STAFF)
    both = sorted((matter.pk, ruleless.pk))
    member, admin = client_of("dialogue"), client_of(superuser=True)

    search(member, f"q={quote('grävling')}")
    assert readings() == []
    search(member, f"q={quote('grävling')}&page=2")
    assert readings() == [(matter.pk, False)]
    search(member, "q=utter&sprak=alla")
    assert readings() == [(pk, False) for pk in both]
    search(admin, "q=utter")
    assert readings() == [(pk, True) for pk in both]
    search(client_of("dialogue", superuser=True), "q=utter")
    assert readings() == [(pk, False) for pk in both]
    restrict(home, "board")
    search(client_of("dialogue", superuser=True), "q=utter")
    assert readings() == [(pk, True) for pk in both]
    search(client_of("editor"), "q=utter")
    assert readings() == []


# Audience and roles of a document without a page, the reader's roles, whether it is found.
DOCUMENTS = [
    (Audience.PUBLIC, (), (), True),
    (Audience.STAFF, (), (), True),
    (Audience.RESTRICTED, ("forum",), ("forum",), True),
    (Audience.RESTRICTED, ("forum",), ("staff",), False),
    (Audience.RESTRICTED, (), ("forum",), False),
]


@pytest.mark.both_databases
@pytest.mark.parametrize(("audience", "admitted", "roles", "is_found"), DOCUMENTS)
def test_documents_without_a_page_follow_their_own_audience(
    home: HomePage, audience: Audience, admitted: tuple[str, ...], roles: tuple[str, ...], is_found: bool
) -> None:
    client = client_of(*roles, *admitted[:0])
    for role in admitted:
        client_of(role)
    entry = SearchEntry(
        locale="sv", kind="page", title="Grävling", url="/g/", audience=audience, roles=admitted
    )
    write("test:1", entry)
    assert number_of_hits(search(client, f"q={quote('grävling')}")) == is_found


def test_a_row_left_behind_by_an_unpublished_page_is_not_shown(home: HomePage) -> None:
    page = NewsIndexPageFactory(parent=home, title="Grävlingar")
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert number_of_hits(search(client_of(), f"q={quote('grävlingar')}")) == 0


def test_filters_show_their_number_and_keep_the_words(home: HomePage) -> None:
    news, guides = NewsIndexPageFactory(parent=home), GuideIndexPageFactory(parent=home)
    for slug in "ab":
        NewsPageFactory(parent=news, slug=slug, title="Skolan")
    GuidePageFactory(parent=guides, title="Skolan")
    client = client_of()
    page = search(client, "q=skola")
    assert number_of_hits(page) == 3
    assert "?q=skola&amp;typ=news" in page
    assert number_of_hits(search(client, "q=skola&typ=news")) == 2
    assert number_of_hits(search(client, "q=skola&typ=page")) == 0
    assert number_of_hits(search(client, "q=skola&typ=trams")) == 3


def test_the_readers_language_first_and_the_others_on_request(home: HomePage) -> None:
    news = NewsIndexPageFactory(parent=home, title="Kontakt")
    NewsIndexPageFactory(
        parent=translated_home(home, "en"), title="Contact", slug="news", translation_key=news.translation_key
    )
    client = client_of()
    here = search(client, "q=contact")
    assert number_of_hits(here) == 0
    assert "sprak=alla" in here
    everywhere = search(client, "q=contact&sprak=alla")
    assert number_of_hits(everywhere) == 1
    assert 'lang="en"' in everywhere
    english = client.get("/en/sok/?q=contacts").content.decode()
    assert 'href="/en/news/"' in english


def test_many_hits_are_paged(home: HomePage) -> None:
    for number in range(45):
        write(
            f"test:{number}",
            SearchEntry(locale="sv", kind="page", title=f"Plan {number}", url=f"/p{number}/"),
        )
    client = client_of()
    urls = [re.findall(r'href="(/p\d+/)"', search(client, f"q=plan&page={page}")) for page in (1, 2, 3)]
    assert [len(page) for page in urls] == [20, 20, 5]
    assert len({url for page in urls for url in page}) == 45
    assert re.findall(r'href="(/p\d+/)"', search(client, "q=plan&page=99999999999999999999")) == urls[2]


@pytest.mark.both_databases
def test_the_number_of_questions_does_not_grow_with_the_hits(home: HomePage) -> None:
    client = client_of("editor")
    numbers = []
    for target in (1, 30):
        for number in range(target):
            write(f"test:{number}", SearchEntry(locale="sv", kind="page", title="Plan", url=f"/p{number}/"))
        search(client, "q=plan")
        with CaptureQueriesContext(connection) as queries:
            search(client, "q=plan")
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 12


HOSTILE = (
    *(
        "\x00",
        "a\x00b",
        '"',
        '"""',
        "'; DROP TABLE handslag_searchdocument; --",
        "a* OR b",
        "NEAR(a b)",
        "%",
        "_",
        "\\",
    ),
    *(
        "title_stems:plan",
        "{a b}:c",
        "^plan",
        "a AND",
        "plan:*",
        "a & | !b",
        "<->",
        "'",
        "''a''",
        "😀",
        "שלום",
        "مرحبا",
    ),
    *(
        "\u202eabc",
        "ﬁ",
        "İ",
        "ß",
        "２０１６",
        "²",
        "½",
        "\ud7ff",
        "e\u0301\u0301\u0301",
        "<script>alert(1)</script>",
    ),
    *("{{ 7 }}", "x" * 10_000, "plan " * 2_000, "a" * 79 + " " + "b" * 200),
)


@pytest.mark.both_databases
@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_searches_are_answered(home: HomePage, typed: str) -> None:
    write("test:1", SearchEntry(locale="sv", kind="page", title="Plan", url="/p/"))
    page = search(client_of(), f"q={quote(typed)}")
    assert "<script>alert" not in page


@pytest.mark.both_databases
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=80))
@example(typed="ǰ")
def test_whatever_is_typed_is_answered(home: HomePage, typed: str) -> None:
    write("test:1", SearchEntry(locale="sv", kind="page", title=typed[:200] or "x", body=typed, url="/p/"))
    search(client_of(), f"q={quote(typed, errors='replace')}&sprak=alla")
