"""The readers' search finds the edition in force and nothing else of a plan."""

import datetime

import pytest
from django.core.management import call_command

from handslag import clock
from handslag.search.models import SearchDocument
from plan_pages.pages.action_plan import ActionPlanPage
from tests.plan_pages.reading.test_reading import reader
from tests.support import plans
from tests.support.factories import make_site

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def page() -> ActionPlanPage:
    make_site()
    return plans.plan_page(text=plans.document((plans.section("fåglar", number="1"),)))


def finds(words: str) -> bool:
    return "/handlingsplan/#avsnitt-" in reader().get("/sok/", {"q": words}).content.decode()


def test_search__finds_a_section_by_any_form_of_a_word(page: ActionPlanPage) -> None:
    assert not finds("fåglar"), "a draft is not found"
    plans.adopt(page)
    assert finds("fågel") or finds("fåglar")
    assert finds("säkerhetschefen")
    assert '"/handlingsplan/"' in reader().get("/sok/?q=handlingsplanen").content.decode()


def test_search__forgets_sections_that_are_gone(page: ActionPlanPage) -> None:
    plans.adopt(page)
    plans.adopt(page, plans.document((plans.section("bin", number="1"),)))
    assert finds("bin") and not finds("fåglar")
    assert SearchDocument.objects.filter(kind="plan").count() == 2


def test_search__follows_when_an_edition_comes_into_effect(page: ActionPlanPage) -> None:
    plans.adopt(page)
    later = plans.decision(in_effect_from=clock.today() + datetime.timedelta(days=10))
    plans.adopt(page, plans.document((plans.section("bin"),)), decisions=(later,))
    assert finds("fåglar") and not finds("bin")
    with clock.set_to(clock.today() + datetime.timedelta(days=10)):
        call_command("purge", verbosity=0)
        assert finds("bin") and not finds("fåglar")


def test_rebuild__gives_the_same_rows(page: ActionPlanPage) -> None:
    plans.adopt(page)
    before = set(SearchDocument.objects.values_list("source", "title", "url"))
    call_command("rebuild_search", verbosity=0)
    assert set(SearchDocument.objects.values_list("source", "title", "url")) >= before
