"""Two hundred people and twenty places, from eight processes: the last place is given once, on either database."""

import pytest

from tests.support.programs import told_by
from tests.training.registrations.registering import PEOPLE, PLACES


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_registrations__at_once_fill_the_places_and_then_the_queue() -> None:
    assert told_by("tests.training.registrations.registering") == {
        "failed": 0,
        "registrations": PEOPLE,
        "people": PEOPLE,
        "confirmed": PLACES,
        "waiting": PEOPLE - PLACES,
        "taken": PLACES,
        "in_order": True,
        # One each, though every form was sent twice.
        "notices": PEOPLE,
    }
