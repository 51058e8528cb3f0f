"""Whose turn it is in which stage: asked by the list, the matter's page and the lists of things to do."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag.access.people import Person
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.rules import may, named, people_who_may, titles
from plan_pages.road.table import RULES, Action


@dataclass(frozen=True)
class Turn:
    """`action` is what carries the matter on; `task` says it to whoever may. `page` is the step's own where it has one,
    otherwise it is taken on the matter's."""

    action: Action
    task: str | Promise
    page: str = ""


TURNS: Final[dict[Stage, Turn]] = {
    Stage.DRAFTING: Turn(Action.SUBMIT, _("Finish the draft and submit it for review")),
    Stage.REVIEW: Turn(Action.APPROVE, _("Review the draft")),
    Stage.REFERRAL: Turn(Action.CLOSE_REFERRAL, _("Handle the replies of the referral")),
    Stage.BOARD: Turn(Action.RECORD, _("Record what the board decided"), "record"),
    Stage.AMENDING: Turn(Action.AMEND, _("Enter what the board changed"), "amend"),
    Stage.CHECKING: Turn(Action.CHECK, _("Check what the board changed against the minutes"), "amend"),
}


def turn_of(matter: Matter) -> Turn | None:
    """None for a closed matter."""
    return TURNS.get(Stage(matter.stage))


def is_turn_of(user: Person, matter: Matter, facts: RoadFacts | None = None) -> bool:
    turn = turn_of(matter)
    return turn is not None and bool(may(user, turn.action, matter, facts))


def who_acts(matter: Matter, facts: RoadFacts | None = None) -> str:
    """“Reviewer (Rut Gran, Ola Ek)”; the role alone where nobody who holds it may act."""
    turn = turn_of(matter)
    if turn is None:
        return ""
    roles, people = titles(RULES[turn.action].roles), people_whose_turn(matter, facts)
    return f"{roles} ({named(people)})" if people else roles


def people_whose_turn(matter: Matter, facts: RoadFacts | None = None) -> list[Any]:
    turn = turn_of(matter)
    return people_who_may(turn.action, matter, facts) if turn is not None else []
