"""The demo's bodies."""

import pytest
from django.test import Client
from wagtail.models import Page

from contacts.bodies.body import BodyPage
from contacts.bodies.counting import forecast
from contacts.bodies.kinds import BodyKind
from contacts.bodies.meeting import MeetingPage
from contacts.collaboration.demo import load_collaboration
from contacts.collaboration.question import OpenQuestion
from contacts.collaboration.todos import waiting_for
from handslag import clock
from handslag.places.models import Municipality
from tests.support.factories import UserFactory, make_site, translated_home

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_demo__loads_once_and_shows_every_case() -> None:
    translated_home(make_site(), "en")
    Municipality.objects.create(code="9901", name="Björkmarks kommun")
    with clock.set_to(clock.today().replace(month=10, day=1)):
        load_collaboration()
        pages = Page.objects.count()
        load_collaboration()
        assert Page.objects.count() == pages
        today = clock.today()
        told = forecast(BodyPage.objects.get(slug="bra"), today.year, today)
        # The safety walk is no meeting of the council.
        assert (told.held, told.cancelled, told.ahead) == (3, 1, 1)
        assert BodyPage.objects.count() == 10
        councils = BodyPage.objects.filter(kind=BodyKind.COUNCIL).order_by("municipality__code")
        assert [one.municipality.name for one in councils] == ["Björkmarks kommun", "Lillsjö kommun"]
        assert [councils[1].title, councils[1].slug] == ["Brå i Lillsjö", "bra-grannkommunen"]
        coordinator = UserFactory(roles=["coordinator"])
        kinds = {todo.key.split()[0] for todo in waiting_for(coordinator)}
        assert kinds == {"series", "meetings", "observation", "task", "follow-up"}
        assert OpenQuestion.objects.get().is_provisional
        client = Client()
        client.force_login(coordinator)
        minutes = MeetingPage.objects.exclude(minutes=None).get()
        assert "Protokoll" in client.get(minutes.url).content.decode()
        for path in ("/samverkan/", "/en/collaboration/", "/samverkan/fragor/"):
            assert client.get(path).status_code == 200
        for page in (*BodyPage.objects.all(), *MeetingPage.objects.all()):
            assert client.get(page.url).status_code == 200
