"""What a person reads of their registrations: in their language, where there is a catalogue, in so many questions."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from handslag import clock
from tests.support import training
from tests.support.factories import UserFactory, make_site
from tests.support.occasions import english_of
from tests.training.registrations.people import MINE, page_of, registered, signed_in
from training.models import Occasion
from training.registrations.kinds import RegistrationState

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.set_to(datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.UTC)):
        yield


def test_titles__are_in_the_readers_language(django_capture_on_commit_callbacks: Any) -> None:
    basics, other = training.course("Grundkurs"), training.course("Fördjupning", slug="djup")
    english_of(basics)
    hidden = english_of(other, "Deeper")
    hidden.unpublish()
    person = UserFactory(roles=["coordinator"])
    ahead = training.occasion(basics)
    with django_capture_on_commit_callbacks(execute=True):
        registered(ahead, person)
    client = signed_in(person)
    came = training.registration(training.occasion(basics, at="2026-02-20 09:00"), person)
    training.registration(training.occasion(other, at="2026-02-21 09:00"), person)
    read = [MINE, page_of(ahead), "/", f"/utbildning/tillfalle/{came.occasion_id}/utvardering/"]
    read += [f"/utbildning/tillfalle/{ahead.pk}/narvaro/"]
    link = re.search(r"http\S+?(/utbildning/avboka/\S+)", mail.outbox[0].body)
    assert link and "Grundkurs" in mail.outbox[0].subject
    for path in (*read, link[1]):
        swedish, english = client.get(path).content.decode(), client.get(f"/en{path}").content.decode()
        assert "Grundkurs" in swedish and "Basics" not in swedish, path
        assert "Basics" in english and "Grundkurs" not in english, path
    english = client.get(f"/en{MINE}").content.decode()
    assert "Fördjupning" in english and "Deeper" not in english, "a translation that is not published"


def test_letter__is_in_the_language_of_who_gets_it(django_capture_on_commit_callbacks: Any) -> None:
    basics = training.course("Grundkurs")
    english_of(basics)
    person = UserFactory()
    UserProfile.objects.create(user=person, preferred_language="en")
    with django_capture_on_commit_callbacks(execute=True):
        registered(training.occasion(basics), person)
    [letter] = mail.outbox
    assert "Basics" in letter.subject and "Grundkurs" not in letter.body


def test_mine__asks_no_more_of_many_than_of_one() -> None:
    person, other = UserFactory(), UserFactory()
    client = signed_in(person)
    english_of(training.course("Grundkurs"))

    def queue(number: int) -> None:
        for _number in range(number):
            occasion = training.occasion(capacity=1)
            registered(occasion, other)
            registered(occasion)
            row = registered(occasion, person)
            assert row.state == RegistrationState.WAITING

    def asked(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(path).content.decode()
        assert ("1 person " in page) and Occasion.objects.count() == page.count("<section"), page
        return len(queries)

    queue(1)
    few = [asked(MINE), asked(f"/en{MINE}")]
    queue(6)
    assert [asked(MINE), asked(f"/en{MINE}")] == few


def test_menu__offers_my_trainings_where_there_is_a_catalogue() -> None:
    make_site()
    client = signed_in(UserFactory())
    assert MINE not in client.get("/").content.decode()
    training.catalogue()
    assert MINE in client.get("/").content.decode()
