"""On the page of an occasion: register, queue, or one's own registration; and the list, for those who arrange."""

from typing import Any

from django.http import HttpRequest

from handslag.access.people import is_signed_in
from training.occasions.actions import OccasionAction
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.rules import may_organise
from training.registrations.queue import settle_if_due
from training.registrations.standing import standing_of


def on_the_page(request: HttpRequest, occasion: Occasion) -> dict[str, Any] | None:
    if not is_signed_in(request.user) or occasion.state == OccasionState.DRAFT:
        return None
    settle_if_due(occasion)
    return {"standing": standing_of(request.user, occasion), "organises": may_organise(request.user)}


action = OccasionAction("registration", on_the_page, "training/registrations/action.html", order=10)
