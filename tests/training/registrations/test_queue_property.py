"""Whatever people do, and in which order: places are counted right, and nobody passes another in the queue."""

import datetime
import uuid
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag import clock
from tests.support import training
from tests.support.factories import UserFactory
from training.models import CoursePage, Occasion, Registration
from training.occasions.signals import room_made
from training.registrations import acting
from training.registrations.kinds import HOLDS_A_PLACE, RegistrationState
from training.registrations.queue import move_up
from training.registrations.refusals import RegistrationRefusedError

pytestmark = pytest.mark.django_db

BEGINS = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
PEOPLE = 6
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("register", "register", "cancel", "accept", "wait", "more", "touch")),
        st.integers(0, PEOPLE - 1),
    ),
    max_size=25,
)


@pytest.fixture
def everybody() -> tuple[CoursePage, list[Any]]:
    return training.course(), [UserFactory() for _number in range(PEOPLE)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, capacity=st.integers(1, 3))
def test_queue__counts_right_and_keeps_its_order(
    everybody: tuple[CoursePage, list[Any]], acts: list[tuple[str, int]], capacity: int
) -> None:
    course, people = everybody
    with transaction.atomic(), clock.set_to(BEGINS):
        occasion = training.occasion(course, at="2026-06-01 09:00", capacity=capacity)
        now = BEGINS
        for act, number in acts:
            now += datetime.timedelta(hours=30 if act == "wait" else 1)
            with clock.set_to(now):
                do(act, occasion, people[number])
                check(occasion)
        transaction.set_rollback(True)


def do(act: str, occasion: Occasion, person: object) -> None:
    mine = Registration.objects.filter(occasion=occasion, person=person).exclude(
        state=RegistrationState.CANCELLED
    )
    row = mine.first()
    if act == "register":
        _row, is_new = acting.register(occasion.pk, person, token=uuid.uuid4())
        stale = Registration.objects.filter(occasion=occasion, offer_until__lte=clock.now())
        assert not (is_new and stale.exists()), "a place that nobody took in time is not kept from who comes"
    elif act == "touch":
        move_up(occasion.pk)
    elif act == "wait":
        return
    elif act == "more":
        fresh = Occasion.objects.get(pk=occasion.pk)
        fresh.capacity += 1
        fresh.save(update_fields=["capacity"])
        room_made.send(sender=Occasion, occasion=fresh)
    elif row is not None and act == "cancel":
        acting.cancel(row.pk)
    elif row is not None:
        try:
            acting.accept(row.pk)
        except RegistrationRefusedError:
            move_up(occasion.pk)


def check(occasion: Occasion) -> None:
    fresh = Occasion.objects.get(pk=occasion.pk)
    rows = list(Registration.objects.filter(occasion=occasion).order_by("pk"))
    holding = {row.pk for row in rows if row.state in HOLDS_A_PLACE}
    waiting = [row.pk for row in rows if row.state == RegistrationState.WAITING]
    assert fresh.taken == len(holding) <= fresh.capacity
    assert not waiting or (fresh.free == 0 and max(holding) < min(waiting))
    stands = [row.person_id for row in rows if row.state != RegistrationState.CANCELLED]
    assert len(stands) == len(set(stands))
