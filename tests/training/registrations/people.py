"""People at an occasion, and what they send."""

import uuid
from typing import Any

from django.test import Client

from tests.support.factories import UserFactory
from training.models import Occasion, Registration
from training.registrations import acting

MINE = "/utbildning/mina/"


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page_of(occasion: Occasion) -> str:
    return f"/utbildning/tillfalle/{occasion.pk}/anmal/"


def registered(occasion: Occasion, person: Any = None, **fields: Any) -> Registration:
    return acting.register(occasion.pk, person or UserFactory(), token=uuid.uuid4(), **fields)[0]


def press(client: Client, row: Registration, step: str) -> str:
    """The page that follows, with its sentence."""
    answer = client.post(MINE, {"registration": row.pk, "step": step}, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())
