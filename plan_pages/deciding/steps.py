"""The road as a list of steps, with where a matter stands."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plan_pages.road.matter import Ending, Matter, Stage

# Amending and checking belong to the step of the board.
_PLACES = {
    Stage.DRAFTING: 0,
    Stage.REVIEW: 1,
    Stage.REFERRAL: 2,
    Stage.BOARD: 3,
    Stage.AMENDING: 3,
    Stage.CHECKING: 3,
    Stage.CLOSED: 4,
}


@dataclass(frozen=True)
class Step:
    title: str
    state: str
    date: Any = None
    text: str = ""


def steps_of(matter: Matter) -> list[Step]:
    titles = [_("Draft"), _("Review"), _("Referral"), _("The board"), _("Decided")]
    now = _PLACES[Stage(matter.stage)]
    if matter.asks_referral is False:
        titles[2] = _("No referral")
    return [
        Step(title, *_state(matter, place, now), text=str(matter.get_stage_display()) if place == now else "")
        for place, title in enumerate(titles)
    ]


def _state(matter: Matter, place: int, now: int) -> tuple[str, Any]:
    if place != now:
        return ("done" if place < now else "coming"), None
    if matter.stage == Stage.CLOSED:
        return ("failed" if matter.ending == Ending.REJECTED else "done"), matter.closed_at
    return "current", matter.stage_since
