"""Entering training had elsewhere, and confirming it."""

import datetime
import uuid
from typing import Any

from django.db import IntegrityError, transaction

from handslag import clock
from handslag.forms.moved_on import MovedOnError
from training.competence.earlier import EarlierTraining
from training.competence.kinds import EarlierState
from training.competence.rules import to_confirm


def enter(person: Any, token: uuid.UUID, *, title: str, kind: str, held_in: datetime.date) -> bool:
    """False where it is there already: the form was sent twice, or the same training was entered before."""
    try:
        with transaction.atomic():
            EarlierTraining.objects.create(
                person=person, token=token, title=title, kind=kind, held_in=held_in
            )
    except IntegrityError:
        return False
    return True


def decide(user: Any, pk: int, state: EarlierState) -> None:
    """Raises MovedOnError and changes nothing."""
    waiting = EarlierTraining.objects.filter(pk__in=to_confirm(user).filter(pk=pk).order_by().values("pk"))
    decided = waiting.filter(state=EarlierState.WAITING).update(
        state=state, decided_by=user, decided_on=clock.today()
    )
    if not decided:
        raise MovedOnError


def take_away(person: Any, pk: int) -> bool:
    """One's own, whatever became of it."""
    return bool(EarlierTraining.objects.filter(person=person, pk=pk).delete()[0])
