"""The demo's guest, and its routine with one round done and one late."""

import pytest

from contacts.collaboration.demo import load_collaboration
from contacts.guests.demo import load_guests
from contacts.guests.guest import MeetingGuest
from contacts.guests.standing import takes_guests, waiting
from contacts.routines.demo import KEEPER, load_routines
from contacts.routines.run import RoutineRun
from handslag.places.models import Municipality
from tests.support.factories import UserFactory, make_site, translated_home

pytestmark = pytest.mark.django_db


def test_demo__loads_once_and_mails_nobody(mailoutbox: list[object]) -> None:
    translated_home(make_site(), "en")
    Municipality.objects.create(code="9901", name="Björkmarks kommun")
    UserFactory(email=KEEPER, roles=["coordinator"])
    load_collaboration()
    for _twice in range(2):
        load_guests()
        load_routines()
    assert takes_guests(MeetingGuest.objects.get().meeting)
    assert not waiting().exists() and not mailoutbox
    late, done = RoutineRun.objects.with_progress()
    assert (late.is_overdue, late.unsigned, done.is_complete) == (True, 2, True)
