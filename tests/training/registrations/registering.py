"""Many people who register for the same few places at the same moment; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_at_once`).
"""

import json
import sys
import uuid
from functools import partial
from itertools import pairwise

from django.contrib.auth import get_user_model
from django.test import override_settings

from tests.support import training
from tests.support.together import together
from training.models import Occasion, Registration, RegistrationNotice
from training.registrations import acting
from training.registrations.kinds import RegistrationState

PEOPLE, PLACES, PROCESSES = 200, 20, 8
# As where a worker runs beside the site: the mails wait for it.
WITH_WORKER = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}


def main() -> None:
    occasion = training.occasion(capacity=PLACES)
    model = get_user_model()
    people = model._default_manager.bulk_create(
        model(email=f"anmald{number}@kommun.test") for number in range(PEOPLE)
    )
    with override_settings(TASKS=WITH_WORKER):
        shares = [[person.pk for person in people[number::PROCESSES]] for number in range(PROCESSES)]
        statuses = together([partial(press, occasion.pk, share) for share in shares])
    occasion = Occasion.objects.get(pk=occasion.pk)
    rows = list(Registration.objects.filter(occasion=occasion).order_by("pk"))
    confirmed = [row for row in rows if row.state == RegistrationState.CONFIRMED]
    waiting = [row for row in rows if row.state == RegistrationState.WAITING]
    found = {
        "failed": sum(status != 0 for status in statuses),
        "registrations": len(rows),
        "people": len({row.person_id for row in rows}),
        "confirmed": len(confirmed),
        "waiting": len(waiting),
        "taken": occasion.taken,
        # Nobody who came later has a place.
        "in_order": max(row.pk for row in confirmed) < min(row.pk for row in waiting)
        and all(one.created_at <= other.created_at for one, other in pairwise(waiting)),
        "notices": RegistrationNotice.objects.count(),
    }
    sys.stdout.write(f"{json.dumps(found)}\n")


def press(occasion: int, people: list[int]) -> None:
    """Everybody twice, as an impatient person does."""
    for person in get_user_model()._default_manager.filter(pk__in=people):
        token = uuid.uuid4()
        for _twice in range(2):
            acting.register(occasion, person, token=token)
