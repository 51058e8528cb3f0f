"""For which municipality somebody reads a plan that several share (design: Decision)."""

from dataclasses import dataclass

from django.http import HttpRequest

from plan_pages.editions.history import History, PlaceState, only_edition

PARAMETER = "kommun"


@dataclass(frozen=True)
class Place:
    """`code` "" for a reader without a place, where municipalities differ or may differ."""

    code: str
    name: str


def place_of(request: HttpRequest, history: History) -> Place:
    """The address's choice, else the account's municipality, else the only one there is."""
    places = history.places
    if len(places) == 1:
        return Place(*next(iter(places.items())))
    chosen = request.GET.get(PARAMETER, "")
    if chosen not in places:
        municipality = getattr(request.user, "municipality", None)
        chosen = getattr(municipality, "code", "")
    return Place(chosen, places[chosen]) if chosen in places else Place("", "")


def state_for(place: Place, states: list[PlaceState]) -> PlaceState:
    """What is in force for this reader; without a place the common text: what holds everywhere, else the newest."""
    if place.code:
        return next(state for state in states if state.code == place.code)
    common = only_edition(states)
    with_text = [state for state in states if state.edition is not None]
    if common is not None or not with_text:
        return with_text[0] if with_text else PlaceState("", "", None, None)
    return max(with_text, key=lambda state: state.edition.sequence if state.edition else 0)
