"""Entering a need and answering it."""

from typing import Any

from handslag import clock
from handslag.access.people import Person
from training.needs.kinds import NeedState
from training.needs.need import TrainingNeed
from training.needs.rules import speaks_for
from training.occasions.occasion import Occasion


def enter(user: Person, said: dict[str, Any]) -> tuple[TrainingNeed, bool]:
    """The need, and whether it is new: a form that is sent twice is one."""
    rest = {name: said[name] for name in ("unit", "kind", "what", "urgency")}
    is_suggestion = not speaks_for(user, said["unit"])
    return TrainingNeed.objects.get_or_create(
        token=said["token"], defaults={**rest, "is_suggestion": is_suggestion}
    )


def answer(need: TrainingNeed, said: dict[str, Any]) -> None:
    """What does not belong to the state is left empty."""
    state = said["state"]
    need.state, need.course, need.changed_at = state, said["course"], clock.now()
    need.occasion = said["occasion"] if state in (NeedState.PLANNED, NeedState.MET) else None
    need.reason = said["reason"] if state == NeedState.DECLINED else ""
    need.save()


def open_again(sender: object, occasion: Occasion, **kwargs: Any) -> None:
    """What was planned with a cancelled occasion is needed still."""
    TrainingNeed.objects.filter(occasion=occasion, state=NeedState.PLANNED).update(
        state=NeedState.OPEN, occasion=None, changed_at=clock.now()
    )
