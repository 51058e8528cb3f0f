"""Organisations and functions in the search of the whole site, and in the coordinator's things to do."""

import datetime
import io
from typing import Any

import pytest
from django.core.management import call_command

from contacts.demo import load_directory
from contacts.directory.models import ContactsIndexPage
from contacts.directory.todos import checks_for, vacancies_for
from contacts.functions.person import ContactPerson
from contacts.organisations.organisation import FormerName
from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.search.models import SearchDocument
from handslag.search.providers import rebuild
from handslag.search.query import parse
from handslag.search.results import Results
from handslag.start.todos import Todo
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory, make_site, restrict, translated_home
from tests.support.occasions import client_of

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 2)


def hits(words: str, user: Any = None) -> list[str]:
    results = Results(user or UserFactory(), parse(words), ("sv", "en"))
    return [hit.title for hit in results.hits(language="sv", kind="", start=0, number=10)]


def test_search__finds_the_region_by_landsting(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        region = organisation("Region Norrmark", "region")
        FormerName.objects.create(organisation=region, name="Landstinget i Norrmark")
        function("Smittskyddsläkare", region)
    assert set(hits("landsting")) == {"Region Norrmark", "Smittskyddsläkare, Region Norrmark"}
    with django_capture_on_commit_callbacks(execute=True):
        region.archived_on = TODAY
        region.save()
    assert hits("landsting") == []


def test_search__follows_a_day_to_come_in_the_night(django_capture_on_commit_callbacks: Any) -> None:
    ends = TODAY + datetime.timedelta(days=1)
    with clock.set_to(TODAY), django_capture_on_commit_callbacks(execute=True):
        function("Stängerby chef", organisation("Stängerby", archived_on=ends))
        function("Stängerby ledare", abolished_on=ends)
    for day, number in ((TODAY, 3), (ends, 0)):
        with clock.set_to(day):
            call_command("purge", verbosity=0, stdout=io.StringIO())
            assert len(hits("stängerby")) == number


def test_search__never_holds_a_person(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        held(function(), "Kim Unikman")
    rebuild()
    assert SearchDocument.objects.filter(kind="contacts").count() == 2
    assert not SearchDocument.objects.filter(body_stems__icontains="unikman").exists()
    assert hits("unikman") == []


def test_search__and_the_directory_go_by_its_page(django_capture_on_commit_callbacks: Any) -> None:
    translated_home(make_site(), "en")
    load_directory()
    page = ContactsIndexPage.objects.get(locale__language_code="sv")
    with django_capture_on_commit_callbacks(execute=True):
        place = function("Fältsekreterare")
    address = f"/kontakter/organisation/{place.organisation_id}/"

    def reads(role: str) -> bool:
        """Both answer alike; the page in another language is open all the time."""
        client = client_of(role)
        answers = {
            client.get(address).status_code == 200,
            "<mark>Fritidsenheten</mark>" in client.get("/sok/?q=fritidsenheten").content.decode(),
            "<mark>Fältsekreterare</mark>" in client.get("/sok/?q=fältsekreterare").content.decode(),
        }
        assert len(answers) == 1, answers
        return answers.pop()

    assert reads("staff")
    restrict(page, "forum")
    assert (reads("staff"), reads("forum")) == (False, True)
    # The page of the organisation, and one for each search.
    assert list(ReadLogEntry.objects.values_list("object_id", flat=True)) == [page.pk] * 3
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert (reads("staff"), reads("forum")) == (False, False)
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert (reads("staff"), reads("forum")) == (False, True)
    with django_capture_on_commit_callbacks(execute=True):
        for one in ContactsIndexPage.objects.all():
            one.delete()
    assert reads("staff")


def test_search__what_was_written_before_it_followed_the_page_follows_it_in_the_night() -> None:
    translated_home(make_site(), "en")
    load_directory()
    function("Fältsekreterare")
    rebuild()
    written = SearchDocument.objects.filter(kind="contacts")
    number = written.update(page=None)
    call_command("purge", verbosity=0, stdout=io.StringIO())
    page = ContactsIndexPage.objects.get(locale__language_code="sv")
    assert list(written.values_list("page", flat=True)) == [page.pk] * number and number >= 2


@pytest.fixture
def coordinator() -> Any:
    call_command("setup_roles")
    return UserFactory(roles=["coordinator", "staff"])


def waiting(source: Any, user: Any, day: datetime.date = TODAY) -> list[Todo]:
    with clock.set_to(day):
        return list(source(user))


def test_a_vacancy__waits_for_the_coordinator_from_the_day_after(coordinator: Any) -> None:
    place = function("Fritidschef")
    held(place, until=TODAY)
    assert waiting(vacancies_for, coordinator) == []
    found = waiting(vacancies_for, coordinator, TODAY + datetime.timedelta(days=1))
    assert [todo.url for todo in found] == [
        f"/kontakter/organisation/{place.organisation_id}/#funktion-{place.pk}"
    ]
    assert waiting(vacancies_for, UserFactory(roles=["editor"]), datetime.date(2026, 4, 1)) == []


def test_many_vacancies__are_one_thing_to_do(coordinator: Any) -> None:
    school = organisation("Skolan")
    for count in range(11):
        function(f"Rektor {count}", school)
    found = waiting(vacancies_for, coordinator)
    assert [todo.url for todo in found] == ["/kontakter/?vakant=on"]
    assert "11" in str(found[0].title)


def test_old_particulars__wait_when_their_days_are_over(coordinator: Any, settings: Any) -> None:
    organisation(checked_on=TODAY)
    ContactPerson.objects.create(name="Kim Prov", agreed_on=TODAY, checked_on=TODAY)
    limit = TODAY + datetime.timedelta(days=180)
    assert waiting(checks_for, coordinator, limit) == []
    assert len(waiting(checks_for, coordinator, limit + datetime.timedelta(days=1))) == 2
    settings.CONTACTS_CHECK_DAYS = 200
    assert waiting(checks_for, coordinator, limit + datetime.timedelta(days=1)) == []
    organisation("Aldrig kontrollerad")
    assert [todo.key for todo in waiting(checks_for, coordinator)] == ["organisations"]
