"""The training catalogue before anything is in it, and the demo's."""

import datetime

import pytest
from django.test import Client

from handslag import clock
from handslag.demo.sections import load_section
from tests.support.factories import UserFactory, make_site, translated_home
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.catalogue.link_checking import to_tell
from training.demo.catalogue import TEXTS, load_catalogue
from training.occasions.calendar_day import CalendarDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion

pytestmark = pytest.mark.django_db


def reader() -> Client:
    client = Client()
    client.force_login(UserFactory())
    return client


def test_an_empty_catalogue_says_what_to_do() -> None:
    translated_home(make_site(), "en")
    load_section(CatalogueIndexPage, TEXTS)
    client = reader()
    for path in ("/utbildning/", "/en/training/"):
        page = client.get(path).content.decode()
        assert "empty-state" in page


def test_the_demo__has_past_coming_cancelled_and_draft_ones_in_both_languages() -> None:
    translated_home(make_site(), "en")
    with clock.set_to(datetime.date(2026, 3, 2)):
        load_catalogue()
        load_catalogue()
        assert CatalogueIndexPage.objects.count() == 2
        assert CoursePage.objects.count() == 9
        states = list(Occasion.objects.values_list("state", flat=True))
        assert {state: states.count(state) for state in states} == {
            OccasionState.OPEN: 8,
            OccasionState.CANCELLED: 1,
            OccasionState.DRAFT: 1,
        }
        assert Occasion.objects.filter(capacity=2, state=OccasionState.OPEN).exists()
        assert CalendarDay.objects.count() == 11
        assert to_tell().count() == 1
        client = reader()
        swedish, english = (client.get(path).content.decode() for path in ("/utbildning/", "/en/training/"))
    assert "Samtal med den som är på väg in" in swedish
    assert "Talking with somebody on the way in" in english
    assert "Samtal med den som" not in english
    for page in (swedish, english):
        assert "Introduktion 2020" not in page
        assert "Extremism på nätet" in page
        assert "Nationell konferens" in page
