"""Occasions as organisers change them, and courses in two languages."""

import datetime

from django.test import Client
from django.utils import timezone

from tests.support.bodies import published
from tests.support.factories import UserFactory, translated_home
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.occasions.day import OccasionDay
from training.occasions.occasion import Occasion


def client_of(*roles: str, person: object = None) -> Client:
    client = Client()
    client.force_login(person or UserFactory(roles=list(roles)))
    return client


def english_of(page: CoursePage, title: str = "Basics") -> CoursePage:
    index = CatalogueIndexPage.objects.filter(locale__language_code="en").first()
    if index is None:
        home = translated_home(page.get_parent().get_parent().specific, "en")
        index = published(home, CatalogueIndexPage(title="Training", slug="training", locale=home.locale))
    translation = CoursePage(
        title=title, locale=index.locale, kind=page.kind, translation_key=page.translation_key
    )
    return published(index, translation)


def local(text: str) -> datetime.datetime:
    """ "2026-03-10 09:00" as the clock on the wall says it."""
    return timezone.make_aware(datetime.datetime.fromisoformat(text))


def with_days(row: Occasion, *days: str) -> Occasion:
    """Days of three hours each, not saved yet."""
    hours = datetime.timedelta(hours=3)
    row.days.set([OccasionDay(starts_at=local(day), ends_at=local(day) + hours) for day in days])
    return row


def again(row: Occasion) -> Occasion:
    return Occasion.objects.get(pk=row.pk)
