"""The plan in force, one edition, all editions, and the plan as of a day."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from handslag import clock
from plan_pages.editions.history import History
from plan_pages.editions.numbers import EditionNumber
from plan_pages.reading.doors import edition_or_404, for_readers
from plan_pages.reading.listing import rows_of
from plan_pages.reading.page import edition_context
from plan_pages.reading.places import place_of, state_for
from plan_pages.reading.tables import place_table


@for_readers
def in_force(request: HttpRequest, history: History) -> HttpResponse:
    return _on(request, history, clock.today(), is_today=True)


@for_readers
def on_day(request: HttpRequest, history: History, day: datetime.date) -> HttpResponse:
    """What held on that day, said with today's knowledge."""
    return _on(request, history, day, is_today=False)


@for_readers
def edition(request: HttpRequest, history: History, number: EditionNumber) -> HttpResponse:
    found = edition_or_404(history, number)
    context = edition_context(request, history, found, place_of(request, history))
    return TemplateResponse(request, "plan_pages/reading/edition.html", context)


@for_readers
def editions(request: HttpRequest, history: History) -> HttpResponse:
    states = history.states(clock.today())
    context = {"rows": rows_of(history, states), "place_table": place_table(states)}
    return TemplateResponse(request, "plan_pages/reading/editions.html", context)


def _on(request: HttpRequest, history: History, day: datetime.date, *, is_today: bool) -> HttpResponse:
    place = place_of(request, history)
    state = state_for(place, history.states(day))
    if state.edition is None:
        context = {
            "day": day,
            "is_today": is_today,
            "repeal": history.repeal_in_effect(day),
            "rows": rows_of(history, history.states(clock.today())),
        }
        return TemplateResponse(request, "plan_pages/reading/none_in_force.html", context)
    context = edition_context(request, history, state.edition, place, day=day, takes_proposals=is_today)
    context |= {"is_in_force": is_today, "as_of": None if is_today else day}
    return TemplateResponse(request, "plan_pages/reading/edition.html", context)
