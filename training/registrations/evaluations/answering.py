"""Taking an answer: once per person who came, and without a trace to the person."""

import random
import uuid

from django.db import transaction

from training.registrations.evaluations.evaluation import Evaluation
from training.registrations.holding import hold
from training.registrations.registration import Registration
from training.registrations.rules import has_taken_part

BATCH = 5


class NotAskedError(Exception):
    """Has not taken part, or has answered already."""


@transaction.atomic
def answer(registration: Registration, *, useful: int, level: str, better: str) -> None:
    """Raises NotAskedError, PersonalDataFound."""
    held = hold(registration.occasion_id)
    # Which rows they are is settled first: a condition on another table cannot be part of an update.
    asked = Registration.objects.filter(
        pk__in=Registration.objects.filter(has_taken_part(), pk=registration.pk, has_evaluated=False).values(
            "pk"
        )
    )
    if not asked.update(has_evaluated=True):
        raise NotAskedError
    batch = Evaluation.objects.filter(occasion=held).count() // BATCH
    Evaluation.objects.create(occasion=held, batch=batch, useful=useful, level=level, better=better)
    full = list(Evaluation.objects.filter(occasion=held, batch=batch))
    if len(full) == BATCH:
        _shuffle(full)


def _shuffle(full: list[Evaluation]) -> None:
    """Rows written anew stand in the order in which they are written."""
    Evaluation.objects.filter(pk__in=[row.pk for row in full]).delete()
    random.SystemRandom().shuffle(full)
    for row in full:
        row.pk = uuid.uuid4()
    Evaluation.objects.bulk_create(full)
