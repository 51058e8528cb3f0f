"""Pages are found as they stand now, whatever changed them."""

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.management import call_command
from wagtail.models import Page

from handslag.search import providers
from handslag.search.models import SearchDocument
from handslag.search.providers import rebuild
from home.models import HomePage
from tests.support import searching
from tests.support.factories import (
    GuideIndexPageFactory,
    GuidePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PublicHomePageFactory,
    UserFactory,
    stream,
    translated_home,
)

pytestmark = pytest.mark.django_db
home = searching.home


@pytest.fixture
def reader() -> AbstractBaseUser:
    user: AbstractBaseUser = UserFactory()
    return user


def rows() -> dict[str, str]:
    return {document.url: document.title for document in SearchDocument.objects.exclude(url="/")}


def test_text_of_every_block_is_found(home: HomePage) -> None:
    index = GuideIndexPageFactory(parent=home)
    steps = ("steps", {"heading": "Gör så här", "steps": ["<p>Ring <b>samord</b>naren</p>"]})
    notice = ("notice", {"heading": "Viktigt", "text": "<p>Aldrig namn</p>"})
    guide = GuidePageFactory(parent=index, body=[*stream("Lugnt &amp; stilla"), steps, notice])
    body = SearchDocument.objects.get(page=guide).body
    for words in ("Något har hänt.", "Lugnt & stilla", "Gör så här", "samordnaren", "Viktigt", "Aldrig namn"):
        assert words in body
    assert "<" not in body


def test_a_draft_is_not_found_and_a_published_change_is(home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    page = NewsPageFactory(parent=index, slug="a")
    page.title = "Nytt utkast"
    revision = page.save_revision()
    assert rows()["/nyheter/a/"] == "En nyhet"
    revision.publish()
    assert rows()["/nyheter/a/"] == "Nytt utkast"


def test_unpublished_deleted_and_moved_pages(home: HomePage) -> None:
    first, second = NewsIndexPageFactory(parent=home), NewsIndexPageFactory(parent=home, slug="arkiv")
    a, b, c = (NewsPageFactory(parent=first, slug=slug) for slug in "abc")
    a.unpublish()
    Page.objects.get(pk=b.pk).delete()
    Page.objects.get(pk=c.pk).move(second, "last-child")
    assert set(rows()) == {"/nyheter/", "/arkiv/", "/arkiv/c/"}


def test_a_new_address_part_changes_the_addresses_below(home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    NewsPageFactory(parent=index, slug="a")
    index.slug = "aktuellt"
    index.save_revision().publish()
    assert set(rows()) == {"/aktuellt/", "/aktuellt/a/"}


def test_a_title_changed_in_code_is_found_at_once(home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    index.title = "Aktuellt"
    index.save()
    assert rows()["/nyheter/"] == "Aktuellt"


def test_translations_have_rows_of_their_own(home: HomePage) -> None:
    english = translated_home(home, "en")
    index = NewsIndexPageFactory(parent=home)
    NewsIndexPageFactory(parent=english, slug="news", title="News", translation_key=index.translation_key)
    assert SearchDocument.objects.get(url="/en/news/").locale == "en"
    assert SearchDocument.objects.get(url="/nyheter/").locale == "sv"


@pytest.mark.both_databases
def test_rebuild_mends_and_removes_and_may_run_again(home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    PublicHomePageFactory(parent=home)
    expected = rows()
    SearchDocument.objects.filter(page=index).update(title="Fel", title_stems="fel")
    SearchDocument.objects.filter(url="/information/").delete()
    SearchDocument.objects.create(
        source="page:999999", locale="sv", kind="page", title="Borta", url="/borta/"
    )
    SearchDocument.objects.create(source="gone:1", locale="sv", kind="page", title="Borta", url="/borta2/")
    rebuild()
    assert rows() == expected
    call_command("rebuild_search", verbosity=0)
    assert rows() == expected


def test_rebuild_leaves_what_is_written_meanwhile(home: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    index = NewsIndexPageFactory(parent=home)
    original, waiting = providers.refresh, ["samtidig"]

    def refresh_and_publish(name: str, key: str) -> list[int]:
        if waiting:
            NewsPageFactory(parent=index, slug=waiting.pop(), title="Samtidig")
        return original(name, key)

    monkeypatch.setattr(providers, "refresh", refresh_and_publish)
    rebuild()
    assert rows()["/nyheter/samtidig/"] == "Samtidig"
