"""What the decisions of one round lead to: asked when a decision is recorded, and told before it is confirmed."""

from collections.abc import Collection
from enum import StrEnum

from plan_pages.editions.kinds import ADOPTING, Outcome


class Consequence(StrEnum):
    WAITS = "waits"
    BACK_TO_DRAFTING = "back_to_drafting"
    ENDS = "ends"
    CHANGES_ARE_ENTERED = "changes_are_entered"
    SEALED = "sealed"


def consequence_of(outcomes: Collection[str], *, still_waiting: bool) -> Consequence:
    """`outcomes` of the municipalities that decided in this round; a tabled matter is none, it waits.

    A text sent back by one body goes back for all; otherwise every municipality answers before anything is sealed.
    """
    if Outcome.REFERRED_BACK in outcomes:
        return Consequence.BACK_TO_DRAFTING
    if still_waiting or not outcomes:
        return Consequence.WAITS
    if not any(outcome in ADOPTING for outcome in outcomes):
        return Consequence.ENDS
    if Outcome.ADOPTED_WITH_CHANGES in outcomes:
        return Consequence.CHANGES_ARE_ENTERED
    return Consequence.SEALED
