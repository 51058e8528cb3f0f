"""The address of a meeting at a distance is for those who have a place: else the number of places holds nobody back."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.support import training
from tests.support.factories import UserFactory
from tests.training.registrations.people import page_of, registered, signed_in
from training.models import Registration
from training.registrations import acting, mailing
from training.registrations.kinds import RegistrationState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LINK = "https://motet.example/hemligt-rum"


def test_link__is_told_to_who_has_a_place_and_to_who_arranges() -> None:
    occasion = training.occasion(training.course(), capacity=1, link=LINK)
    place, queue, offered, stranger = (UserFactory(roles=["staff"]) for _number in range(4))
    registered(occasion, place)
    registered(occasion, queue)
    organiser = UserFactory(roles=["staff", "coordinator"])
    second = training.occasion(occasion.course, at="2026-05-01 09:00", capacity=1, link=LINK)
    first = registered(second)
    assert registered(second, offered).state == RegistrationState.WAITING
    acting.cancel(first.pk)
    assert Registration.objects.get(person=offered).state == RegistrationState.OFFERED
    cases: list[tuple[Any, Any, bool]] = [
        (occasion, place, True),
        (occasion, queue, False),
        (occasion, stranger, False),
        (occasion, organiser, True),
        (second, offered, False),
        (second, place, False),
    ]
    for of, person, may in cases:
        client, page = signed_in(person), f"/utbildning/tillfalle/{of.pk}/"
        for path in (page, page_of(of), f"{page}kalender.ics"):
            text = client.get(path).content.decode().replace("\r\n ", "")
            assert (LINK in text) == may, (person, path)
        assert "På distans" in client.get(f"{page}kalender.ics").content.decode() or may
    assert LINK in signed_in(organiser).get(f"/utbildning/tillfalle/{occasion.pk}/narvaro/").content.decode()


def feed_of(person: Any) -> str:
    """The address of one's own trainings."""
    page = signed_in(person).post("/utbildning/kalender/", {"way": "give", "instead_of": ""}).content.decode()
    (address,) = re.findall(r"/utbildning/kalender/[^/\"]+\.ics\?vad=mina", page)
    return str(address)


def read(address: str) -> str:
    return Client().get(address).content.decode().replace("\r\n ", "")


def test_link__is_in_ones_own_calendar_and_in_none_for_all() -> None:
    occasion = training.occasion(link=LINK)
    full = training.occasion(occasion.course, at="2026-05-01 09:00", capacity=1, link=LINK)
    for roles in (["staff"], ["staff", "coordinator"]):
        person = UserFactory(roles=roles)
        registered(occasion, person)
        own = feed_of(person)
        assert LINK in read(own)
        everything = read(own.partition("?")[0])
        assert everything.count("BEGIN:VEVENT") == 2 and LINK not in everything
    holder, waits = registered(full), registered(full)
    acting.cancel(holder.pk)
    offer = read(feed_of(waits.person))
    assert offer.count("BEGIN:VEVENT") == 1 and LINK not in offer, "an offer has to be accepted first"


def test_link__is_mailed_with_the_place_and_not_with_the_queue() -> None:
    occasion = training.occasion(capacity=1, link=LINK)
    first, second = registered(occasion), registered(occasion)

    def letters() -> dict[str, Any]:
        mail.outbox.clear()
        mailing.deliver_waiting()
        return {letter.to[0]: letter for letter in mail.outbox}

    sent = letters()
    confirmed, waiting = sent[first.person.email], sent[second.person.email]
    assert LINK in confirmed.body and LINK in confirmed.attachments[0].get_content().replace("\r\n ", "")
    assert LINK not in waiting.body
    acting.cancel(first.pk)
    sent = letters()
    assert LINK not in sent[second.person.email].body and LINK not in sent[first.person.email].body
    assert LINK not in sent[first.person.email].attachments[0].get_content().replace("\r\n ", "")
    acting.accept(second.pk)
    assert LINK in letters()[second.person.email].body
