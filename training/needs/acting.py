"""Entering a need and answering it."""

import datetime
from typing import Any

from django.db import transaction

from handslag import clock
from handslag.access.people import Person
from training.needs.kinds import NeedState
from training.needs.need import TrainingNeed
from training.needs.rules import speaks_for
from training.occasions.acting import MovedOnError, locked
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion


class AnsweredMeanwhileError(Exception):
    """Somebody else was faster: the need no longer stands as the page showed it."""


class NotOpenError(Exception):
    """The occasion was cancelled or taken away meanwhile, or is not announced."""


def enter(user: Person, said: dict[str, Any]) -> tuple[TrainingNeed, bool]:
    """The need, and whether it is new: a form that is sent twice is one."""
    rest = {name: said[name] for name in ("unit", "kind", "what", "urgency")}
    is_suggestion = not speaks_for(user, said["unit"])
    return TrainingNeed.objects.get_or_create(
        token=said["token"], defaults={**rest, "is_suggestion": is_suggestion}
    )


@transaction.atomic
def answer(pk: int, said: dict[str, Any], seen: datetime.datetime | None) -> None:
    """What does not belong to the state is left empty. `seen`: when what the page showed was written. Raises
    AnsweredMeanwhileError, NotOpenError.

    The occasion is held first, as it is where it is cancelled: what is planned with it is opened again then.
    """
    state = said["state"]
    if said["occasion"] is not None and state in (NeedState.PLANNED, NeedState.MET):
        try:
            locked(said["occasion"].pk, OccasionState.OPEN)
        except (MovedOnError, Occasion.DoesNotExist) as error:
            raise NotOpenError from error
    need = TrainingNeed.objects.select_for_update().get(pk=pk)
    if need.changed_at != seen:
        raise AnsweredMeanwhileError
    need.state, need.course, need.changed_at = state, said["course"], clock.now()
    need.occasion = said["occasion"] if state in (NeedState.PLANNED, NeedState.MET) else None
    need.reason = said["reason"] if state == NeedState.DECLINED else ""
    need.save()


def open_again(sender: object, occasion: Occasion, **kwargs: Any) -> None:
    """What was planned with a cancelled occasion is needed still."""
    TrainingNeed.objects.filter(occasion=occasion, state=NeedState.PLANNED).update(
        state=NeedState.OPEN, occasion=None, changed_at=clock.now()
    )
