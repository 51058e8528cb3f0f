"""A course's page, in every language, and what may become of it."""

import datetime
from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.documents import get_document_model

from handslag import clock
from handslag.access.audiences import Audience
from handslag.search.models import SearchDocument
from handslag.trash.moving import CannotBeDeletedError, move_to_trash
from tests.support.contacts import function
from tests.support.factories import UserFactory, restrict
from tests.support.occasions import client_of, english_of
from tests.support.training import catalogue, course, occasion
from training.catalogue.course_page import ADDRESSES_BESIDE, CoursePage
from training.catalogue.link_asking import Answer
from training.catalogue.link_check import Problem
from training.catalogue.link_checking import note
from training.catalogue.material import CourseMaterial

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def test_page__tells_what_it_is_and_what_became_of_its_links() -> None:
    document = get_document_model().objects.create(
        title="Hemlig fil", file="x.txt", audience=Audience.RESTRICTED
    )
    page = course(audience="Lärare", valid_months=24, summary="Kort om kursen")
    page.materials = [
        CourseMaterial(title="Film", url="https://film.example/", owner=function("Utbildningsansvarig")),
        CourseMaterial(
            title="Handbok", url="https://bok.example/", replaced_by_url="https://ny.example/", sort_order=1
        ),
        CourseMaterial(title="Bilder", document=document, sort_order=2),
        CourseMaterial(title="Rutin", url="https://intranat.example/", sort_order=3),
    ]
    page.save_revision().publish()
    note("https://film.example/", Answer(Problem.NONE, 200))
    note("https://bok.example/", Answer(Problem.STATUS, 404))
    note("https://intranat.example/", Answer(Problem.FORBIDDEN))
    client = client_of("staff")
    text = client.get(page.url).content.decode()
    for said in ("Lärare", "Kort om kursen", "Utbildningsansvarig", "https://ny.example/", "2 mars 2026"):
        assert said in text
    assert text.count("https://film.example/") == 1
    assert "Bilder" not in text
    assert "Hemlig" not in text
    # Of the three links one works, one does not, and one was not asked.
    assert text.count('class="status status--warning') == 1
    checks = {row.title: row.check for row in client.get(page.url).context["materials"]}
    told = {title: (check.is_working, check.is_out_of_reach) for title, check in checks.items()}
    assert told == {"Film": (True, False), "Handbok": (False, False), "Rutin": (False, True)}


def test_page__in_another_language_shows_the_same_occasions() -> None:
    page = course()
    english = english_of(page)
    one = occasion(page, "2026-03-20 09:00", place="Kommunhuset")
    occasion(page, "2026-02-20 09:00", place="Förra gången")
    occasion(page, "2026-04-20 09:00", place="Utkast", state="draft")
    for address in (page.url, english.url):
        text = client_of("staff").get(address).content.decode()
        assert f"utbildning/tillfalle/{one.pk}/" in text
        assert "Kommunhuset" in text
        assert "Förra gången" not in text
        assert "Utkast" not in text
    assert "Basics" in client_of("staff").get(f"/en/utbildning/tillfalle/{one.pk}/").content.decode()
    restrict(english, "dialogue")
    hidden = client_of("staff").get(f"/en/utbildning/tillfalle/{one.pk}/").content.decode()
    assert "Basics" not in hidden


def test_replaced__is_said_and_not_offered_and_leads_nowhere_in_a_circle() -> None:
    old, new = course("Gamla kursen", slug="gamla"), course("Nya kursen", slug="nya")
    old.replaced_by = new
    old.save_revision().publish()
    client = client_of("staff")
    assert "Nya kursen" in client.get(old.url).content.decode()
    listed = client.get("/utbildning/").content.decode()
    assert "Nya kursen" in listed
    assert "Gamla kursen" not in listed
    new.replaced_by = CoursePage.objects.get(pk=old.pk)
    with pytest.raises(ValidationError, match="replaced_by"):
        new.full_clean()
    restrict(new, "dialogue")
    assert "Nya kursen" not in client.get(old.url).content.decode()


def test_address__of_what_stands_beside_the_courses_is_taken() -> None:
    page = course()
    for slug in ADDRESSES_BESIDE:
        page.slug = slug
        with pytest.raises(ValidationError, match="slug"):
            page.full_clean()


def test_trash__a_course_with_occasions_stays_and_others_go() -> None:
    given, idle = course("Given", slug="given"), course("Aldrig", slug="aldrig")
    occasion(given)
    with pytest.raises(CannotBeDeletedError):
        move_to_trash(given, None)
    with pytest.raises(CannotBeDeletedError):
        move_to_trash(catalogue(), None)
    move_to_trash(idle, None)
    assert "Aldrig" not in client_of("staff").get("/utbildning/").content.decode()


@pytest.mark.slow
def test_editors_and_coordinators__write_and_publish_courses(
    django_capture_on_commit_callbacks: object,
) -> None:
    index = catalogue()
    call_command("setup_roles")
    for role, may in (("editor", True), ("coordinator", True), ("staff", False), ("forum", False)):
        user = UserFactory(roles=[role])
        tester = index.permissions_for_user(user)
        assert (tester.can_add_subpage(), tester.can_publish_subpage()) == (may, may), role
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # pytest-django's
        page = course("Bemötande", slug="bemotande", audience="Vaktmästare")
    found = SearchDocument.objects.get(page=page)
    assert (found.kind, "Vaktmästare" in found.body) == ("training", True)
    assert page.get_workflow() == index.get_workflow()
