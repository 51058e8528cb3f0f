"""One's own trainings at a private address."""

import re

import pytest
from django.test import Client
from icalendar import Calendar

from tests.support.factories import UserFactory
from tests.support.training import course, occasion
from tests.training.registrations.people import registered, signed_in
from training.occasions import acting as arranging
from training.registrations import acting

pytestmark = pytest.mark.django_db


def test_feed__of_ones_own_holds_those_with_a_place_and_what_was_called_off() -> None:
    person, other = UserFactory(roles=["staff"]), UserFactory(roles=["staff"])
    kept, left, full = (occasion(course(title)) for title in ("Med plats", "Avbokad", "I kö"))
    full.capacity = 1
    full.save(update_fields=["capacity"])
    registered(full, other)
    registered(kept, person)
    registered(full, person)
    acting.cancel(registered(left, person).pk)
    page = signed_in(person).post("/utbildning/kalender/", {"way": "give", "instead_of": ""}).content.decode()
    (address,) = re.findall(r"/utbildning/kalender/[^/\"]+\.ics\?vad=mina", page)
    events = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Med plats"]
    arranging.cancel(kept.pk, "Kursledaren är sjuk", None)
    (event,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert str(event["STATUS"]) == "CANCELLED"
